using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Percent and text columns of the sender's own party become reports of its first lead; another party's are a fault, and what was sent stays.</summary>
public sealed class PlanReports(TwinHubDb db, ReferenceCache references, Today today, Actor actor)
{
    /// <param name="list">Null: a new one.</param>
    public async Task<(IReadOnlyList<PlannedReport> Reports, IReadOnlyList<WorkbookProblem> Problems)> HandleAsync(IReadOnlyList<PlannedRow> rows, ItemList? list, CancellationToken cancel)
    {
        if (rows.All(r => r.Row.Reports.Count == 0)) return ([], []);
        var (planned, problems) = (new List<PlannedReport>(), new List<WorkbookProblem>());
        var latest = await LatestAsync(list, cancel);
        foreach (var row in rows)
        {
            foreach (var ((party, period), report) in row.Row.Reports.Where(r => r.Value is not (null, null)))
            {
                var place = new PlannedReport(row.Code, Lead(row, party ?? actor.Party) ?? "", party ?? actor.Party, period ?? latest, report.Percent, report.Text);
                if (WhyNot(place) is { } refusal) problems.Add(new(row.Row.At(report.Percent is null ? ColumnKind.Text : ColumnKind.Percent), refusal));
                else planned.Add(place);
            }
        }

        var known = await KnownAsync(list, cancel);
        var items = rows.Where(r => r.Item is not null).DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Item!.Id);
        return ([.. planned.Where(p => !items.TryGetValue(p.ItemCode, out var item) || !IsKnown(p, item, known))], problems);
    }

    private static string? Lead(PlannedRow row, string party) => (row.Row.Leads.GetValueOrDefault(party) is [var first, ..] ? first : null) ?? row.Item?.LeadsOf(party).FirstOrDefault()?.Organization;

    private Refusal? WhyNot(PlannedReport report)
    {
        if (report.Party != actor.Party) return Refusal.Of("workbook.report-other-party", references.Current!.Party(report.Party).Short);
        if (report.Organization.Length == 0) return Refusal.Of("workbook.report-no-lead", report.ItemCode);
        return Period.IsMonth(report.Period) ? null : Refusal.Of("workbook.period", report.Period);
    }

    /// <summary>The month of the latest round that has opened, or this one.</summary>
    private async Task<string> LatestAsync(ItemList? list, CancellationToken cancel) =>
        (list is null ? null : await db.Rounds.Where(r => r.ListId == list.Id && r.Opens <= today.Day).OrderByDescending(r => r.Number).Select(r => r.Period).FirstOrDefaultAsync(cancel)) ?? Period.Of(today.Day);

    private async Task<ILookup<(Guid, string, string), Report>> KnownAsync(ItemList? list, CancellationToken cancel)
    {
        if (list is null) return Array.Empty<Report>().ToLookup(_ => default((Guid, string, string)));
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.ListId == list.Id).ToDictionaryAsync(r => r.Id, r => r.Period, cancel);
        var reports = await db.Reports.AsNoTracking().Where(r => r.Party == actor.Party && !r.Superseded && rounds.Keys.Contains(r.RoundId)).ToListAsync(cancel);
        return reports.ToLookup(r => (r.ItemId, r.Organization, rounds[r.RoundId]));
    }

    /// <summary>What was sent stays as it is; a draft that says the same is not written again.</summary>
    private static bool IsKnown(PlannedReport report, Guid item, ILookup<(Guid, string, string), Report> known) =>
        known[(item, report.Organization, report.Period)].Any(r => r.State != ReportState.Draft || (r.Percent == report.Percent && r.Text.In(r.Text.Binding) == (report.Text ?? "")));
}
