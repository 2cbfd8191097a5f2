using TwinHub.Deliver.Workbooks.Formats;

namespace TwinHub.Deliver.Workbooks.Layouts;

/// <summary>The cells of a sheet as they show: a merged range reads the same in each of its cells.</summary>
public sealed class SheetGrid
{
    private const int MostCovered = 2_000_000;
    private readonly Dictionary<int, SheetRow> rows;
    private readonly Dictionary<(int Row, int Column), MergedRange> merged = [];

    public SheetGrid(Sheet sheet)
    {
        rows = sheet.Rows.ToDictionary(r => r.Number);
        var (lastRow, lastColumn) = (sheet.Rows.Count > 0 ? sheet.Rows[^1].Number : 0, sheet.Rows.Select(r => r.Cells.Count).DefaultIfEmpty(0).Max());
        LastColumn = lastColumn - 1;
        foreach (var range in sheet.Merges) Cover(range, Math.Min(range.LastRow, lastRow), Math.Min(range.LastColumn, lastColumn - 1));
    }

    /// <summary>The last column that holds something, from 0.</summary>
    public int LastColumn { get; }

    /// <summary>The cell as it shows: that of the range's first cell where it is merged.</summary>
    public SheetCell Shown(int row, int column) => merged.TryGetValue((row, column), out var range) ? Own(range.FirstRow, range.FirstColumn) : Own(row, column);

    public SheetCell Own(int row, int column) => rows.TryGetValue(row, out var cells) ? cells[column] : default;

    /// <summary>The range that covers the cell; null: it is not merged.</summary>
    public MergedRange? RangeAt(int row, int column) => merged.TryGetValue((row, column), out var range) ? range : null;

    /// <summary>The cell repeats what stands above it in the same range.</summary>
    public bool IsBelowMerged(int row, int column) => merged.TryGetValue((row, column), out var range) && range.FirstRow < row;

    private void Cover(MergedRange range, int lastRow, int lastColumn)
    {
        for (var row = range.FirstRow; row <= lastRow; row++)
        {
            for (var column = range.FirstColumn; column <= lastColumn; column++)
            {
                if (merged.Count >= MostCovered) throw BookLimits.TooMuch();
                merged[(row, column)] = range;
            }
        }
    }
}
