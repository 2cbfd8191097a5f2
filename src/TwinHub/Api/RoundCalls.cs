using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>A dispatch round of a list (调度): one month's reports.</summary>
/// <param name="List">Code of the list.</param>
/// <param name="Number">From 1.</param>
/// <param name="Period">Month that it is of: yyyy-mm.</param>
/// <param name="Opens">First day of reporting.</param>
/// <param name="Closes">Last day of reporting.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record RoundJson(string Code, string List, int Number, string Period, DateOnly Opens, DateOnly Closes, bool Sample) : ICoded;

/// <summary>Rounds are every party's to read.</summary>
internal sealed class RoundCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/rounds", Operation.List<RoundJson>("rounds.list", Parameter.Text("list", "2024H1"), Parameter.Day("on", "2024-04-28")), (Call call, RoundCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/rounds/{code}", Operation.One<RoundJson>("rounds.get", Parameter.Path("code", "2024H1-R3")), (Call call, RoundCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Round> rounds = db.Rounds;
        if (call.Text("list") is { } list) rounds = rounds.Where(r => db.Lists.Any(l => l.Id == r.ListId && l.Code == list));
        if (call.Day("on") is { } on) rounds = rounds.Where(r => r.Opens <= on && r.Closes >= on);
        var found = await AnswerAsync(await call.RowsAsync(rounds, r => r.Code, cancel), cancel);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancel) ?? throw new NotFoundException("round", code);
        return call.One((await AnswerAsync([round], cancel))[0]);
    }

    private async Task<List<RoundJson>> AnswerAsync(List<Round> rounds, CancellationToken cancel)
    {
        var lists = await db.Lists.AsNoTracking().Select(l => new { l.Id, l.Code }).ToDictionaryAsync(l => l.Id, l => l.Code, cancel);
        return rounds.ConvertAll(r => new RoundJson(r.Code, lists[r.ListId], r.Number, r.Period, r.Opens, r.Closes, r.Sample));
    }
}
