using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Language;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>The region, the day that everything goes by, and who asks.</summary>
/// <param name="Binding">Code of the language that binds.</param>
/// <param name="Languages">Codes of its languages in order.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Today">Day that due dates, progress and forecasts go by.</param>
/// <param name="Pinned">The day stands still, for a demonstration.</param>
/// <param name="CurrentList">Code of the list in force.</param>
/// <param name="SampleNote">What is made up.</param>
/// <param name="Parties">In their order.</param>
/// <param name="Caller">The account that asks.</param>
public sealed record RegionJson(string Code, TextJson Name, string Binding, IReadOnlyList<string> Languages, string Currency, string TimeZone, DateOnly Today, bool Pinned, string? CurrentList, TextJson? SampleNote, IReadOnlyList<PartyJson> Parties, CallerJson Caller);

/// <summary>A government that holds a key (方).</summary>
/// <param name="Mark">What stands for it in tables.</param>
/// <param name="Area">Code of its area.</param>
public sealed record PartyJson(string Code, TextJson Name, TextJson Short, TextJson Mark, string Area);

/// <summary>The account that asks: its rights are the most that a token of it gives.</summary>
/// <param name="Party">Code of its party.</param>
/// <param name="Organization">Code of its unit.</param>
/// <param name="Roles">What it may do there.</param>
/// <param name="Scopes">What this token is for; of a session of the site, reading.</param>
public sealed record CallerJson(string Party, string? Organization, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes);

/// <summary>Where a program begins.</summary>
internal sealed class RegionCalls(Page page, Today today, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app) => app.Get("/region", Operation.One<RegionJson>("region.get"), (Call call, RegionCalls slice) => slice.Get(call));

    private IResult Get(Call call)
    {
        var (region, scopes) = (page.Region, call.Http.User.FindAll(AccessScope.Claim).Select(c => c.Value).Order(StringComparer.Ordinal).ToList());
        var roles = Enum.GetValues<Roles>().Where(r => r != Roles.None && actor.Is(r)).Select(r => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(r.ToString()));
        return call.One(new RegionJson(region.Code, TextJson.Some(region.Name), region.Binding, [.. RegionLanguage.Of(region).Select(l => l.Code)], region.Currency, region.TimeZone, today.Day, today.IsPinned, region.CurrentList, TextJson.Of(region.SampleNote),
            [.. page.Parties.Select(p => new PartyJson(p.Code, TextJson.Some(p.Name), TextJson.Some(p.Short), TextJson.Some(p.Mark), p.Area))],
            new CallerJson(actor.Party, actor.Organization, [.. roles], scopes.Count > 0 ? scopes : [AccessScope.Read])));
    }
}
