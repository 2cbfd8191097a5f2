using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Checks a workbook whole against the record and tells what it would do. It writes nothing.</summary>
public sealed class PlanImport(TwinHubDb db, ReferenceCache references, Today today, Actor actor)
{
    private readonly List<WorkbookProblem> problems = [];

    /// <param name="code">Code of the list; null: as the workbook says.</param>
    /// <exception cref="RefusedException">The file is no workbook, or too large.</exception>
    public async Task<(ImportPlan Plan, WholeList? Whole)> HandleAsync(byte[] file, string? code, string language, CancellationToken cancel)
    {
        var reference = (await references.GetAsync(cancel))!;
        var read = new ReadList(reference, language, today.Day).Read(file);
        problems.AddRange(read.Problems);
        var name = code ?? read.Facts.Code ?? "";
        if (name.Length == 0) Fault(new("", 1), Refusal.Of("workbook.no-list"));
        var whole = await db.WholeListAsync(name, cancel);
        var list = whole?.List;
        var plan = new ImportPlan(name, Mode(list, read.Facts), read.Facts) { NewList = list is null };
        CheckList(list, plan, reference);
        var rows = Rows(read.Rows, list, plan, reference);
        plan = plan with { Rows = rows, Reports = Reports(rows, reference) };
        return (plan with { Problems = [.. problems.OrderBy(p => p.Place.Row)] }, whole);
    }

    private static ImportMode Mode(ItemList? list, ListFacts facts) =>
        list?.Adopted is not null ? ImportMode.Propose : facts.IsAdopted ? ImportMode.Record : ImportMode.Drafts;

    private void CheckList(ItemList? list, ImportPlan plan, Reference reference)
    {
        var at = new CellPlace("", 1);
        if (actor.WhyNotAs(Roles.Office | Roles.Drafter) is { } role) Fault(at, role);
        if (list is { IsOpen: false }) Fault(at, Refusal.Of("list.closed", list.Code));
        if (list is null && (plan.Facts.Starts is null || plan.Facts.Ends is null || plan.Facts.Ends < plan.Facts.Starts)) Fault(at, Refusal.Of("workbook.no-period"));
        if (list is null && !plan.Facts.Title.ContainsKey(reference.Region.Binding)) Fault(at, Refusal.Of("workbook.no-title"));
        if (plan.Mode != ImportMode.Record) return;
        if (plan.Facts is { AdoptedOn: null } or { DocumentNumber: null } or { DocumentDate: null } or { Issuers.Count: 0 }) Fault(at, Refusal.Of("workbook.no-document"));
        if (actor.WhyNotAs(Roles.Office) is { } office) Fault(at, office);
    }

    private List<PlannedRow> Rows(IReadOnlyList<ReadRow> rows, ItemList? list, ImportPlan plan, Reference reference)
    {
        var planned = new List<PlannedRow>();
        var number = list is null ? 1 : int.Parse(list.NextItemCode().AsSpan(list.Code.Length + 1), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var row in rows)
        {
            var item = row.Code is { } known ? list?.Find(known) : null;
            if (item is { DraftOf: { } party } && party != actor.Party) item = null;
            var code = row.Code ?? $"{plan.Code}-{number++:000}";
            CheckRow(row, code, item, plan);
            planned.Add(new(row, code, item, item is null ? [] : [.. Compare(row, item, reference)]));
        }

        return planned;
    }

    private void CheckRow(ReadRow row, string code, Item? item, ImportPlan plan)
    {
        var binding = references.Current!.Region.Binding;
        if (!code.StartsWith(plan.Code + "-", StringComparison.Ordinal)) Fault(row.Place, Refusal.Of("workbook.code-other-list", code, plan.Code));
        if (item is { End: not null }) Fault(row.Place, Refusal.Of("item.not-open", code));
        if (item is not null) return;
        if (!row.Title.ContainsKey(binding)) Fault(row.Place, Refusal.Of("workbook.row-title", code));
        if (row.Due is null) Fault(row.Place, Refusal.Of("workbook.row-due", code));
        if (row.Theme is null) Fault(row.Place, Refusal.Of("workbook.row-theme", code));
        if (row.Leads.Values.Count(l => l.Count > 0) < 2) Fault(row.Place, Refusal.Of("item.leads", code));
    }

    private static IEnumerable<FieldChange> Compare(ReadRow row, Item item, Reference reference)
    {
        if (row.Theme is { } theme && theme != item.Theme) yield return new(ColumnKind.Theme, null, item.Theme, theme);
        foreach (var change in Texts(row.Title, item.Title, ColumnKind.Title).Concat(Texts(row.Scope, item.Scope, ColumnKind.Scope))) yield return change;
        if (row.Due is { } due && due != item.Due) yield return new(ColumnKind.Due, null, Core.Changes.Rows.WriteDate(item.Due), Core.Changes.Rows.WriteDate(due));
        foreach (var (party, units) in row.Leads)
        {
            var now = item.LeadsOf(party).Select(u => u.Organization).ToList();
            if (!now.SequenceEqual(units)) yield return new(ColumnKind.Leads, party, Names(now, reference), Names(units, reference));
        }
    }

    private static IEnumerable<FieldChange> Texts(Dictionary<string, string> texts, LocalText now, ColumnKind kind) =>
        texts.Where(t => !now.Has(t.Key) || now.In(t.Key) != t.Value).Select(t => new FieldChange(kind, t.Key, now.Has(t.Key) ? now.In(t.Key) : "", t.Value));

    private static string Names(IEnumerable<string> units, Reference reference) => string.Join('、', units.Select(u => reference.UnitName(u).In(reference.Region.Binding)));

    /// <summary>Percent and text columns of the reader's own party become reports of its first lead; another party's are a fault.</summary>
    private List<PlannedReport> Reports(List<PlannedRow> rows, Reference reference)
    {
        var reports = new List<PlannedReport>();
        foreach (var row in rows)
        {
            foreach (var ((party, period), report) in row.Row.Reports)
            {
                var lead = (row.Row.Leads.GetValueOrDefault(party) is [var first, ..] ? first : null) ?? row.Item?.LeadsOf(party).FirstOrDefault()?.Organization;
                if (party != actor.Party) Fault(row.Row.Place, Refusal.Of("workbook.report-other-party", reference.Party(party).Short));
                else if (lead is null) Fault(row.Row.Place, Refusal.Of("workbook.report-no-lead", row.Code));
                else if (!Period.IsMonth(period)) Fault(row.Row.Place, Refusal.Of("workbook.period", period));
                else reports.Add(new(row.Code, lead, party, period, report.Percent, report.Text));
            }
        }

        return reports;
    }

    private void Fault(CellPlace at, Refusal refusal) => problems.Add(new(at, refusal));
}
