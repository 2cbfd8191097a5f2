using TwinHub.Core.Regions;

namespace TwinHub.Data.Maps;

/// <summary>Lays zones, lines, places and their labels on the ground. The same layers in the same language give the same drawing.</summary>
public sealed class DrawMap
{
    private const int MostDirectLabels = 4;
    private const double Text = 12, HubText = 15;
    private readonly RegionGeometry geometry;
    private readonly MapLayers layers;
    private readonly string language;
    private readonly MapFrame frame;
    private readonly LabelRoom room;

    private DrawMap(RegionGeometry geometry, MapLayers layers, string language)
    {
        (this.geometry, this.layers, this.language) = (geometry, layers, language);
        frame = layers.LookAtAreas.Count + layers.LookAtProjects.Count > 0 ? geometry.Around(layers.LookAtAreas, layers.LookAtProjects) : geometry.Whole;
        room = new(MapFrame.Width, frame.Height);
    }

    public static MapDrawing Of(RegionGeometry geometry, MapLayers layers, string language) => new DrawMap(geometry, layers, language).Draw();

    private MapDrawing Draw()
    {
        var ground = geometry.Ground(frame);
        var hatched = layers.Hatched.Select(geometry.Outlined).ToHashSet();
        var hubs = Places(a => a.Role == "hub", hub: true);
        var zones = Zones();
        var lines = Lines();
        var others = Places(a => a.Role == "city", hub: false).Concat(Places(a => a is { Role: "district", Hub: null } && geometry.HasOutline(a.Code), hub: false));
        return new(ground, layers)
        {
            Hatched = [.. ground.Areas.Where(a => hatched.Contains(a.Code))],
            Lines = lines,
            Zones = zones,
            Places = [.. hubs, .. others.Where(p => p.Label is not null)],
        };
    }

    private List<MapPlace> Places(Func<Area, bool> which, bool hub)
    {
        var at = geometry.Reference.Areas.Values.Where(a => RegionGeometry.IsIn(a) && a is { Lon: not null, Lat: not null } && which(a))
            .OrderByDescending(a => a.AreaKm2 ?? 0).ThenBy(a => a.Code, StringComparer.Ordinal).Select(a => (Area: a, Unit: Unit(a.Lon!.Value, a.Lat!.Value))).ToList();
        if (hub) at.ForEach(p => room.Take(p.Unit.X, p.Unit.Y, 9));
        return [.. at.Where(p => Shows(p.Unit)).Select(p => Place(p.Area, p.Unit, hub)).OfType<MapPlace>()];
    }

    private MapPlace? Place(Area area, (int X, int Y) at, bool hub)
    {
        if (!hub && !room.TryTake(at.X, at.Y, 3)) return null;
        return new(at.X, at.Y, hub, room.Beside(at.X, at.Y, hub ? 13 : 7, (area.Short.In(language), hub ? HubText : Text)));
    }

    /// <summary>A diamond at the middle of each zone's members, moved aside where one is already.</summary>
    private List<MapZone> Zones()
    {
        var drawn = new List<MapZone>();
        foreach (var zone in layers.Zones.OrderBy(z => z.Number).ThenBy(z => z.Code, StringComparer.Ordinal))
        {
            var members = zone.Members.Select(m => geometry.Reference.Areas.GetValueOrDefault(m.Area)).OfType<Area>().Where(a => a is { Lon: not null, Lat: not null }).ToList();
            if (members.Count == 0) continue;
            var (x, y) = Unit(members.Average(m => m.Lon!.Value), members.Average(m => m.Lat!.Value));
            var free = Around(x, y).FirstOrDefault(p => room.TryTake(p.X, p.Y, 9), (X: -1, Y: -1));
            if (free.X >= 0) drawn.Add(new(free.X, free.Y, zone));
        }

        return drawn;
    }

    private List<MapLine> Lines()
    {
        var drawn = new List<MapLine>();
        foreach (var project in layers.Projects)
        {
            var lines = geometry.Courses[project.Code].ToList();
            var dots = lines.ConvertAll(l => Simplify.Line([.. l.Positions.Select(frame.At)], 1));
            if (!dots.Exists(frame.Meets)) continue;
            drawn.Add(new(project, dots.Aggregate(new PathText(), (path, line) => path.Add(line)).ToString(), Key(drawn.Count), lines.Exists(l => l.Schematic), null));
        }

        return [.. drawn.Select(line => line with { Label = Label(line, drawn.Count > MostDirectLabels) })];
    }

    /// <summary>Name of the line, or its letter, where it has room along the line: the middle first.</summary>
    private MapLabel? Label(MapLine line, bool keyed)
    {
        var course = geometry.Courses[line.Project.Code].MaxBy(c => c.Positions.Count)!.Positions.Select(frame.At).ToList();
        var text = keyed ? line.Key : line.Project.Name.In(language);
        foreach (var share in (ReadOnlySpan<double>)[0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8])
        {
            var (x, y) = Along(course, share);
            if (!Shows((x, y))) continue;
            if (room.Beside(x, y, keyed ? 4 : 8, (text, Text)) is { } label) return label;
        }

        return null;
    }

    private static (int X, int Y) Along(List<Dot> line, double share)
    {
        var at = share * (line.Count - 1);
        var (from, rest) = ((int)at, at - (int)at);
        var (a, b) = (line[from], line[Math.Min(from + 1, line.Count - 1)]);
        return ((int)((a.X + ((b.X - a.X) * rest)) / MapFrame.DotsPerUnit), (int)((a.Y + ((b.Y - a.Y) * rest)) / MapFrame.DotsPerUnit));
    }

    private (int X, int Y) Unit(double lon, double lat) => frame.At(new(lon, lat)) is var dot ? (dot.X / MapFrame.DotsPerUnit, dot.Y / MapFrame.DotsPerUnit) : default;

    private bool Shows((int X, int Y) at) => at is { X: > 4, Y: > 4 } && at.X < MapFrame.Width - 4 && at.Y < frame.Height - 4;

    private static IEnumerable<(int X, int Y)> Around(int x, int y) => [(x, y), (x + 12, y), (x - 12, y), (x, y - 12), (x, y + 12), (x + 14, y + 14), (x - 14, y - 14)];

    private static string Key(int at) => at < 26 ? ((char)('a' + at)).ToString() : $"{(char)('a' + (at % 26))}{at / 26}";
}
