using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>An administrative unit, in a tree, valid from–to (行政区).</summary>
/// <param name="Code">Official code, where the country has one.</param>
/// <param name="Parent">Code of the area that it lies in.</param>
/// <param name="Party">Code of its party.</param>
/// <param name="Role">hub, city, district …</param>
/// <param name="Hub">Code of the hub that it belongs to.</param>
/// <param name="InRegion">Whether, and how far, it lies in the region.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="AreaKm2">Square kilometres.</param>
/// <param name="Successor">Code of the area that followed it.</param>
/// <param name="Source">Code of the source.</param>
public sealed record AreaJson(string Code, string? Parent, string? Party, string Level, string Role, string? Hub, string InRegion, TextJson Name, TextJson Short, double? Longitude, double? Latitude,
    double? AreaKm2, DateOnly? ValidFrom, DateOnly? ValidTo, string? Successor, TextJson? Note, string? Source) : ICoded
{
    internal static AreaJson Of(Area a) => new(a.Code, a.Parent, a.Party, a.Level, a.Role, a.Hub, a.InRegion, TextJson.Some(a.Name), TextJson.Some(a.Short), a.Lon, a.Lat, a.AreaKm2, a.ValidFrom, a.ValidTo, a.Successor,
        TextJson.Of(a.Note), a.Source);
}

/// <summary>Areas are every party's to read.</summary>
internal sealed class AreaCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/areas", Operation.List<AreaJson>("areas.list", Parameter.Text("party", "north"), Parameter.Text("parent", "A-N"), Parameter.Text("level", "city"), Parameter.Text("zone", "Z1"), Parameter.Day("on", "2024-03-31")),
            (Call call, AreaCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/areas/{code}", Operation.One<AreaJson>("areas.get", Parameter.Path("code", "A-N1")), (Call call, AreaCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Area> areas = db.Areas;
        if (call.Text("party") is { } party) areas = areas.Where(a => a.Party == party);
        if (call.Text("parent") is { } parent) areas = areas.Where(a => a.Parent == parent);
        if (call.Text("level") is { } level) areas = areas.Where(a => a.Level == level);
        if (call.Text("zone") is { } zone) areas = areas.Where(a => db.Zones.Any(z => z.Code == zone && z.Members.Any(m => m.Area == a.Code)));
        if (call.Day("on") is { } on) areas = areas.Where(a => (a.ValidFrom == null || a.ValidFrom <= on) && (a.ValidTo == null || a.ValidTo >= on));
        return call.PageAsync(areas, a => a.Code, AreaJson.Of, cancel);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var area = await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code, cancel) ?? throw new NotFoundException("area", code);
        return call.One(AreaJson.Of(area));
    }
}
