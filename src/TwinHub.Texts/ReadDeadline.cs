using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>How exactly a deadline was given.</summary>
public enum DeadlineForm
{
    Day, PartOfMonth, Month, Quarter, HalfYear, Year,
}

/// <summary>What was read.</summary>
/// <param name="Date">The last day that is still in time.</param>
/// <param name="Form">What the text named; anything but a day was read as its last day.</param>
public readonly record struct DeadlineReading(DateOnly Date, DeadlineForm Form);

/// <summary>
/// Reads a deadline as lists write it: a day in any form of <see cref="ReadDate"/>, or 2023年12月底, 12月底前, 2023年12月, 12月中旬, 第四季度, 年底前, 2023-12, 202312;
/// end of December 2023, Dec 2023, mid-June, Q4 2023, end of 2023. Of a span (7月至12月) it takes the end.
/// </summary>
public static partial class ReadDeadline
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int DaysOfEarly = 10, DaysOfMiddle = 20, MonthsOfQuarter = 3, MonthsOfHalf = 6, December = 12;

    /// <summary>Reads one deadline.</summary>
    /// <param name="text">As written.</param>
    /// <param name="language">Of the day's form where that decides, a BCP 47 tag.</param>
    /// <param name="period">Of the list: a text without a year means the one that puts it into the period.</param>
    /// <param name="reading">The day and how it was given.</param>
    /// <returns>Whether there is a deadline.</returns>
    public static bool TryRead(string? text, string language, (DateOnly Starts, DateOnly Ends) period, out DeadlineReading reading)
    {
        var typed = Bare(Scan.Narrowed(text ?? ""));
        var found = Read(typed, language, period) ?? (Span.Match(typed) is { Success: true } span ? Read(Bare(WithYearOf(span)), language, period) : null);
        reading = found ?? default;
        return found is not null;
    }

    private static DeadlineReading? Read(string typed, string language, (DateOnly Starts, DateOnly Ends) period)
    {
        if (Month.Match(typed) is { Success: true } month) return Of(month, period, y => OfMonth(y, MonthNumber(month), month.Groups["part"].Value), month.Groups["part"].Length > 0 ? DeadlineForm.PartOfMonth : DeadlineForm.Month);
        if (Quarter.Match(typed) is { Success: true } quarter) return Of(quarter, period, y => EndOf(y, Ordinal(quarter.Groups["q"].Value) * MonthsOfQuarter), DeadlineForm.Quarter);
        if (Half.Match(typed) is { Success: true } half) return Of(half, period, y => EndOf(y, half.Groups["first"].Success ? MonthsOfHalf : December), DeadlineForm.HalfYear);
        if (Year.Match(typed) is { Success: true } year) return Of(year, period, y => EndOf(y, December), DeadlineForm.Year);
        if (!ReadDate.TryRead(typed, language, period.Starts.Year, out var day)) return null;
        var moved = day.Date < period.Starts && !FourDigits.IsMatch(typed) && day.Date.AddYears(1) <= period.Ends;
        return new(moved ? day.Date.AddYears(1) : day.Date, DeadlineForm.Day);
    }

    private static DeadlineReading? Of(Match match, (DateOnly Starts, DateOnly Ends) period, Func<int, DateOnly?> day, DeadlineForm form)
    {
        if (match.Groups["y"].Success) return Day(int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture));
        return Day(period.Starts.Year) is { } first && first.Date >= period.Starts ? first : Day(period.Starts.Year + 1) is { } next && next.Date <= period.Ends ? next : Day(period.Starts.Year);

        DeadlineReading? Day(int year) => year is > 1900 and < 2200 && day(year) is { } d ? new(d, form) : null;
    }

    private static DateOnly? OfMonth(int year, int month, string part)
    {
        if (month is < 1 or > December) return null;
        if (part is "上旬" or "初" || part.StartsWith("early", StringComparison.OrdinalIgnoreCase)) return new(year, month, DaysOfEarly);
        if (part is "中旬" or "中" || part.StartsWith("mid", StringComparison.OrdinalIgnoreCase)) return new(year, month, DaysOfMiddle);
        return EndOf(year, month);
    }

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int MonthNumber(Match match)
    {
        var written = match.Groups["m"].Value;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return ChineseNumerals.Parse(written) is { } numeral ? (int)numeral.Value : EnglishDates.MonthOf(written);
    }

    private static int Ordinal(string written) => written switch { "一" or "1" => 1, "二" or "2" => 2, "三" or "3" => 3, _ => 4 };

    /// <summary>Without blanks inside Chinese and what says only that the day itself is in time: 前, 以前, 力争, by, before.</summary>
    private static string Bare(string typed)
    {
        var text = Before.Replace(After.Replace(typed.Trim().TrimEnd('.', '。', ';', '；'), ""), "").Trim();
        return text.Any(c => c > 0x2E80) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;
    }

    private static string WithYearOf(Match span) =>
        FourDigits.IsMatch(span.Groups["to"].Value) || FourDigits.Match(span.Groups["from"].Value) is not { Success: true } year ? span.Groups["to"].Value
        : span.Groups["to"].Value.Any(c => c > 0x2E80) ? $"{year.Value}年{span.Groups["to"].Value}" : $"{span.Groups["to"].Value} {year.Value}";

    [GeneratedRegex(@"(?:之前|以前|前|止|完成|左右)+$", RegexOptions.CultureInvariant)]
    private static partial Regex After { get; }

    [GeneratedRegex(@"^(?:不晚于|不迟于|计划于|力争在|力争|预计|计划|截至|截止|于|在|by|before|until|not later than|no later than)\s*(?:the\s+)?", AnyCase)]
    private static partial Regex Before { get; }

    [GeneratedRegex(@"(?:19|20|21)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits { get; }

    [GeneratedRegex(@"^(?<from>.+?)(?:至|到|~|—+|–| to | - )(?<to>.+)$|^(?<from>(?:[0-9]{4}年)?[0-9]{1,2}月?)-(?<to>[0-9]{1,2}月.*)$", AnyCase)]
    private static partial Regex Span { get; }

    [GeneratedRegex(
        @"^(?:(?<y>[0-9]{4})年|今年|本年|当年)?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?(?:(?<part>上旬|中旬|初|中)|下旬|底|末)?$" +
        @"|^(?<y>(?:19|20|21)[0-9]{2})\s*[-./]\s*(?<m>[0-9]{1,2})$|^(?<y>(?:19|20|21)[0-9]{2})(?<m>0[1-9]|1[0-2])$" +
        @"|^(?:(?:the\s+)?(?:end(?:\s+of|-|\s)|late(?:\s+in)?)?\s*|(?<part>early|mid(?:dle of)?)(?:\s+in)?[-\s]+)" +
        @"(?<m>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?(?:\s+(?<y>[0-9]{4}))?$", AnyCase)]
    private static partial Regex Month { get; }

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})年)?第?(?<q>[一二三四1-4])季度(?:底|末|内)?$|^(?:end\s+of\s+)?Q(?<q>[1-4])(?:[\s/]+(?<y>[0-9]{4}))?$|^(?<y>[0-9]{4})[\s-]*Q(?<q>[1-4])$", AnyCase)]
    private static partial Regex Quarter { get; }

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})年)?(?:(?<first>上半年)|下半年)(?:底|末|内)?$|^(?:(?<first>first|H1)|second|H2)(?:\s+half)?(?:\s+of)?(?:\s+(?<y>[0-9]{4}))?$|^(?<y>[0-9]{4})[\s-]*(?:(?<first>H1)|H2)$", AnyCase)]
    private static partial Regex Half { get; }

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})|今|本|当|全)?年(?:底|末|内|年底)?$|^(?:the\s+)?(?:end(?:\s+of|-)?\s*)(?:the\s+)?(?:year|(?<y>[0-9]{4}))$|^year[-\s]end(?:\s+(?<y>[0-9]{4}))?$", AnyCase)]
    private static partial Regex Year { get; }
}
