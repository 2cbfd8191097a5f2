using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Web;

namespace TwinHub.Measure.Zones;

/// <summary>One zone: members, approvals, source, published figures of its members, its place on the map.</summary>
public sealed class ShowZone(TwinHubDb db, RegionMaps maps, Page page)
{
    public sealed record View(ZoneRow Row, MapDrawing Map, IReadOnlyList<Project> Projects);

    /// <summary>A project that names an area of the zone.</summary>
    public sealed record Project(string Code, Core.LocalText Name, bool Sample);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/zones/{code}", (string code, ShowZone slice, CancellationToken cancel) => slice.ShowAsync(code, cancel));

    private async Task<IResult> ShowAsync(string code, CancellationToken cancel)
    {
        var zone = await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Code == code, cancel) ?? throw new NotFoundException("zone", code);
        var areas = zone.Members.Select(m => m.Area).ToHashSet(StringComparer.Ordinal);
        var projects = (await db.Projects.AsNoTracking().IgnoreAutoIncludes().OrderBy(p => p.Code).Select(p => new { p.Code, p.Name, p.Areas, p.Sample }).ToListAsync(cancel))
            .Where(p => p.Areas.Split(';').Any(areas.Contains)).Select(p => new Project(p.Code, p.Name, p.Sample)).ToList();
        var layers = new MapLayers { Hatched = areas, LookAtAreas = areas, Zones = zone.Number is null ? [] : [zone] };
        return new RazorComponentResult<ZonePage>(new { View = new View(ZoneRow.Of(zone, page), DrawMap.Of(await maps.GetAsync(page.Reference, cancel), layers, page.Lang), projects) });
    }
}
