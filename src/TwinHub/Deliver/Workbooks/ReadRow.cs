using TwinHub.Core.Regions;
using TwinHub.Deliver.Workbooks.Layouts;

namespace TwinHub.Deliver.Workbooks;

/// <summary>One item as the workbook gives it. A cell that is not there is null: it changes nothing.</summary>
public sealed record ReadRow(CellPlace Place, string? Code)
{
    public string? Theme { get; set; }
    public Dictionary<string, string> Title { get; } = [];
    public Dictionary<string, string> Scope { get; } = [];
    public Dictionary<string, IReadOnlyList<string>> Leads { get; } = [];
    /// <summary>Codes of supporting units; null: no such column.</summary>
    public IReadOnlyList<string>? Support { get; set; }
    public DateOnly? Due { get; set; }
    public Class? Class { get; set; }
    /// <summary>Party and month → what is reported; null: the sender's party, the latest month.</summary>
    public Dictionary<(string? Party, string? Period), (decimal? Percent, string? Text)> Reports { get; } = [];
    /// <summary>Where the cells of its columns stand, for what is told of them later.</summary>
    public Dictionary<ColumnKind, string> Columns { get; } = [];

    public CellPlace At(ColumnKind kind) => Columns.TryGetValue(kind, out var column) ? Place with { Column = column } : Place;
}

/// <summary>What was understood of a workbook beside its cells, and is told before anything is taken in.</summary>
public enum RowNote
{
    /// <summary>A row across the table that names the theme of those below.</summary>
    ThemeRow,
    /// <summary>A row of sums.</summary>
    Total,
    /// <summary>A note below or between the rows.</summary>
    Remark,
    /// <summary>The head once more, as it is printed on each page.</summary>
    HeadAgain,
    /// <summary>A row that goes on with the item above it.</summary>
    Continued,
    /// <summary>A task without an end: due on the last day of the list.</summary>
    Ongoing,
    /// <summary>A month, quarter or year as deadline: due on its last day.</summary>
    EndOfSpan,
}

/// <summary>What a workbook says, with everything that is wrong with it.</summary>
/// <param name="Table">Null: no sheet has a head.</param>
public sealed record ListRead(FoundTable? Table, IReadOnlyList<ReadRow> Rows, IReadOnlyList<WorkbookProblem> Problems)
{
    /// <summary>How often, and the first row of each.</summary>
    public IReadOnlyDictionary<RowNote, (int Count, int FirstRow)> Notes { get; init; } = new Dictionary<RowNote, (int, int)>();
}
