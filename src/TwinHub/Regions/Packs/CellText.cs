using System.Globalization;

namespace TwinHub.Regions.Packs;

/// <summary>The forms in which cells are written: no culture, one way each.</summary>
internal static class CellText
{
    public static int? Integer(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public static IReadOnlyList<string> Codes(string? text) =>
        text is null ? [] : text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool Has(CellType type, string text) => type switch
    {
        CellType.Integer => Integer(text) is not null,
        CellType.Number => Number(text) is not null,
        CellType.Date => Day(text) is not null,
        CellType.Boolean => text is "true" or "false",
        CellType.Period => Period.Read(text) is not null,
        _ => true,
    };
}
