using System.Globalization;

namespace TwinHub.Texts;

/// <summary>Dates and periods in normal form. What is not said is left empty: --06-26, --H2, ---28.</summary>
internal static class Days
{
    private const int LeapYear = 2000; // a day without a year may be 29 February

    public static Figure? Date(int? year, int month, int day) =>
        IsDay(year ?? LeapYear, month, day) ? Figure.Named(FigureKind.Date, $"{Year(year)}-{month:00}-{day:00}") : null;

    public static Figure? DayOnly(int day) => day is >= 1 and <= 31 ? Figure.Named(FigureKind.Date, $"---{day:00}") : null;

    public static Figure? Month(int? year, int month) =>
        month is >= 1 and <= 12 ? Figure.Named(FigureKind.Period, $"{Year(year)}-{month:00}") : null;

    public static Figure? Months(int? year, int from, int to)
    {
        if (from is < 1 or > 12 || to is < 1 or > 12) return null;
        var head = year is { } y ? Invariant($"{y:0000}-") : "";
        return Figure.Named(FigureKind.Months, $"{head}{from:00}..{head}{to:00}");
    }

    public static Figure Part(int? year, string part) => Figure.Named(FigureKind.Period, $"{Year(year)}-{part}");

    public static Figure OfYear(int year) => Figure.Named(FigureKind.Period, Year(year));

    public static Figure OfYears(int from, int to) => Figure.Named(FigureKind.Period, $"{Year(from)}..{Year(to)}");

    /// <summary>The n-th five-year plan: the first from 1953, the third from 1966, then every five years.</summary>
    public static Figure? FiveYearPlan(int number)
    {
        if (number is < 1 or > 40) return null;
        var from = number switch { 1 => 1953, 2 => 1958, _ => 1966 + 5 * (number - 3) };
        return Figure.Named(FigureKind.Plan, Invariant($"{from}..{from + 4}"));
    }

    public static Figure? Time(int hour, int minute) =>
        hour is >= 0 and <= 24 && minute is >= 0 and < 60 ? Figure.Named(FigureKind.Time, Invariant($"{hour:00}:{minute:00}")) : null;

    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static string Year(int? year) => year is { } y ? Invariant($"{y:0000}") : "-";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
