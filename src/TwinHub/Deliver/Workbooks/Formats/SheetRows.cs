using System.Globalization;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Collects the sheets of one file within its limits.</summary>
internal sealed class BookBuilder
{
    private readonly List<Sheet> sheets = [];
    private int rows;
    private long characters;

    public IReadOnlyList<Sheet> Sheets => sheets;

    public SheetBuilder Begin(string name, bool hidden = false)
    {
        if (sheets.Count >= BookLimits.MostSheets) throw BookLimits.TooMuch();
        return new(this, name, hidden);
    }

    public void Add(Sheet sheet) => sheets.Add(sheet);

    public void Count(int textCharacters)
    {
        if (++rows > BookLimits.MostRows) throw BookLimits.TooManyRows();
        characters += textCharacters;
        if (characters > BookLimits.MostCharacters) throw BookLimits.TooMuch();
    }
}

/// <summary>Collects the rows of one sheet: those that hold something, each cell by its column.</summary>
internal sealed class SheetBuilder(BookBuilder book, string name, bool hidden)
{
    private readonly List<SheetRow> rows = [];
    private readonly List<MergedRange> merges = [];
    private readonly List<SheetCell> cells = [];
    private int held, length;

    public void Set(int row, int column, SheetCell cell)
    {
        if (cell.IsEmpty) return;
        if (column >= BookLimits.MostColumns) throw BookLimits.TooWide();
        if (cell.Text.Length > BookLimits.MostCellCharacters) throw BookLimits.TooLong(name, row);
        while (cells.Count <= column) cells.Add(default);
        cells[column] = cell;
        held++;
        length += cell.Text.Length;
    }

    /// <summary>Ends the row: kept where it holds something.</summary>
    public void EndRow(int number)
    {
        if (held > 0)
        {
            book.Count(length);
            rows.Add(new(number, cells.ToArray()));
        }

        cells.Clear();
        (held, length) = (0, 0);
    }

    public void Merge(MergedRange range)
    {
        if (merges.Count >= BookLimits.MostMerges) throw BookLimits.TooMuch();
        if (range.LastRow > range.FirstRow || range.LastColumn > range.FirstColumn) merges.Add(range);
    }

    public void End() => book.Add(new(name, rows, merges) { Hidden = hidden });

    /// <summary>A number as people would type it; its last digits are those that a sheet shows.</summary>
    public static string Text(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
