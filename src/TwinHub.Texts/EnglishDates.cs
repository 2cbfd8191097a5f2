using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>Dates and periods as English writes them, British and American.</summary>
internal static partial class EnglishDates
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Names = "January|February|March|April|May|June|July|August|September|October|November|December";
    private const string Month = @"(?:(?-i:(?=[A-Z]))(?:" + Names + @"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)";
    private const string Year = @"(?:19|20)\d\d(?![\d,.]?\d)";
    private const string DayNumber = @"(?<![\d.,/])\d{1,2}(?:st|nd|rd|th)?";
    private const string Dash = @"\s?(?:-|–|—|to|through|until)\s?";
    private const string ThenYear = @"(?:,?\s(?:of\s)?(?<y>" + Year + @"))?";
    private const string OfYear = @"(?:(?:\sof|\sin)?(?:\sthe\syear)?,?\s(?<y>" + Year + @"))?";
    private const string OrdinalWords = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth";

    public static readonly Rule[] All =
    [
        Rule.One(Plan, m => Days.FiveYearPlan((int)EnglishNumerals.Ordinal(m.Groups["n"].Value)!.Value.Value)),
        new(DayRange, m => Both(m, "d", "e")),
        Rule.One(DayMonth, m => Days.Date(m.OptionalInt("y"), MonthOf(m.Groups["m"].Value), DayOf(m, "d"))),
        Rule.One(Slashed, m => Days.Date(m.Int("y"), m.Int("m"), m.Int("d"))),
        Rule.One(MonthRange, m => Days.Months(m.OptionalInt("y"), MonthOf(m.Groups["m"].Value), MonthOf(m.Groups["n"].Value))),
        Rule.One(MonthYear, m => Days.Month(m.Int("y"), MonthOf(m.Groups["m"].Value))),
        Rule.One(MonthAlone, m => Days.Month(null, MonthOf(m.Groups["m"].Value))),
        Rule.One(Quarters, m => Days.Part(m.OptionalInt("y"), m.Groups["q"].Value is "three" or "3" ? "Q1..Q3" : "Q1..Q2")),
        Rule.One(Part, m => Days.Part(m.OptionalInt("y"), (m.Groups["half"].Success ? "H" : "Q") + EnglishNumerals.Ordinal(m.Groups["n"].Value)!.Value.Value)),
        Rule.One(YearRange, m => Days.OfYears(m.Int("y"), m.Int("z"))),
        Rule.One(OneYear, m => Days.OfYear(m.Int("y"))),
        Rule.One(Clock, Time),
    ];

    /// <summary>1 … 12 of a name or its first three letters.</summary>
    public static int MonthOf(string name) =>
        Array.FindIndex(Names.Split('|'), n => n.StartsWith(name.TrimEnd('.')[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private static int DayOf(Match match, string group) => (int)Quantity.OfDigits(new string([.. match.Groups[group].Value.TakeWhile(char.IsAsciiDigit)]))!.Value.Value;

    private static IEnumerable<Figure> Both(Match match, string first, string last)
    {
        var (year, month) = (match.OptionalInt("y"), MonthOf(match.Groups["m"].Value));
        return Days.Date(year, month, DayOf(match, first)) is { } from && Days.Date(year, month, DayOf(match, last)) is { } to ? [from, to] : [];
    }

    private static Figure? Time(Match match)
    {
        var (hour, half) = (match.Int("h"), match.Groups["p"].Value.ToLowerInvariant());
        if (half.StartsWith('p') && hour < 12) hour += 12;
        return Days.Time(half.StartsWith('a') && hour == 12 ? 0 : hour, match.OptionalInt("i") ?? 0);
    }

    [GeneratedRegex(@"(?<![\w])(?<n>\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:" + OrdinalWords + @"))\sFive[-\s]Year\sPlan", AnyCase)]
    private static partial Regex Plan { get; }

    [GeneratedRegex(@"(?<d>" + DayNumber + @")" + Dash + @"(?<e>" + DayNumber + @")\s(?:of\s)?(?<m>" + Month + @")" + ThenYear + @"|\b(?<m>" + Month + @")\s(?<d>" + DayNumber + @")" + Dash + @"(?<e>" + DayNumber + @")(?![\d.,]?\d)" + ThenYear, AnyCase)]
    private static partial Regex DayRange { get; }

    [GeneratedRegex(@"(?<d>" + DayNumber + @")\s(?:of\s)?(?<m>" + Month + @")" + ThenYear + @"|\b(?<m>" + Month + @")\s(?<d>" + DayNumber + @")(?![\d%]|[.,]\d)" + ThenYear, AnyCase)]
    private static partial Regex DayMonth { get; }

    /// <summary>Day first, as British English has it.</summary>
    [GeneratedRegex(@"(?<![\d/.])(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>(?:19|20)\d\d)(?!\d)", AnyCase)]
    private static partial Regex Slashed { get; }

    [GeneratedRegex(@"\b(?<m>" + Month + @")" + Dash + @"(?<n>" + Month + @")" + ThenYear, AnyCase)]
    private static partial Regex MonthRange { get; }

    [GeneratedRegex(@"\b(?<m>" + Month + @"),?\s(?:of\s)?(?<y>" + Year + @")", AnyCase)]
    private static partial Regex MonthYear { get; }

    /// <summary>"May" and "March" are words too: they are months only after a preposition, and in capitals.</summary>
    [GeneratedRegex(@"\b(?<m>January|February|April|June|July|August|September|October|November|December)\b|\b(?:in|by|of|since|until|till|from|to|late|early|mid|before|after|for|during|through|this|last|next)[\s-](?<m>March|May)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAlone { get; }

    [GeneratedRegex(@"\bfirst\s(?<q>two|three|2|3)\squarters" + OfYear, AnyCase)]
    private static partial Regex Quarters { get; }

    [GeneratedRegex(@"(?<!\w)(?<n>first|second|1st|2nd)[\s-](?<half>half)\b" + OfYear + @"|(?<!\w)(?<n>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter\b" + OfYear, AnyCase)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"(?<![\d.,A-Za-z$€£¥-])(?<y>(?:19|20)\d\d)" + Dash + @"(?<z>" + Year + @")", AnyCase)]
    private static partial Regex YearRange { get; }

    /// <summary>Four digits without a comma and not before a unit.</summary>
    [GeneratedRegex(@"(?<![\d.,A-Za-z$€£¥-]|(?:CNY|RMB|USD|EUR)\s)(?<y>" + Year + @")(?!\s?(?:%|percent|hundred|thousand|million|billion|trillion|bn|mn|tn|yuan|RMB|people|persons|km|kV|kW|MW|GW|ha|hectares|mu|tonnes|tons|square|sq|kilomet|met|hours|days|years|months)\b)(?!-(?:km|kV|kW|MW)\b)(?![A-Za-z+%])", AnyCase)]
    private static partial Regex OneYear { get; }

    [GeneratedRegex(@"(?<![\d.,:])(?:(?<h>\d{1,2}):(?<i>\d\d)(?![\d:])(?:\s?(?<p>[ap]\.?m\b\.?))?|(?<h>\d{1,2})\s?(?<p>[ap]\.?m\b\.?))", AnyCase)]
    private static partial Regex Clock { get; }
}
