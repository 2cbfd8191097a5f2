using TwinHub.Core.Items;

namespace TwinHub.Deliver.Workbooks;

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

    public int Added => Rows.Count(r => r.Fate == RowFate.Added);
    public int Changed => Rows.Count(r => r.Fate == RowFate.Changed);
    public int Left => Rows.Count(r => r.Fate == RowFate.Left);
    public bool ChangesNothing => !NewList && Added + Changed + Reports.Count == 0;
}
