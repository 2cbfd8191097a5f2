using TwinHub.Core.Items;
using TwinHub.Deliver.Workbooks.Layouts;

namespace TwinHub.Deliver.Workbooks;

/// <summary>A workbook that comes in, and what its sender says of it.</summary>
/// <param name="Code">Code of the list; null: as the workbook says.</param>
/// <param name="Language">Of the page or call: of what is told.</param>
public sealed record Incoming(byte[] File, string? Code, string Language)
{
    /// <summary>The sheet that holds the list; null: the best one.</summary>
    public string? Sheet { get; init; }
    /// <summary>Words of columns by index, where the sender corrects what was understood.</summary>
    public IReadOnlyDictionary<int, string> Said { get; init; } = new Dictionary<int, string>();
}

/// <summary>What becomes of a workbook's rows.</summary>
public enum ImportMode
{
    /// <summary>Drafts on a list that is not adopted.</summary>
    Drafts,
    /// <summary>A list adopted elsewhere, recorded with its issued document: recorded, not keyed.</summary>
    Record,
    /// <summary>One proposed change request on an adopted list.</summary>
    Propose,
}

public enum RowFate
{
    Added,
    Changed,
    Left,
}

/// <summary>What is old and what would be new in one field of a row.</summary>
public sealed record FieldChange(ColumnKind Kind, string? Part, string Old, string New);

/// <summary>One row with what it would do.</summary>
/// <param name="Item">Null: a new item.</param>
public sealed record PlannedRow(ReadRow Row, string Code, Item? Item, IReadOnlyList<FieldChange> Changes)
{
    public RowFate Fate => Item is null ? RowFate.Added : Changes.Count > 0 ? RowFate.Changed : RowFate.Left;
}

/// <summary>One draft report that a row's percent and text columns make.</summary>
public sealed record PlannedReport(string ItemCode, string Organization, string Party, string Period, decimal? Percent, string? Text);

/// <summary>Everything that a workbook would do, before any of it is done.</summary>
public sealed record ImportPlan(string Code, ImportMode Mode, ListFacts Facts)
{
    public IReadOnlyList<PlannedRow> Rows { get; init; } = [];
    public IReadOnlyList<PlannedReport> Reports { get; init; } = [];
    public IReadOnlyList<WorkbookProblem> Problems { get; init; } = [];
    public bool NewList { get; init; }
    /// <summary>The table that was read; null: none was found.</summary>
    public FoundTable? Table { get; init; }
    /// <summary>Sheets in their order, and whether they hold a table of a list.</summary>
    public IReadOnlyList<(string Name, bool IsList)> Sheets { get; init; } = [];
    public IReadOnlyDictionary<RowNote, (int Count, int FirstRow)> Notes { get; init; } = new Dictionary<RowNote, (int, int)>();

    public int Added => Rows.Count(r => r.Fate == RowFate.Added);
    public int Changed => Rows.Count(r => r.Fate == RowFate.Changed);
    public int Left => Rows.Count(r => r.Fate == RowFate.Left);
    public bool ChangesNothing => !NewList && Added + Changed + Reports.Count == 0;
}
