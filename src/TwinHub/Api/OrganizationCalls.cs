using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>A unit (单位), of one party or outside every party.</summary>
/// <param name="Party">Code of its party; null: outside. It holds no key.</param>
/// <param name="Office">The party's part of the joint office.</param>
/// <param name="Area">Code of its area.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record OrganizationJson(string Code, string? Party, string Kind, bool Office, string? Area, TextJson Name, TextJson Short, string? Source, bool Sample) : ICoded
{
    internal static OrganizationJson Of(Organization o) => new(o.Code, o.Party, o.Kind, o.Office, o.Area, TextJson.Some(o.Name), TextJson.Some(o.Short), o.Source, o.Sample);
}

/// <summary>Units are every party's to read.</summary>
internal sealed class OrganizationCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/organizations", Operation.List<OrganizationJson>("organizations.list", Parameter.Text("party", "north"), Parameter.Text("kind", "department"), Parameter.Flag("office")),
            (Call call, OrganizationCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/organizations/{code}", Operation.One<OrganizationJson>("organizations.get", Parameter.Path("code", "N-TRA")), (Call call, OrganizationCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Organization> units = db.Organizations;
        if (call.Text("party") is { } party) units = units.Where(o => o.Party == party);
        if (call.Text("kind") is { } kind) units = units.Where(o => o.Kind == kind);
        if (call.Flag("office") is { } office) units = units.Where(o => o.Office == office);
        return call.PageAsync(units, o => o.Code, OrganizationJson.Of, cancel);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var unit = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, cancel) ?? throw new NotFoundException("organization", code);
        return call.One(OrganizationJson.Of(unit));
    }
}
