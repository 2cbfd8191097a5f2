using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>A named set of areas, usually crossing parties (功能区).</summary>
/// <param name="Number">Place among the zones of its kind.</param>
/// <param name="AreaKm2">Square kilometres.</param>
/// <param name="Approved">Day on which it was approved.</param>
/// <param name="ApprovalRef">Document that approved it.</param>
/// <param name="PlanRef">Document of its plan.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ZoneJson(string Code, string Kind, TextJson Name, TextJson Short, int? Number, double? AreaKm2, DateOnly? Approved, string? ApprovalRef, string? PlanRef, TextJson? Note, string? Source, bool Sample,
    IReadOnlyList<ZoneMemberJson> Members) : ICoded
{
    internal static ZoneJson Of(Zone z) => new(z.Code, z.Kind, TextJson.Some(z.Name), TextJson.Some(z.Short), z.Number, z.AreaKm2, z.Approved, z.ApprovalRef, z.PlanRef, TextJson.Of(z.Note), z.Source, z.Sample,
        [.. z.Members.OrderBy(m => m.Area, StringComparer.Ordinal).Select(m => new ZoneMemberJson(m.Area, m.Scope))]);
}

/// <param name="Area">Code of the area.</param>
/// <param name="Scope">Whether all of it lies in the zone, or part.</param>
public sealed record ZoneMemberJson(string Area, string Scope);

/// <summary>Zones are every party's to read.</summary>
internal sealed class ZoneCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/zones", Operation.List<ZoneJson>("zones.list", Parameter.Text("kind", "adjoining_platform"), Parameter.Text("area", "A-N2")), (Call call, ZoneCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/zones/{code}", Operation.One<ZoneJson>("zones.get", Parameter.Path("code", "Z1")), (Call call, ZoneCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Zone> zones = db.Zones;
        if (call.Text("kind") is { } kind) zones = zones.Where(z => z.Kind == kind);
        if (call.Text("area") is { } area) zones = zones.Where(z => z.Members.Any(m => m.Area == area));
        return call.PageAsync(zones, z => z.Code, ZoneJson.Of, cancel);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var zone = await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Code == code, cancel) ?? throw new NotFoundException("zone", code);
        return call.One(ZoneJson.Of(zone));
    }
}
