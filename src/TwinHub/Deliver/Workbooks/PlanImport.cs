using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Deliver.Workbooks.Layouts;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Checks a workbook whole against the record and tells what it would do. It writes nothing.</summary>
public sealed partial class PlanImport(TwinHubDb db, ReferenceCache references, KnownLayouts layouts, PlanReports reports, Today today, Actor actor)
{
    private readonly List<WorkbookProblem> problems = [];
    private readonly HashSet<(int Row, ColumnKind Kind)> told = [];

    /// <summary>The same once more, after a plan that was not carried out.</summary>
    public Task<(ImportPlan Plan, WholeList? Whole)> AgainAsync(Incoming incoming, CancellationToken cancel)
    {
        problems.Clear();
        told.Clear();
        return HandleAsync(incoming, cancel);
    }

    /// <exception cref="RefusedException">The file is no workbook that can be read, or too large.</exception>
    public async Task<(ImportPlan Plan, WholeList? Whole)> HandleAsync(Incoming incoming, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        var reference = (await references.GetAsync(cancel))!;
        var sheets = ReadSheets.Read(incoming.File);
        var (facts, wrong) = new ReadFacts(reference, incoming.Language).Read(sheets, today.Day.Year);
        problems.AddRange(wrong);
        var name = incoming.Code ?? facts.Code ?? "";
        if (!CodeForm.IsMatch(name)) return (Failed(new("", ImportMode.Drafts, facts), name.Length == 0 ? Refusal.Of("workbook.no-list") : Refusal.Of("list.code-form", name)), null);
        var whole = await db.WholeListAsync(name, cancel);
        var period = whole is { List: var list } ? (list.Starts, list.Ends) : facts is { Starts: { } from, Ends: { } to } ? (from, to) : ReadFacts.PeriodOf(name);
        var cells = new ReadCells(reference, incoming.Language, period ?? (new(today.Day.Year, 1, 1), new(today.Day.Year, 12, 31)));
        var (read, tables) = await ReadAsync(incoming, sheets, (cells, whole?.List), cancel);
        problems.AddRange(read.Problems);
        facts = whole is null ? Complete(facts, (name, period), read, reference) : facts;
        var plan = new ImportPlan(name, Mode(whole?.List, facts), facts) { NewList = whole is null, Table = read.Table, Notes = read.Notes, Sheets = [.. sheets.Select(s => (s.Name, tables.Any(t => t.Sheet == s)))] };
        CheckList(whole?.List, plan, reference);
        return (await FilledAsync(plan, read, whole?.List, cancel), whole);
    }

    private async Task<ImportPlan> FilledAsync(ImportPlan plan, ListRead read, ItemList? list, CancellationToken cancel)
    {
        var reference = references.Current!;
        var rows = Rows(read, list, plan, reference);
        var (planned, wrong) = await reports.HandleAsync(rows, list, cancel);
        problems.AddRange(wrong);
        return plan with { Rows = rows, Reports = planned, Problems = Sorted() };
    }

    private ImportPlan Failed(ImportPlan plan, Refusal refusal)
    {
        Fault(CellPlace.File, refusal);
        return plan with { Problems = Sorted() };
    }

    private IReadOnlyList<WorkbookProblem> Sorted() => [.. problems.Distinct().OrderBy(p => p.Place.Row)];

    private async Task<(ListRead Read, IReadOnlyList<FoundTable> Tables)> ReadAsync(Incoming incoming, IReadOnlyList<Sheet> sheets, (ReadCells Cells, ItemList? List) at, CancellationToken cancel)
    {
        var reference = references.Current!;
        var tables = new FindTable(new HeadWords(reference, RegionLanguage.Of(reference.Region), today.Day.Year)).All(sheets);
        var best = tables.FirstOrDefault(t => t.Sheet.Name == incoming.Sheet) ?? tables.FirstOrDefault();
        if (best is null) return (new(null, [], [new(new(sheets.FirstOrDefault()?.Name ?? "", 1), Refusal.Of("workbook.no-head"))]), tables);
        var table = new SettleColumns(reference).Settle(best, await layouts.FindAsync(best.Fingerprint, cancel), incoming.Said);
        var own = await OwnColumnsAsync(at.List, cancel);
        table = table with { Columns = [.. table.Columns.Select(c => c.Column is null && own.Contains(c.Head) ? c with { Column = new(ColumnKind.Shown), Grasp = Grasp.Own } : c)] };
        var read = new ReadRows(table, reference, at.Cells).Read();
        var kinds = table.Columns.Where(c => c.Column is not null).ToDictionary(c => c.Letters, c => c.Column!.Kind);
        told.UnionWith(read.Problems.Where(p => p.Place.Column is { } column && kinds.ContainsKey(column)).Select(p => (p.Place.Row, kinds[p.Place.Column!])));
        return (read, tables);
    }

    /// <summary>Heads of what an export shows beside the list's own fields: columns that the sender's party added, and typed ones.</summary>
    private async Task<HashSet<string>> OwnColumnsAsync(ItemList? list, CancellationToken cancel)
    {
        var own = await db.PartyColumns.AsNoTracking().VisibleTo(actor).Select(c => c.Name).ToListAsync(cancel);
        var typed = (list?.Columns ?? []).SelectMany(c => Words.Languages.Select(l => ListSheet.Head(c, Words.In(l))));
        return [.. own.Concat(list?.Columns.Select(c => c.Name) ?? []).SelectMany(n => n.Wordings.Values).Select(w => w.Text), .. typed];
    }

    /// <summary>A new list that the workbook says little of: its period by its code or its dates, its title by the workbook's own.</summary>
    private static ListFacts Complete(ListFacts facts, (string Code, (DateOnly Starts, DateOnly Ends)? Period) known, ListRead read, Reference reference)
    {
        var dues = read.Rows.Select(r => r.Due).OfType<DateOnly>().ToList();
        var (starts, ends) = known.Period ?? (dues.Count > 0 ? (new DateOnly(dues.Min().Year, 1, 1), new DateOnly(dues.Max().Year, 12, 31)) : ((DateOnly?)null, (DateOnly?)null));
        var (binding, region) = (reference.Region.Binding, reference.Region);
        var titles = facts.Title.Count > 0 ? facts.Title
            : region.NextList == known.Code && !region.NextListTitle.IsEmpty ? region.NextListTitle.Wordings.ToDictionary(w => w.Key, w => w.Value.Text)
            : new Dictionary<string, string> { [binding] = read.Table?.Above.FirstOrDefault(a => a.Length is > 3 and < 80) ?? Words.In(binding).Say("workbook.list-named", known.Code) };
        return facts with { Starts = facts.Starts ?? starts, Ends = facts.Ends ?? ends, Title = titles };
    }

    private static ImportMode Mode(ItemList? list, ListFacts facts) =>
        list?.Adopted is not null ? ImportMode.Propose : facts.IsAdopted ? ImportMode.Record : ImportMode.Drafts;

    private void CheckList(ItemList? list, ImportPlan plan, Reference reference)
    {
        var (at, facts) = (CellPlace.File, plan.Facts);
        if (list is { IsOpen: false }) Fault(at, Refusal.Of("list.closed", list.Code));
        if (list is null && (facts.Starts is null || facts.Ends is null || facts.Ends < facts.Starts)) Fault(at, Refusal.Of("workbook.no-period"));
        if (list is null && !facts.Title.ContainsKey(reference.Region.Binding)) Fault(at, Refusal.Of("workbook.no-title"));
        if (list is null && actor.WhyNotAs(Roles.Office) is { } begin) Fault(at, begin);
        if (plan.Mode != ImportMode.Record) return;
        if (facts is { AdoptedOn: null } or { DocumentNumber: null } or { DocumentDate: null } or { Issuers.Count: 0 }) Fault(at, Refusal.Of("workbook.no-document"));
        if (list is not null && actor.WhyNotAs(Roles.Office) is { } office) Fault(at, office);
    }

    private List<PlannedRow> Rows(ListRead read, ItemList? list, ImportPlan plan, Reference reference)
    {
        var (planned, compare, named) = (new List<PlannedRow>(), new CompareRow(reference), new ItemsByTitle(list, actor));
        var number = list is null ? 1 : int.Parse(list.NextItemCode().AsSpan(list.Code.Length + 1), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var row in read.Rows)
        {
            var item = row.Code is { } known ? list?.Find(known) : named.Take(row, problems);
            if (item is { DraftOf: { } party } && party != actor.Party) item = null;
            var code = row.Code ?? item?.Code ?? $"{plan.Code}-{number++:000}";
            var changes = item is null ? [] : compare.Changes(row, item).ToList();
            CheckRow(row, new(row, code, item, changes), plan);
            planned.Add(new(row, code, item, changes));
        }

        return planned;
    }

    private void CheckRow(ReadRow row, PlannedRow planned, ImportPlan plan)
    {
        var (code, item) = (planned.Code, planned.Item);
        if (!code.StartsWith(plan.Code + "-", StringComparison.Ordinal)) Fault(row.At(ColumnKind.Code), Refusal.Of("workbook.code-other-list", code, plan.Code));
        if (item is not null) CheckChanged(row, planned);
        else CheckNew(row, code);
    }

    /// <summary>An adopted item changes by a change request, which moves due, leads and the binding scope only.</summary>
    private void CheckChanged(ReadRow row, PlannedRow planned)
    {
        var item = planned.Item!;
        if (item.End is not null && planned.Changes.Count > 0) Fault(row.Place, Refusal.Of("item.not-open", item.Code));
        foreach (var change in planned.Changes.Where(c => c.Kind == ColumnKind.Class || (!item.IsDraft && !(c.Kind is ColumnKind.Due or ColumnKind.Leads || (c.Kind == ColumnKind.Scope && c.Part == item.Scope.Binding)))))
        {
            Fault(row.At(change.Kind), Refusal.Of("workbook.fixed-field", item.Code, change.Kind));
        }
    }

    private void CheckNew(ReadRow row, string code)
    {
        if (!row.Title.ContainsKey(references.Current!.Region.Binding)) Fault(row.At(ColumnKind.Title), Refusal.Of("workbook.row-title", code));
        if (row.Due is null && !HasProblem(row, ColumnKind.Due)) Fault(row.At(ColumnKind.Due), Refusal.Of("workbook.row-due", code));
        if (row.Theme is null && !HasProblem(row, ColumnKind.Theme)) Fault(row.At(ColumnKind.Theme), Refusal.Of("workbook.row-theme", code));
        if (row.Leads.Values.Count(l => l.Count > 0) < 2 && !HasProblem(row, ColumnKind.Leads)) Fault(row.At(ColumnKind.Leads), Refusal.Of("item.leads", code));
    }

    /// <summary>A cell of that kind was told already: that it gives nothing is not told again.</summary>
    private bool HasProblem(ReadRow row, ColumnKind kind) => told.Contains((row.Place.Row, kind));

    private void Fault(CellPlace at, Refusal refusal) => problems.Add(new(at, refusal));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{2,19}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm { get; }
}
