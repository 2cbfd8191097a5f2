using System.Text.RegularExpressions;
using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Deliver.Workbooks.Layouts;
using TwinHub.Language;
using TwinHub.Texts;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Reads the rows of a table: items, rows that name a theme, rows that go on with the item above, sums and notes. Every row is understood or told.</summary>
public sealed partial class ReadRows(FoundTable table, Reference reference, ReadCells cells)
{
    private readonly Dictionary<RowNote, (int Count, int FirstRow)> notes = [];
    private readonly List<ReadRow> rows = [];
    private readonly HashSet<string> totals = Said("head.total"), remarks = Said("head.note");
    private readonly IReadOnlyList<UnderstoodColumn> used = [.. table.Columns.Where(c => c.Column is { Kind: not (ColumnKind.Ignored or ColumnKind.Shown) })];
    private readonly HashSet<int> unclear = [.. table.Of(ColumnKind.Percent).Where(c => !PercentForm.Tells(table.Rows, c.Index)).Select(c => c.Index)];
    private readonly List<int> titles = [.. table.Of(ColumnKind.Title).Select(c => c.Index)];
    private string? theme;

    public ListRead Read()
    {
        TellColumns();
        foreach (var row in table.Rows) Read(row);
        foreach (var twice in rows.Where(r => r.Code is not null).GroupBy(r => r.Code).Where(g => g.Count() > 1)) cells.Tell(twice.Last().At(ColumnKind.Code), Refusal.Of("workbook.code-twice", twice.Key!));
        return new(table, rows, cells.Problems) { Notes = notes };
    }

    private void TellColumns()
    {
        foreach (var column in table.Columns.Where(c => c.Column is null))
        {
            var at = new CellPlace(table.Sheet.Name, table.HeadRows.Last, column.Letters);
            cells.Tell(at, column.Head.Length > 0 ? Refusal.Of("workbook.column-unknown", column.Head) : Refusal.Of("workbook.column-no-head", column.Letters, column.Sample.Length <= 20 ? column.Sample : column.Sample[..20]));
        }
    }

    private void Read(SheetRow row)
    {
        if (IsHeadAgain(row)) Note(RowNote.HeadAgain, row);
        else if (Alone(row) is { } text && !IsItem(row)) Across(row, text);
        else if (IsTotal(row)) Note(RowNote.Total, row);
        else if (IsContinued(row)) Continue(row);
        else rows.Add(Item(row));
    }

    private bool IsHeadAgain(SheetRow row) => used.All(c => row[c.Index].IsEmpty || c.Head.EndsWith(row[c.Index].Text.ReplaceLineEndings(" "), StringComparison.Ordinal)) && used.Count(c => !row[c.Index].IsEmpty) > 1;

    /// <summary>The only text of the row; null: it has several, or none.</summary>
    private static string? Alone(SheetRow row) => row.Cells.Where(c => !c.IsEmpty).Select(c => c.Text).Distinct().Take(2).ToList() is [var one] ? one : null;

    /// <summary>A row with a title alone is an item, unless the title runs across the table or is a theme.</summary>
    private bool IsItem(SheetRow row) =>
        titles.Exists(t => !row[t].IsEmpty && table.Grid.RangeAt(row.Number, t) is not { } range) && !IsHeading(row.Cells.First(c => !c.IsEmpty).Text);

    private bool IsHeading(string text) => ThemeOf(text) is not null || IsRemark(text) || HeadingNumber.Has(text);

    private void Across(SheetRow row, string text)
    {
        if (ThemeOf(text) is { } named)
        {
            theme = named;
            Note(RowNote.ThemeRow, row);
        }
        else if (IsRemark(text)) Note(RowNote.Remark, row);
        else if (totals.Contains(text)) Note(RowNote.Total, row);
        else if (IsContinued(row)) Continue(row);
        else if (row.Cells.All(c => c.IsEmpty || c.Form == CellForm.Number)) Note(RowNote.Remark, row); // a number prepared for an item that is not there
        else if (HeadingNumber.Has(text) || table.Grid.RangeAt(row.Number, First(row)) is not null) cells.Theme(WithoutNumber(text), new(table.Sheet.Name, row.Number, Letters.Of(First(row))));
        else cells.Tell(new(table.Sheet.Name, row.Number, Letters.Of(First(row))), Refusal.Of("workbook.row-unknown", text.Length <= 40 ? text : text[..40] + "…"));
    }

    private static int First(SheetRow row) => Enumerable.Range(0, row.Cells.Count).First(c => !row[c].IsEmpty);

    private string? ThemeOf(string text) => cells.FindTheme(text) ?? cells.FindTheme(WithoutNumber(text));

    /// <summary>一、基础设施（20项） is 基础设施.</summary>
    private static string WithoutNumber(string text) => Counted.Replace(HeadingNumber.Without(text), "").Trim(' ', ':', '：');

    private bool IsRemark(string text) => remarks.Any(r => text.StartsWith(r, StringComparison.OrdinalIgnoreCase) && (text.Length == r.Length || text[r.Length] is ':' or '：' or ' ' or '.' or '1' or '、'));

    private bool IsTotal(SheetRow row) => titles.TrueForAll(t => row[t].IsEmpty || row[t].Form == CellForm.Number || totals.Contains(row[t].Text)) && row.Cells.FirstOrDefault(c => !c.IsEmpty).Text is var first && totals.Any(t => first.StartsWith(t, StringComparison.OrdinalIgnoreCase));

    /// <summary>The title is merged with the one above, or there is none and units or texts go on.</summary>
    private bool IsContinued(SheetRow row) => rows.Count > 0 && titles.Count > 0 && titles.TrueForAll(t => row[t].IsEmpty) && titles.Exists(t => table.Grid.IsBelowMerged(row.Number, t));

    private void Continue(SheetRow row)
    {
        Note(RowNote.Continued, row);
        var (item, more) = (rows[^1], Item(row));
        foreach (var (party, units) in more.Leads) item.Leads[party] = [.. item.Leads.GetValueOrDefault(party, []).Concat(units).Distinct()];
        if (more.Support is not null) item.Support = [.. (item.Support ?? []).Concat(more.Support).Distinct()];
        foreach (var (language, text) in more.Scope) item.Scope[language] = item.Scope.TryGetValue(language, out var now) && now != text ? now + "\n" + text : text;
        if (more.Due is { } due && item.Due is { } first && due != first) cells.Tell(more.At(ColumnKind.Due), Refusal.Of("workbook.two-dues", first, due));
        item.Due ??= more.Due;
        foreach (var (at, report) in more.Reports) item.Reports.TryAdd(at, report);
    }

    private ReadRow Item(SheetRow row)
    {
        var code = table.Of(ColumnKind.Code).Select(c => row[c.Index].Text).FirstOrDefault(t => t.Length > 0);
        var read = new ReadRow(new(table.Sheet.Name, row.Number), code is null || code.All(char.IsAsciiDigit) ? null : code.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal)) { Theme = theme };
        foreach (var column in used)
        {
            var cell = Cell(row, column);
            if (cell.IsEmpty) continue;
            read.Columns.TryAdd(column.Column!.Kind, column.Letters);
            var at = read.Place with { Column = column.Letters };
            if (!cells.WhyNotValue(cell, at)) Take(read, column, cell, at);
        }

        return read;
    }

    /// <summary>What a cell merged with those above shows holds for each of its rows; a title or text stands once.</summary>
    private SheetCell Cell(SheetRow row, UnderstoodColumn column) =>
        column.Column!.Kind is ColumnKind.Theme or ColumnKind.Leads or ColumnKind.Support or ColumnKind.Due or ColumnKind.Class ? table.Grid.Shown(row.Number, column.Index) : row[column.Index];

    private void Take(ReadRow row, UnderstoodColumn column, SheetCell cell, CellPlace at)
    {
        var (kind, part, period) = column.Column!;
        if (kind is not (ColumnKind.Title or ColumnKind.Scope or ColumnKind.Code or ColumnKind.Percent) && cells.IsNone(cell)) return;
        var key = (part, period);
        switch (kind)
        {
            case ColumnKind.Theme: row.Theme = cells.Theme(WithoutNumber(cell.Text), at) ?? theme; break;
            case ColumnKind.Title: row.Title[part!] = cell.Text; break;
            case ColumnKind.Scope: row.Scope[part!] = cell.Text; break;
            case ColumnKind.Leads: Leads(row, cells.Units(cell.Text, part, at), at); break;
            case ColumnKind.Support: row.Support = cells.Units(cell.Text, null, at); break;
            case ColumnKind.Due: Due(row, cell, at); break;
            case ColumnKind.Class: row.Class = cells.ClassOf(cell.Text, at); break;
            case ColumnKind.Percent: row.Reports[key] = (cells.Percent(cell, (column.Column!.IsShare, unclear.Contains(column.Index)), at), row.Reports.GetValueOrDefault(key).Text); break;
            case ColumnKind.Text: row.Reports[key] = (row.Reports.GetValueOrDefault(key).Percent, cell.Text); break;
        }
    }

    /// <summary>Several leads of one party in a cell are its ordered leads, the first answering.</summary>
    private void Leads(ReadRow row, IReadOnlyList<string> units, CellPlace at)
    {
        foreach (var byParty in units.GroupBy(u => reference.Organizations[u].Party))
        {
            if (byParty.Key is { } party) row.Leads[party] = [.. row.Leads.GetValueOrDefault(party, []).Concat(byParty).Distinct()];
            else cells.Tell(at, Refusal.Of("workbook.lead-outside", reference.UnitName(byParty.First())));
        }
    }

    private void Due(ReadRow row, SheetCell cell, CellPlace at)
    {
        (row.Due, var note) = cells.Due(cell, at);
        if (note is { } said) notes[said] = (notes.GetValueOrDefault(said).Count + 1, notes.TryGetValue(said, out var known) ? known.FirstRow : row.Place.Row);
    }

    private void Note(RowNote note, SheetRow row) => notes[note] = notes.TryGetValue(note, out var known) ? (known.Count + 1, known.FirstRow) : (1, row.Number);

    private static HashSet<string> Said(string code) => Words.Languages.SelectMany(l => Words.In(l)[code].Split('|')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[(（][^()（）]*[0-9]+[^()（）]*[)）]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted { get; }
}
