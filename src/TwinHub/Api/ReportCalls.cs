using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>What one lead unit says of one item for one round (进展报告).</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Organization">Code of the unit.</param>
/// <param name="Party">Code of its party.</param>
/// <param name="Number">Version of the unit's report of this item and round, from 1.</param>
/// <param name="Superseded">A later version exists.</param>
/// <param name="State">Another party sees a report from its release on.</param>
/// <param name="Percent">0–100; null: the unit gives none.</param>
/// <param name="Asks">What it asks for.</param>
/// <param name="WhyLower">Why the percent is below that of the report before.</param>
/// <param name="CameBy">How it came; other than by the unit itself, its office entered it.</param>
/// <param name="ReturnReason">Why the office returned it.</param>
/// <param name="Milestones">Actual or likely dates of its side's milestones.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ReportJson(string Round, string Item, string Organization, string Party, int Number, bool Superseded, ReportState State, decimal? Percent, TextJson? Text, TextJson? Problems, TextJson? Asks, TextJson? WhyLower, Judgement? Judgement,
    CameBy CameBy, DateOnly? SubmittedOn, DateOnly? ReleasedOn, TextJson? ReturnReason, IReadOnlyList<ReportDateJson> Milestones, bool Sample);

/// <param name="Milestone">Code of the milestone.</param>
/// <param name="Actual">Day on which it was done.</param>
/// <param name="Likely">Day on which it is likely to be done.</param>
public sealed record ReportDateJson(string Milestone, DateOnly? Actual, DateOnly? Likely);

/// <summary>Reports of the actor's party, and what the others released, of items that the actor may see.</summary>
internal sealed class ReportCalls(TwinHubDb db, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/reports", Operation.List<ReportJson>("reports.list", Parameter.Text("list", "2024H1"), Parameter.Text("round", "2024H1-R2"), Parameter.Text("item", "2024H1-001"), Parameter.Text("party", "north"), Parameter.Text("organization", "N-TRA"),
            Parameter.Word<ReportState>("state"), Parameter.Flag("superseded")), (Call call, ReportCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/reports/{round}/{item}/{organization}", Operation.One<ReportJson>("reports.get", Parameter.Path("round", "2024H1-R2"), Parameter.Path("item", "2024H1-001"), Parameter.Path("organization", "N-TRA"), Parameter.Number("number", "1", 1, int.MaxValue)),
            (Call call, ReportCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private IQueryable<Report> Seen => db.Reports.AsNoTracking().VisibleTo(actor).Where(r => db.Items.VisibleTo(actor).Any(i => i.Id == r.ItemId));

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var reports = Filtered(call);
        if (call.After is { } after && Guid.TryParse(after, CultureInfo.InvariantCulture, out var last)) reports = reports.Where(r => r.Id.CompareTo(last) > 0);
        var rows = await reports.OrderBy(r => r.Id).Take(call.Limit + 1).ToListAsync(cancel);
        return call.Page(await AnswerAsync(rows, cancel), rows.ElementAtOrDefault(call.Limit - 1)?.Id.ToString());
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var (round, item, unit, number) = (call.Path("round"), call.Path("item"), call.Path("organization"), call.Number("number"));
        var versions = Seen.Where(r => r.Organization == unit && db.Rounds.Any(o => o.Id == r.RoundId && o.Code == round) && db.Items.Any(i => i.Id == r.ItemId && i.Code == item));
        var report = await versions.Where(r => number == null || r.Number == number).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel) ?? throw new NotFoundException("report", item);
        return call.One((await AnswerAsync([report], cancel))[0], RowTag.Of(report.Number.ToString(CultureInfo.InvariantCulture), report.Version));
    }

    private IQueryable<Report> Filtered(Call call)
    {
        var reports = Seen;
        if (call.Text("list") is { } list) reports = reports.Where(r => db.Rounds.Any(o => o.Id == r.RoundId && db.Lists.Any(l => l.Id == o.ListId && l.Code == list)));
        if (call.Text("round") is { } round) reports = reports.Where(r => db.Rounds.Any(o => o.Id == r.RoundId && o.Code == round));
        if (call.Text("item") is { } item) reports = reports.Where(r => db.Items.Any(i => i.Id == r.ItemId && i.Code == item));
        if (call.Text("party") is { } party) reports = reports.Where(r => r.Party == party);
        if (call.Text("organization") is { } unit) reports = reports.Where(r => r.Organization == unit);
        if (call.Word<ReportState>("state") is { } state) reports = reports.Where(r => r.State == state);
        if (call.Flag("superseded") is { } superseded) reports = reports.Where(r => r.Superseded == superseded);
        return reports;
    }

    private async Task<List<ReportJson>> AnswerAsync(List<Report> reports, CancellationToken cancel)
    {
        var (rounds, items, steps) = (reports.ConvertAll(r => r.RoundId), reports.ConvertAll(r => r.ItemId), reports.SelectMany(r => r.Dates).Select(d => d.Milestone).ToList());
        var codes = await db.Rounds.Where(r => rounds.Contains(r.Id)).Select(r => new { r.Id, r.Code }).Union(db.Items.Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.Code }))
            .Union(db.Milestones.Where(m => steps.Contains(m.Id)).Select(m => new { m.Id, m.Code })).ToDictionaryAsync(c => c.Id, c => c.Code, cancel);
        return reports.ConvertAll(r => new ReportJson(codes[r.RoundId], codes[r.ItemId], r.Organization, r.Party, r.Number, r.Superseded, r.State, r.Percent, TextJson.Of(r.Text), TextJson.Of(r.Problems), TextJson.Of(r.Asks), TextJson.Of(r.WhyLower),
            r.Judgement, r.CameBy, r.SubmittedOn, r.ReleasedOn, TextJson.Of(r.Party == actor.Party ? r.ReturnReason : LocalText.Empty), Dates(r, codes), r.Sample));
    }

    private static IReadOnlyList<ReportDateJson> Dates(Report report, Dictionary<Guid, string> codes) =>
        [.. report.Dates.Select(d => new ReportDateJson(codes[d.Milestone], d.Actual, d.Likely)).OrderBy(d => d.Milestone, StringComparer.Ordinal)];
}
