using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>Why something typed is no date. Sentences for people lie with the page.</summary>
public enum DateProblem
{
    None, Empty, NotADate,
    /// <summary>The form is right, the calendar has no such day: 30 February, month 28.</summary>
    NoSuchDay,
    /// <summary>A year of two digits could be a day too.</summary>
    ShortYear,
    /// <summary>"5.6" in English is 5 June to one reader and 6 May to another.</summary>
    Ambiguous,
}

/// <summary>What was read.</summary>
/// <param name="Date">The day; the default value when there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
public readonly record struct DateReading(DateOnly Date, DateProblem Problem);

/// <summary>Reads a day as people type it: 2023年12月28日, 2023-12-28, 2023.12.28, 12.28, 12月28日, 20231228; in English 28/12/2023 (day first), 28 Dec 2023, December 28; full-width digits too.</summary>
public static partial class ReadDate
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Reads one day.</summary>
    /// <param name="text">What was typed, blanks around it allowed.</param>
    /// <param name="language">Language of the page, a BCP 47 tag; slashes, dots and dashes without a leading year are month first in Chinese, day first elsewhere.</param>
    /// <param name="referenceYear">The year meant when none is typed: that of the list or round.</param>
    /// <param name="reading">The day, or the problem.</param>
    /// <returns>Whether there is a day.</returns>
    public static bool TryRead(string? text, string language, int referenceYear, out DateReading reading)
    {
        var typed = Scan.Narrowed(text ?? "").Trim();
        reading = typed.Length == 0 ? Wrong(DateProblem.Empty) : Read(typed, Numbers.IsChinese(language), referenceYear);
        return reading.Problem is DateProblem.None;
    }

    private static DateReading Read(string typed, bool isChinese, int referenceYear)
    {
        if (Chinese.Match(typed) is { Success: true } zh) return Day(Year(zh, referenceYear), Number(zh, "m"), Number(zh, "d"));
        if (YearFirst.Match(typed) is { Success: true } iso) return Day(Year(iso, referenceYear), Number(iso, "m"), Number(iso, "d"));
        if (NamedMonth.Match(typed) is { Success: true } named) return Day(Year(named, referenceYear), EnglishDates.MonthOf(named.Groups["m"].Value), Number(named, "d"));
        if (YearLast.Match(typed) is { Success: true } last) return WithYearLast(last, isChinese);
        return TwoNumbers.Match(typed) is { Success: true } two ? WithoutYear(two, isChinese, referenceYear) : Wrong(DateProblem.NotADate);
    }

    private static DateReading WithYearLast(Match match, bool isChinese)
    {
        if (match.Groups["y"].Length == 2) return Wrong(DateProblem.ShortYear);
        return isChinese ? Wrong(DateProblem.NotADate) : Day(Number(match, "y"), Number(match, "b"), Number(match, "a"));
    }

    private static DateReading WithoutYear(Match match, bool isChinese, int year)
    {
        var (a, b) = (Number(match, "a"), Number(match, "b"));
        if (isChinese) return Day(year, a, b);
        if (match.Groups["s"].Value is "/") return Day(year, b, a);
        var (monthFirst, dayFirst) = (Days.IsDay(year, a, b), Days.IsDay(year, b, a));
        if (monthFirst && dayFirst && a != b) return Wrong(DateProblem.Ambiguous);
        return monthFirst ? Day(year, a, b) : Day(year, b, a);
    }

    private static DateReading Day(int year, int month, int day) =>
        Days.IsDay(year, month, day) ? new DateReading(new DateOnly(year, month, day), DateProblem.None) : Wrong(DateProblem.NoSuchDay);

    private static DateReading Wrong(DateProblem problem) => new(default, problem);

    private static int Year(Match match, int referenceYear) => match.Groups["y"].Success ? Number(match, "y") : referenceYear;

    private static int Number(Match match, string group)
    {
        var written = match.Groups[group].Value;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return ChineseNumerals.Parse(written) is { } numeral ? (int)numeral.Value : 0;
    }

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4}|[一二][〇零一二三四五六七八九]{3})\s*年\s*)?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese { get; }

    [GeneratedRegex(@"^(?<y>[0-9]{4})\s*(?<s>[-./])\s*(?<m>[0-9]{1,2})\s*\k<s>\s*(?<d>[0-9]{1,2})$|^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?" + MonthName + @"\.?(?:,?[\s-]+(?<y>[0-9]{4}))?$|^" + MonthName + @"\.?\s*(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>[0-9]{4}))?$", AnyCase)]
    private static partial Regex NamedMonth { get; }

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})\s*(?<s>[-./])\s*(?<b>[0-9]{1,2})\s*\k<s>\s*(?<y>[0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast { get; }

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})\s*(?<s>[-./])\s*(?<b>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers { get; }

    private const string MonthName = @"(?<m>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
}
