using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>Dates and periods as Chinese writes them, with ASCII or Chinese digits.</summary>
internal static partial class ChineseDates
{
    private const string Year = @"(?:(?<![\d.,])(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})";
    private const string Small = @"(?:(?<![\d.,])\d{1,2}|(?<![一二三四五六七八九十百千万亿])(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]))";
    private const string WithYear = @"(?:(?<y>" + Year + @")\s?年\s?)?";
    private const string Dash = @"\s?(?:-|–|—|~|至|到)\s?";

    public static readonly Rule[] All =
    [
        new(DayRange, m => Both(Days.Date(Number(m, "y"), Number(m, "m")!.Value, Number(m, "d")!.Value), Days.Date(Number(m, "y"), Number(m, "m")!.Value, Number(m, "e")!.Value))),
        Rule.One(Day, m => Days.Date(Number(m, "y"), Number(m, "m")!.Value, Number(m, "d")!.Value)),
        Rule.One(MonthRange, m => Days.Months(Number(m, "y"), Number(m, "m")!.Value, Number(m, "n")!.Value)),
        Rule.One(Half, m => Days.Part(Number(m, "y"), m.Groups["h"].Value is "上" ? "H1" : "H2")),
        Rule.One(FirstQuarters, m => Days.Part(Number(m, "y"), m.Groups["q"].Value is "三" or "3" ? "Q1..Q3" : "Q1..Q2")),
        Rule.One(Quarter, m => Days.Part(Number(m, "y"), "Q" + Number(m, "q"))),
        Rule.One(Month, m => Days.Month(Number(m, "y"), Number(m, "m")!.Value)),
        Rule.One(Plan, m => Days.FiveYearPlan(Number(m, "n") ?? 10 + Number(m, "t")!.Value)),
        Rule.One(YearRange, m => Days.OfYears(Number(m, "y")!.Value, Number(m, "z")!.Value)),
        Rule.One(OneYear, m => Days.OfYear(Number(m, "y")!.Value)),
        Rule.One(Clock, Time),
        Rule.One(DayOnly, m => Days.DayOnly(Number(m, "d")!.Value)),
    ];

    private static IEnumerable<Figure> Both(Figure? from, Figure? to) => from is null || to is null ? [] : [from, to];

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success && ChineseNumerals.Parse(match.Groups[group].Value) is { } number ? (int)number.Value : null;

    private static Figure? Time(Match match)
    {
        var (hour, minute) = (Number(match, "h")!.Value, Number(match, "i") ?? 0);
        return Days.Time(match.Groups["p"].Value is "下午" or "晚上" && hour < 12 ? hour + 12 : hour, minute);
    }

    [GeneratedRegex(WithYear + @"(?<m>" + Small + @")\s?月\s?(?<d>" + Small + @")\s?[日号]?" + Dash + @"(?<e>" + Small + @")\s?[日号]", RegexOptions.CultureInvariant)]
    private static partial Regex DayRange { get; }

    [GeneratedRegex(WithYear + @"(?<m>" + Small + @")\s?月\s?(?<d>" + Small + @")\s?[日号]", RegexOptions.CultureInvariant)]
    private static partial Regex Day { get; }

    [GeneratedRegex(WithYear + @"(?<m>" + Small + @")\s?月?" + Dash + @"(?<n>" + Small + @")\s?月份?(?!\s?\d{1,2}\s?日)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthRange { get; }

    [GeneratedRegex(WithYear + @"(?<h>[上下])半年", RegexOptions.CultureInvariant)]
    private static partial Regex Half { get; }

    [GeneratedRegex(WithYear + @"前(?<q>[三两32])个?季度", RegexOptions.CultureInvariant)]
    private static partial Regex FirstQuarters { get; }

    [GeneratedRegex(WithYear + @"第?(?<q>[一二三四1-4])季度", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter { get; }

    [GeneratedRegex(WithYear + @"(?<m>" + Small + @")\s?月份?", RegexOptions.CultureInvariant)]
    private static partial Regex Month { get; }

    [GeneratedRegex(@"[“""]?(?<![一二三四五六七八九])十(?<t>[一二三四五六七八九])五(?![十百千万亿个项年月日])[”""]?(?:规划|计划)?|第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})个五年(?:规划|计划)", RegexOptions.CultureInvariant)]
    private static partial Regex Plan { get; }

    [GeneratedRegex(@"(?<y>" + Year + @")\s?年?" + Dash + @"(?<z>" + Year + @")\s?年(?!\s?\d{1,2}\s?月)", RegexOptions.CultureInvariant)]
    private static partial Regex YearRange { get; }

    [GeneratedRegex(@"(?<y>" + Year + @")\s?年", RegexOptions.CultureInvariant)]
    private static partial Regex OneYear { get; }

    [GeneratedRegex(@"(?<p>上午|下午|晚上|凌晨|中午)?\s?(?:(?<![\d.,:])(?<h>\d{1,2}):(?<i>\d\d)(?![\d:])|(?<=午|晚上|凌晨)(?<h>" + Small + @")[时点](?:(?<i>" + Small + @")分)?|(?<![\d.,])(?<h>\d{1,2})[时点](?<i>\d{1,2})分)", RegexOptions.CultureInvariant)]
    private static partial Regex Clock { get; }

    /// <summary>26日 in a report is a day of the month; 30日内 is a duration.</summary>
    [GeneratedRegex(@"(?<d>(?<![\d.,])\d{1,2})日(?![内均]|以内|之内|以上|左右)", RegexOptions.CultureInvariant)]
    private static partial Regex DayOnly { get; }
}
