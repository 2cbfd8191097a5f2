using System.Globalization;
using TwinHub.Deliver.Workbooks.Formats;

namespace TwinHub.Deliver.Workbooks.Layouts;

/// <summary>Tells from a whole column whether its plain numbers are percents (40) or shares (0.4).</summary>
internal static class PercentForm
{
    /// <summary>Every plain number is at most 1, and one lies between.</summary>
    public static bool IsShare(IEnumerable<SheetRow> rows, int column)
    {
        var plain = Plain(rows, column).ToList();
        return plain.Count > 0 && plain.TrueForAll(v => v is >= 0 and <= 1) && plain.Exists(v => v is > 0 and < 1);
    }

    /// <summary>Whether a plain 1 can be read: there are other numbers than 0 and 1, or none.</summary>
    public static bool Tells(IEnumerable<SheetRow> rows, int column) => Plain(rows, column).All(v => v == 0) || Plain(rows, column).Any(v => v is not (0 or 1));

    private static IEnumerable<decimal> Plain(IEnumerable<SheetRow> rows, int column)
    {
        foreach (var cell in rows.Select(r => r[column]).Where(c => c.Form is CellForm.Number or CellForm.Text && !c.IsEmpty))
        {
            if (decimal.TryParse(cell.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) yield return value;
        }
    }
}
