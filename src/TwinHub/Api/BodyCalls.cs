using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Meetings;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>A level of the mechanism (机制).</summary>
/// <param name="Level">1 is the highest.</param>
/// <param name="Parent">Code of the body above.</param>
/// <param name="Rules">How it works.</param>
/// <param name="Powers">Kinds of change that it may resolve.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record BodyJson(string Code, int Level, string? Parent, TextJson Name, TextJson? Rules, IReadOnlyList<BodyMemberJson> Members, IReadOnlyList<string> Powers, string? Source, bool Sample) : ICoded
{
    internal static BodyJson Of(Body b) => new(b.Code, b.Level, b.Parent, TextJson.Some(b.Name), TextJson.Of(b.Rules),
        [.. b.Members.OrderBy(m => m.Order).Select(m => new BodyMemberJson(m.Order, m.Party, m.Organization, TextJson.Of(m.Office), m.Role, m.Source, m.Sample))],
        [.. b.Powers.Select(p => p.Kind).Order(StringComparer.Ordinal)], b.Source, b.Sample);
}

/// <param name="Order">From 1.</param>
/// <param name="Party">Code of the party; null: outside every party.</param>
/// <param name="Organization">Code of the unit.</param>
/// <param name="Office">Office, never a person's name.</param>
/// <param name="Role">Part in the body.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record BodyMemberJson(int Order, string? Party, string? Organization, TextJson? Office, string Role, string? Source, bool Sample);

/// <summary>Bodies are every party's to read.</summary>
internal sealed class BodyCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/bodies", Operation.List<BodyJson>("bodies.list", Parameter.Number("level", "1", 1, 99)), (Call call, BodyCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/bodies/{code}", Operation.One<BodyJson>("bodies.get", Parameter.Path("code", "JM")), (Call call, BodyCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Body> bodies = db.Bodies;
        if (call.Number("level") is { } level) bodies = bodies.Where(b => b.Level == level);
        return call.PageAsync(bodies, b => b.Code, BodyJson.Of, cancel);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var body = await db.Bodies.AsNoTracking().SingleOrDefaultAsync(b => b.Code == code, cancel) ?? throw new NotFoundException("body", code);
        return call.One(BodyJson.Of(body));
    }
}
