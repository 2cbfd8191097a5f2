using System.Globalization;
using System.Text;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>What a number means by its cell's format: a day, a month, a percent or a number.</summary>
internal static class NumberForm
{
    private const int DaysTo1904 = 1462;

    /// <summary>Of a format that every program knows by its number (ECMA-376 18.8.30, with those of Chinese programs).</summary>
    public static CellForm OfBuiltIn(int id) => id switch
    {
        9 or 10 => CellForm.Percent,
        14 or 15 or 16 or 22 or 28 or 29 or 30 or 31 or 51 or 53 or 54 or 58 => CellForm.Day,
        17 or 27 or 36 or 50 or 52 or 55 or 57 => CellForm.Month,
        _ => CellForm.Number,
    };

    /// <summary>Of a format's code, such as <c>yyyy"年"m"月"</c>.</summary>
    public static CellForm Of(string? code)
    {
        var signs = Signs(code ?? "");
        if (signs.Contains('%', StringComparison.Ordinal)) return CellForm.Percent;
        if (signs.Contains("general", StringComparison.Ordinal)) return CellForm.Number;
        var (year, month, day) = (signs.Contains('y', StringComparison.Ordinal), signs.Contains('m', StringComparison.Ordinal), signs.Contains('d', StringComparison.Ordinal));
        if (day || (year && !month)) return CellForm.Day;
        return year ? CellForm.Month : CellForm.Number; // an m without them is a minute
    }

    /// <param name="form">Of the cell's format.</param>
    /// <param name="since1904">The workbook counts days from 1904.</param>
    public static SheetCell Cell(double number, CellForm form, bool since1904 = false) => form switch
    {
        CellForm.Percent => new(SheetBuilder.Text(number * 100), CellForm.Percent),
        CellForm.Day or CellForm.Month when Day(number, since1904) is { } day => Cell(day, form),
        _ => new(SheetBuilder.Text(number), CellForm.Number),
    };

    public static SheetCell Cell(DateTime day, CellForm form) => form == CellForm.Month && day.Day == 1
        ? new(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), CellForm.Month)
        : new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellForm.Day);

    private static DateTime? Day(double number, bool since1904)
    {
        var serial = number + (since1904 ? DaysTo1904 : 0);
        return serial is >= 1 and < 2_958_466 ? DateTime.FromOADate(serial) : null;
    }

    /// <summary>The first part of the code without what is quoted, escaped, or a colour or country.</summary>
    private static string Signs(string code)
    {
        var signs = new StringBuilder();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            if (code[i] is '"' or '[') i = Math.Max(i, code.IndexOf(code[i] == '"' ? '"' : ']', i + 1));
            else if (code[i] is '\\' or '_' or '*') i++;
            else signs.Append(char.ToLowerInvariant(code[i]));
        }

        return signs.ToString();
    }
}
