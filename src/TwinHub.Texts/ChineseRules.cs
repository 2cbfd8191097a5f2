using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>How Chinese writes figures, from the most particular form to the plain number.</summary>
internal static partial class ChineseRules
{
    private const string Multiplier = @"(?:十|百|千(?![瓦伏米克])|万|亿)";
    private const string Ascii = @"(?<![A-Za-z\d]|\d[.,])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?";
    private const string AsciiNumber = Ascii + @"(?:\s?" + Multiplier + @"{1,6}(?:零?\d+(?:\.\d+)?" + Multiplier + @"{1,6}){0,6})?";
    private const string Words = @"(?:[零〇一二两三四五六七八九十百万亿]|千(?![瓦伏米克])){1,24}(?:点[零〇一二三四五六七八九]{1,12}[万亿]{0,4})?";
    private const string Number = @"(?:" + AsciiNumber + @"|" + Words + @")";
    private const string Symbol = @"%|‰|℃|°C|(?:km/h|km²|km2|km|m³/s|m³|m²|m|ha|kV|V|kWh|MWh|GWh|TWh|kW|MW|GW|kg|t|TEUs?)(?![A-Za-z\d])";
    private const string Unit = @"(?:个百分点|百分点|个基点|倍|成(?![员为立功果长熟本绩型品就份效])|折(?![合旧叠算射线])|元人民币|人民币|元|美元|欧元|港元|港币|日元|英镑|平方公里|平方千米|平方米|公顷|亩|公里/小时|千米/小时|公里每小时|千米每小时|公里|千米|米|千伏|伏|千瓦时|兆瓦时|千瓦|兆瓦|吉瓦|吨|公斤|千克|立方米/秒|立方米|个工作日|工作日|个小时|小时|分钟|秒|天|日|周|个星期|个月|年|摄氏度|人次|人(?![工才大民均])|标准箱|标箱|" + Symbol + ")";
    private const string Measure = @"(?:个|项|条|座|家|所|名|位|次|届|期|批|类|种|件|份|部|台|套|辆|架|艘|列|趟|班|场|处|片|块|户|省|市|县|区|镇|村|方(?![法式案针])|大(?!学|会|家)|级|层|点|步|轮|张|篇|章|节|款|宗|对|组|支|栋|幢|眼|孔|口|门|者|卷|册|岁|环节|方面|领域|任务)";
    private const string Before = @"(?<pre>(?<![最附临靠接相])近|将近|接近|大约|(?<![节合契签条公预制])约|超过|超|逾|突破|多于|高于|不少于|不低于|至少|不超过|至多|最多|低于|少于|不足|上(?=[百千万]))?\s?";
    private const string After = @"(?<post>以上|以下|以内|之内|左右|上下|内(?=[^部外陆河容需]|$))?";

    public static readonly IReadOnlyList<Rule> All =
    [
        Rule.Hides(Heading),
        .. SharedRules.First,
        .. ChineseDates.All,
        .. SharedRules.Names,
        Rule.One(Congress, m => Ordinal(m.Groups["n"].Value)),
        Rule.One(PartOf, m => Fraction(m.Groups["n"].Value, m.Groups["of"].Value)),
        Rule.One(Redouble, m => Figure.Measured(Quantity.Of((decimal)Math.Pow(2, ChineseNumerals.Digit(m.Groups["n"].Value.FirstOrDefault('一')))), null, Units.OfChinese("倍"), Closeness.Exactly)),
        Rule.One(GrownTimes, GrownBy),
        Rule.One(HalfUnit, HalfOf),
        Rule.One(OneHalf, m => Figure.Measured(new Quantity(0.5m, 0.1m), null, new Unit("", FigureKind.Fraction), ChineseQuantities.ClosenessOf(m, TwinHub.Texts.Unit.None))),
        Rule.One(Nth, m => Ordinal(m.Groups["n"].Value)),
        Rule.One(Strongest, m => Figure.Measured(Quantity.Of(100), null, TwinHub.Texts.Unit.None, Closeness.Exactly)),
        Rule.One(SpeedOf, m => Plain(m, Units.OfChinese("公里/小时"))),
        Rule.One(AnyNumber, ChineseQuantities.Read),
    ];

    internal static Figure? Ordinal(string numeral) =>
        ChineseNumerals.Parse(numeral) is { } n ? Figure.Measured(n, null, new Unit("", FigureKind.Ordinal), Closeness.Exactly) with { IsWeak = n.Value < 3 && !char.IsAsciiDigit(numeral[0]) } : null;

    private static Figure? Plain(Match match, Unit unit) =>
        ChineseNumerals.Parse(match.Groups["n"].Value) is { } n ? Figure.Measured(n, null, unit, Closeness.Exactly) : null;

    private static Figure? Fraction(string part, string whole)
    {
        if (ChineseNumerals.Parse(part) is not { } n) return null;
        if (whole is "百") return Figure.Measured(n, null, Units.OfChinese("%"), Closeness.Exactly);
        if (whole is "千") return Figure.Measured(n, null, Units.OfChinese("‰"), Closeness.Exactly);
        return ChineseNumerals.Parse(whole) is { Value: > 0 } of ? Figure.Measured(new Quantity(n.Value / of.Value, 0.000001m), null, new Unit("", FigureKind.Fraction), Closeness.Exactly) : null;
    }

    /// <summary>增长1.2倍 adds 120 %; that it is often misread is why the checks look at it twice.</summary>
    private static Figure? GrownBy(Match match) => Plain(match, new Unit("%", FigureKind.Percent, 100));

    private static Figure? HalfOf(Match match)
    {
        var whole = match.Groups["n"].Success ? ChineseNumerals.Parse(match.Groups["n"].Value)?.Value : 0;
        return whole is { } n ? Figure.Measured(new Quantity(n + 0.5m, 0.1m), null, Units.OfChinese(HalfUnitOf(match)), Closeness.Exactly) : null;
    }

    private static string HalfUnitOf(Match match) => match.Groups["u"].Value is "月" ? "个月" : match.Groups["u"].Value;

    [GeneratedRegex(@"^[ \t]*(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}(?:、|\.(?!\d)))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"(?<=党的)(?<n>[一二三四五六七八九十]{1,3})大|(?<n>[二三]?十[一二三四五六七八九]?)大(?=精神|报告|以来|召开|闭幕)|(?<n>[一二三四五六七八九])中全会", RegexOptions.CultureInvariant)]
    private static partial Regex Congress { get; }

    [GeneratedRegex(@"(?<of>百|千|" + Words + @"|(?<!\d)\d{1,15})分之(?<n>" + Number + @")", RegexOptions.CultureInvariant)]
    private static partial Regex PartOf { get; }

    [GeneratedRegex(@"翻了?(?<n>[一两二三四])番|翻番", RegexOptions.CultureInvariant)]
    private static partial Regex Redouble { get; }

    [GeneratedRegex(@"(?:增长|增加|提高|提升|上升|扩大)了?(?:近|约|超过?)?(?<n>" + Number + @")倍", RegexOptions.CultureInvariant)]
    private static partial Regex GrownTimes { get; }

    [GeneratedRegex(@"(?:(?<n>" + Number + @")个)?半个?(?<u>小时|天|年|月)|(?<n>" + Number + @")(?<u>小时|天|年)半", RegexOptions.CultureInvariant)]
    private static partial Regex HalfUnit { get; }

    [GeneratedRegex(Before + @"(?:(?<!另)一半|半数)" + After, RegexOptions.CultureInvariant)]
    private static partial Regex OneHalf { get; }

    [GeneratedRegex(@"第(?<n>" + Number + @")", RegexOptions.CultureInvariant)]
    private static partial Regex Nth { get; }

    [GeneratedRegex(@"(?<![一二三四五六七八九十\d])百强", RegexOptions.CultureInvariant)]
    private static partial Regex Strongest { get; }

    [GeneratedRegex(@"时速(?:达到?|为|约)?\s?(?<n>" + Number + @")\s?(?:公里|千米|km)", RegexOptions.CultureInvariant)]
    private static partial Regex SpeedOf { get; }

    [GeneratedRegex(Before + @"(?<sign>人民币|¥|US\$|\$|€|HK\$|£|(?:CNY|RMB|USD|EUR)(?=[\d\s]))?\s?(?<minus>(?<![\w)）])-)?(?<n>" + Number + @")(?:(?<u1>" + Unit + @"|个)?\s?(?:-|–|—|~|至|到)\s?(?<m>" + Number + @"))?(?:(?<plus>余|多|几|\+)(?<more>" + Multiplier + @"{0,6}))?\s?(?<measure>" + Measure + @"(?!百分点|基点|工作日|小时|星期|月))?(?<unit>" + Unit + @")?" + After, RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber { get; }
}
