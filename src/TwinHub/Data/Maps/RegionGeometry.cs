using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Regions;

namespace TwinHub.Data.Maps;

/// <summary>Outlines of the areas and courses of the projects, read once and cut into arcs; drawings of a part of it are kept.</summary>
public sealed class RegionGeometry
{
    private const int MostFrames = 64;
    private readonly ConcurrentDictionary<MapFrame, MapGround> grounds = new();
    private readonly Topology topology;
    private readonly IReadOnlyList<Border> borders;

    private RegionGeometry(Reference reference, Topology topology, ILookup<string, Course> courses)
    {
        (Reference, this.topology, Courses) = (reference, topology, courses);
        Whole = MapFrame.Around(Extent(reference, topology, courses));
        borders = Borders.Of(topology, reference);
    }

    public Reference Reference { get; }
    /// <summary>Lines of each project, by its code.</summary>
    public ILookup<string, Course> Courses { get; }
    /// <summary>The frame around the whole region.</summary>
    public MapFrame Whole { get; }

    public static async Task<RegionGeometry> LoadAsync(TwinHubDb db, Reference reference, CancellationToken cancel)
    {
        var outlines = await db.AreaOutlines.AsNoTracking().ToListAsync(cancel);
        var courses = await db.ProjectCourses.AsNoTracking().ToListAsync(cancel);
        return new(reference, Topology.Of(outlines), courses.OrderBy(c => c.Lines, StringComparer.Ordinal).SelectMany(c => Topology.Read(c.Lines).Select(l => new Course(c.Project, l, c.Schematic))).ToLookup(c => c.Project));
    }

    public static bool IsIn(Area area) => area.InRegion != "none";

    public bool HasOutline(string area) => topology.Areas.ContainsKey(area);

    /// <summary>Has an outline and lies in no other area that has one: such areas do not overlap.</summary>
    public bool IsTop(string area) => HasOutline(area) && !topology.LiesInAnother(area, Reference);

    /// <summary>The area itself where it has an outline, else the nearest unit above that has one; null: none.</summary>
    public string? Outlined(string area)
    {
        for (var code = area; code is not null; code = Reference.Areas.GetValueOrDefault(code)?.Parent)
        {
            if (HasOutline(code)) return code;
        }

        return null;
    }

    /// <summary>The frame around some areas and projects; the whole region where nothing of them is known.</summary>
    public MapFrame Around(IEnumerable<string> areas, IEnumerable<string> projects)
    {
        var wanted = areas.Select(Outlined).OfType<string>().Distinct(StringComparer.Ordinal);
        var positions = Positions(topology, wanted).Concat(projects.SelectMany(p => Courses[p]).SelectMany(c => c.Positions)).ToList();
        return positions.Count > 0 ? MapFrame.Around(positions) : Whole;
    }

    /// <summary>Areas and borders in a frame.</summary>
    public MapGround Ground(MapFrame frame)
    {
        if (grounds.TryGetValue(frame, out var known)) return known;
        var drawn = MapGround.Draw(topology, borders, Reference, frame);
        if (grounds.Count < MostFrames) grounds.TryAdd(frame, drawn);
        return drawn;
    }

    /// <summary>Outlines of the areas in the region; without any, their label points and the courses.</summary>
    private static List<Position> Extent(Reference reference, Topology topology, ILookup<string, Course> courses)
    {
        var areas = reference.Areas.Values.Where(IsIn).ToList();
        List<Position> outlined = [.. Positions(topology, areas.Select(a => a.Code))];
        return outlined.Count > 0 ? outlined
            : [.. areas.Where(a => a is { Lon: not null, Lat: not null }).Select(a => new Position(a.Lon!.Value, a.Lat!.Value)), .. courses.SelectMany(c => c).SelectMany(c => c.Positions)];
    }

    private static IEnumerable<Position> Positions(Topology topology, IEnumerable<string> areas) =>
        areas.Where(topology.Areas.ContainsKey).SelectMany(a => topology.Areas[a]).SelectMany(r => r).SelectMany(u => topology.Arcs[u.Arc].Points);
}

/// <summary>One line of a project's course.</summary>
/// <param name="Schematic">It shows what is joined, not where it runs.</param>
public sealed record Course(string Project, IReadOnlyList<Position> Positions, bool Schematic);

/// <summary>Keeps the region's geometry as long as its reference names are kept.</summary>
public sealed class RegionMaps(IServiceScopeFactory scopes)
{
    private volatile RegionGeometry? current;

    public async Task<RegionGeometry> GetAsync(Reference reference, CancellationToken cancel)
    {
        if (current is { } known && ReferenceEquals(known.Reference, reference)) return known;
        await using var scope = scopes.CreateAsyncScope();
        return current = await RegionGeometry.LoadAsync(scope.ServiceProvider.GetRequiredService<TwinHubDb>(), reference, cancel);
    }
}
