namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>What a cell is, beside its text.</summary>
public enum CellForm
{
    Text,
    Number,
    /// <summary>The text is in percent: 40 for a cell that shows 40%.</summary>
    Percent,
    /// <summary>yyyy-mm-dd.</summary>
    Day,
    /// <summary>yyyy-mm: a date whose format shows no day.</summary>
    Month,
    /// <summary>A formula that reaches out of the workbook, or one without the value that it had; the text is the formula.</summary>
    Formula,
    /// <summary>#REF! and its like.</summary>
    Error,
}

/// <summary>One cell. The text has no blanks around it; a number is written without its form.</summary>
public readonly record struct SheetCell(string? Value, CellForm Form = CellForm.Text)
{
    public string Text => Value ?? "";
    public bool IsEmpty => string.IsNullOrEmpty(Value);
}

/// <summary>One row that holds something, cells from column A on.</summary>
/// <param name="Number">As the workbook counts it, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell of a column, from 0; an empty one beyond the last.</summary>
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : default;
}

/// <summary>Cells that show as one; rows from 1, columns from 0, ends counted in.</summary>
public readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>One sheet as it was read. Rows without content are left out.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges)
{
    public bool Hidden { get; init; }
}

/// <summary>Column letters, as workbooks write them.</summary>
public static class Letters
{
    private const int InAlphabet = 26;

    public static string Of(int column) => column < InAlphabet ? ((char)('A' + column)).ToString() : Of(column / InAlphabet - 1) + (char)('A' + column % InAlphabet);

    /// <summary>The column, from 0, of a reference such as AB12; -1 where it has none.</summary>
    public static int Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z') break;
            column = column * InAlphabet + (c - 'A' + 1);
        }

        return column - 1;
    }
}
