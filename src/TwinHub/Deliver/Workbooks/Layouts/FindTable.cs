using TwinHub.Deliver.Workbooks.Formats;

namespace TwinHub.Deliver.Workbooks.Layouts;

/// <summary>Finds the table of a list in a workbook: its sheet, its head of one to three rows, and what each column means.</summary>
public sealed class FindTable(HeadWords words)
{
    private const int HeadWithin = 40, MostHeadRows = 3, LongestHead = 60, LeastColumns = 2;

    /// <summary>The best table of each sheet that has one, best first; the sender's choice of sheet before all.</summary>
    public IReadOnlyList<FoundTable> All(IReadOnlyList<Sheet> sheets) =>
        [.. sheets.Select(Best).OfType<FoundTable>().OrderByDescending(Worth)];

    private FoundTable? Best(Sheet sheet)
    {
        var grid = new SheetGrid(sheet);
        return sheet.Rows.Take(HeadWithin).SelectMany(row => Enumerable.Range(1, MostHeadRows).Select(height => Try(sheet, grid, row.Number, height)))
            .OfType<FoundTable>().OrderByDescending(t => HeadWorth(t.Columns)).ThenBy(t => t.HeadRows.Last - t.HeadRows.First).FirstOrDefault();
    }

    private FoundTable? Try(Sheet sheet, SheetGrid grid, int first, int height)
    {
        var last = first + height - 1;
        if (height > 1 && !IsHead(grid, first, last)) return null;
        var columns = Enumerable.Range(0, grid.LastColumn + 1).Select(c => Understand(grid, (first, last), c)).ToList();
        var rows = sheet.Rows.Where(r => r.Number > last).ToList();
        if (!columns.Exists(c => c.Column?.Kind == ColumnKind.Title) || columns.Count(c => c.Column is { Kind: not ColumnKind.Ignored }) < LeastColumns) return null;
        return new(sheet, (first, last), [.. Once(Kept(columns, rows))])
        {
            Rows = rows,
            Grid = grid,
            Above = [.. sheet.Rows.TakeWhile(r => r.Number < first).Select(r => string.Join("  ", r.Cells.Where(c => !c.IsEmpty).Select(c => c.Text)))],
        };
    }

    /// <summary>Each row below another of the head divides a group of columns; a cell with one of its own below it is no head of a single column.</summary>
    private static bool IsHead(SheetGrid grid, int first, int last)
    {
        var divided = false;
        for (var row = first; row < last; row++)
        {
            for (var column = 0; column <= grid.LastColumn; column++)
            {
                var (upper, lower) = (grid.Own(row, column), grid.Own(row + 1, column));
                if (lower.IsEmpty) continue;
                if (!upper.IsEmpty && !IsGroup(grid, row, column)) return false;
                if (lower.Form != CellForm.Text || lower.Text.Length > LongestHead) return false;
                divided = true;
            }
        }

        return divided;
    }

    /// <summary>The cell heads more than one column: it is merged across them, or nothing stands beside it and something below that.</summary>
    private static bool IsGroup(SheetGrid grid, int row, int column) => grid.RangeAt(row, column) is { } range
        ? range.LastColumn > range.FirstColumn
        : column < grid.LastColumn && grid.Shown(row, column + 1).IsEmpty && !grid.Own(row + 1, column + 1).IsEmpty;

    private UnderstoodColumn Understand(SheetGrid grid, (int First, int Last) rows, int column)
    {
        var parts = new List<string>();
        for (var row = rows.First; row <= rows.Last; row++)
        {
            var text = Part(grid, row, rows.Last, column);
            if (text.Length > 0 && (parts.Count == 0 || parts[^1] != text)) parts.Add(text);
        }

        if (parts.Count == 0 || parts.Exists(p => p.Length > LongestHead)) return new(column, string.Join(" / ", parts), null, Grasp.None);
        var (meaning, grasp, language) = words.Read(parts);
        return new(column, string.Join(" / ", parts), meaning, grasp) { HeadLanguage = language };
    }

    /// <summary>What a row of the head says of a column: its own cell, or that of the group which it is in.</summary>
    private static string Part(SheetGrid grid, int row, int last, int column)
    {
        var shown = grid.Shown(row, column).Text;
        if (shown.Length > 0 || row == last || grid.Own(row + 1, column).IsEmpty || grid.RangeAt(row, column) is not null) return Line(shown);
        var left = column - 1;
        while (left >= 0 && grid.Shown(row, left).IsEmpty) left--;
        return left >= 0 && IsGroup(grid, row, left) ? Line(grid.Shown(row, left).Text) : "";
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <summary>Columns that have a head or hold something, each with the first text below it.</summary>
    private static IEnumerable<UnderstoodColumn> Kept(List<UnderstoodColumn> columns, List<SheetRow> rows) => columns
        .Select(c => c with { Sample = rows.Select(r => r[c.Index].Text).FirstOrDefault(t => t.Length > 0) ?? "" }).Where(c => c.Head.Length > 0 || c.Sample.Length > 0);

    /// <summary>A meaning that two columns share stays with the one that says it best; the other is not understood.</summary>
    private static List<UnderstoodColumn> Once(IEnumerable<UnderstoodColumn> columns)
    {
        var all = columns.ToList();
        foreach (var same in all.Where(c => c.Column is { Kind: not (ColumnKind.Shown or ColumnKind.Ignored) }).GroupBy(c => (c.Column, c.Column!.Part is null ? c.HeadLanguage : null)).Where(g => g.Count() > 1).ToList())
        {
            var best = same.OrderBy(c => c.Grasp == Grasp.Part).ThenBy(c => c.Index).First();
            foreach (var other in same.Where(c => c != best)) all[all.IndexOf(other)] = other with { Column = null, Grasp = Grasp.None };
        }

        return all;
    }

    private static double HeadWorth(IReadOnlyList<UnderstoodColumn> columns) =>
        columns.Sum(c => c.Column?.Kind switch { null => c.Head.Length > 0 ? -0.3 : 0, ColumnKind.Ignored => 0.3, ColumnKind.Leads or ColumnKind.Due => 2, _ => 1 } + (c is { Column: not null, Grasp: Grasp.Part } ? -0.4 : 0));

    /// <summary>A table with rows before an empty one, a sheet that shows before a hidden one.</summary>
    private static double Worth(FoundTable table) => HeadWorth(table.Columns) + (table.Rows.Count > 0 ? 5 : 0) + (table.Sheet.Hidden ? -3 : 0);
}
