using TwinHub.Core;

namespace TwinHub.Deliver.Workbooks;

/// <summary>A cell's place, as the workbook counts it: sheet, row from 1, column letters. Row 0: the file as a whole.</summary>
public sealed record CellPlace(string Sheet, int Row, string? Column = null)
{
    public static readonly CellPlace File = new("", 0);
}

/// <summary>What is wrong with a workbook, where.</summary>
public sealed record WorkbookProblem(CellPlace Place, Refusal Refusal);
