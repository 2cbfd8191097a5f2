using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Web;

namespace TwinHub.Measure.Zones;

/// <summary>Every zone with its members, whose side it shows, and its approval; a map of the platforms.</summary>
public sealed class ListZones(TwinHubDb db, RegionMaps maps, Page page)
{
    public sealed record View(IReadOnlyList<ZoneRow> Zones, MapDrawing Map)
    {
        public IEnumerable<IGrouping<string, ZoneRow>> Kinds => Zones.GroupBy(z => z.Zone.Kind);
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/zones", (ListZones slice, CancellationToken cancel) => slice.ShowAsync(cancel));

    private async Task<IResult> ShowAsync(CancellationToken cancel)
    {
        var zones = await db.Zones.AsNoTracking().ToListAsync(cancel);
        var rows = zones.Select(z => ZoneRow.Of(z, page)).OrderBy(r => r.Zone.Number ?? int.MaxValue).ThenBy(r => r.Zone.Kind, StringComparer.Ordinal).ThenBy(r => r.Zone.Code, StringComparer.Ordinal).ToList();
        var layers = new MapLayers
        {
            Zones = [.. zones.Where(z => z.Number is not null)],
            Hatched = [.. zones.Where(z => z.Kind == "central_area").SelectMany(z => z.Members).Select(m => m.Area)],
        };
        return new RazorComponentResult<ZonesPage>(new { View = new View(rows, DrawMap.Of(await maps.GetAsync(page.Reference, cancel), layers, page.Lang)) });
    }
}

/// <summary>A zone and, for each party in the region's order, those of its areas that belong to it.</summary>
/// <param name="Sides">Parties that have members.</param>
public sealed record ZoneRow(Zone Zone, IReadOnlyList<ZoneSide> Sides)
{
    /// <summary>A zone that should cross parties, of which the record shows one party's part only.</summary>
    public bool OneSide => Zone.Kind is "adjoining_platform" or "central_area" && Sides.Count == 1;

    public static ZoneRow Of(Zone zone, Page page)
    {
        var members = zone.Members.Where(m => page.Reference.Areas.ContainsKey(m.Area)).Select(m => new ZoneArea(page.Reference.Areas[m.Area], m.Scope == "part"))
            .OrderBy(m => m.Area.Code, StringComparer.Ordinal).ToLookup(m => m.Area.Party ?? "");
        return new(zone, [.. page.Parties.Where(p => members.Contains(p.Code)).Select(p => new ZoneSide(p.Code, [.. members[p.Code]]))]);
    }
}

/// <summary>One party's areas of a zone.</summary>
public sealed record ZoneSide(string Party, IReadOnlyList<ZoneArea> Areas);

/// <summary>An area of a zone, whole or in part.</summary>
public sealed record ZoneArea(Area Area, bool Part);
