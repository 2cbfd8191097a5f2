using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>How English writes figures, from the most particular form to the plain number.</summary>
internal static partial class EnglishRules
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Multiplier = "hundred|thousand|million|billion|trillion";
    private const string Cardinal = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Ascii = @"(?<![A-Za-z\d]|\d[.,])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?";
    private const string AsciiNumber = Ascii + @"(?:[\s-]?(?:" + Multiplier + @"|dozen|bn|mn|tn)\b)*";
    private const string Words = @"\b(?:" + Cardinal + @"|an?\s(?=(?:" + Multiplier + @"|dozen)\b)(?:" + Multiplier + @"|dozen))\b(?:(?:[\s-]|(?<=hundred|thousand|million|billion)\sand\s)(?:" + Cardinal + "|" + Multiplier + @"|dozen)\b){0,24}";
    private const string Number = "(?:" + AsciiNumber + "|" + Words + ")";
    private const string Symbol = @"(?:%\soff|percent\soff|%|‰|℃|°C)|(?-i:km/h|km²|km2|km|m³/s|m³|m²|m|ha|kV|V|kWh|MWh|GWh|TWh|kW|MW|GW|kg|t|TEUs?)(?![A-Za-z\d'’])";
    private const string Unit = @"(?:" + Symbol + @"|(?:percentage\spoints?|(?<=\.\d\s|\+\d\s|\+\d\d\s)points?|basis\spoints?|pp|percent|per\scent|yuan|RMB|renminbi|CNY|US\sdollars?|dollars?|USD|euros?|square[\s-]kilomet(?:er|re)s?|sq\.?\skm|square[\s-]met(?:er|re)s?|hectares?|mu|kilomet(?:er|re)s\sper\shour|kilomet(?:er|re)s?|met(?:er|re)s?|kilovolts?|volts?|kilowatt[-\s]hours?|kilowatts?|megawatts?|gigawatts?|metric\stons?|tonnes?|tons?|kilograms?|cubic\smet(?:er|re)s?|people|persons?|person-times?|visits|passenger\strips|working\sdays?|workdays?|hours?|minutes?|seconds|days?|weeks?|months?|years?|times\s(?:as|the|that))(?![A-Za-z]))";
    private const string Sign = @"(?:CNY|RMB|US\$|USD|EUR|HK\$|\$|€|¥|£)";
    private const string Before = @"(?:\b(?<pre>more\sthan|over|above|exceeding|exceeds?|exceeded|surpass(?:ed|ing)?|at\sleast|no\s(?:fewer|less)\sthan|not\sless\sthan|in\sexcess\sof|upwards?\sof|nearly|almost|close\sto|approaching|just\sunder|about|around|approximately|roughly|some|circa|up\sto|at\smost|no\smore\sthan|not\smore\sthan|less\sthan|fewer\sthan|under|below|within)\s)?";
    private const string Nth = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth";

    public static readonly IReadOnlyList<Rule> All =
    [
        Rule.Hides(Heading),
        .. SharedRules.First,
        .. EnglishDates.All,
        .. SharedRules.Names,
        Rule.One(HalfUnit, m => Of(0.5m, EnglishQuantities.UnitOf(m.Groups["u"].Value))),
        Rule.One(AndHalf, m => EnglishNumerals.Parse(m.Groups["n"].Value) is { } n ? Of(n.Value + 0.5m, EnglishQuantities.UnitOf(m.Groups["u"].Value)) : null),
        Rule.One(PartOf, Fraction),
        Rule.One(OneHalf, m => Figure.Measured(new Quantity(0.5m, 0.1m), null, new Unit("", FigureKind.Fraction), EnglishQuantities.ClosenessOf(m)) with { IsWeak = true }),
        Rule.One(Multiplied, m => Factor(m.Value.ToLowerInvariant())),
        Rule.One(Ordinal, OrdinalOf),
        Rule.One(Phase, m => Figure.Measured(Quantity.Of(m.Groups["n"].Value switch { "I" => 1, "II" => 2, "III" => 3, "IV" => 4, _ => 5 }), null, TwinHub.Texts.Unit.None, Closeness.Exactly) with { IsWeak = true }),
        Rule.One(AnyNumber, EnglishQuantities.Read),
    ];

    private static Figure Of(decimal value, Unit unit) => Figure.Measured(new Quantity(value, 0.1m), null, unit, Closeness.Exactly);

    private static Figure Factor(string word)
    {
        var factor = word[0] switch { 'd' => 2, 't' when word[1] == 'w' => 2, 't' => 3, _ => 4 };
        return Figure.Measured(Quantity.Of(factor), null, new Unit("", FigureKind.Factor), Closeness.Exactly) with { IsWeak = word is "twice" or "twofold" };
    }

    private static Figure? Fraction(Match match)
    {
        var part = match.Groups["n"].Value is "a" or "A" ? Quantity.Of(1) : EnglishNumerals.Parse(match.Groups["n"].Value);
        var of = match.Groups["of"].Value.ToLowerInvariant().TrimEnd('s') switch
        {
            "half" or "halve" => 2,
            "quarter" => 4,
            var word => EnglishNumerals.Ordinal(word)?.Value ?? 0,
        };
        return part is { } n && of > 0 ? Figure.Measured(new Quantity(n.Value / of, 0.000001m), null, new Unit("", FigureKind.Fraction), Closeness.Exactly) : null;
    }

    private static Figure? OrdinalOf(Match match)
    {
        if (EnglishNumerals.Ordinal(match.Value) is not { } n) return null;
        return Figure.Measured(n, null, new Unit("", FigureKind.Ordinal), Closeness.Exactly) with { IsWeak = n.Value < 3 && !char.IsAsciiDigit(match.Value[0]) };
    }

    [GeneratedRegex(@"^[ \t]*(?:[(（]?(?:\d{1,2}|[IVX]{1,5}|[a-z])[)）]|(?:\d{1,2}|[IVX]{1,5})\.(?!\d))(?=\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"\b(?:half\san?|a\shalf)\s(?<u>hour|day|month|year)\b", AnyCase)]
    private static partial Regex HalfUnit { get; }

    [GeneratedRegex(@"(?<![A-Za-z\d])(?<n>" + Number + @")\sand\sa\shalf\s(?<u>hours?|days?|months?|years?)\b", AnyCase)]
    private static partial Regex AndHalf { get; }

    [GeneratedRegex(@"\b(?<n>a|one|two|three|four|five|six|seven|eight|nine)[\s-](?<of>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!\s(?:quarter|half|meeting|plan|year|item|phase|time|session))", AnyCase)]
    private static partial Regex PartOf { get; }

    [GeneratedRegex(@"(?<![A-Za-z\d])" + Before + @"(?<![\w-])half\b(?!-)", AnyCase)]
    private static partial Regex OneHalf { get; }

    [GeneratedRegex(@"\b(?:doubl(?:ed|es|ing)|double(?=\s(?:by|in|from|its|the|their|over)\b)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|twice|twofold)\b", AnyCase)]
    private static partial Regex Multiplied { get; }

    [GeneratedRegex(@"(?<![\w.,])\d{1,3}(?:st|nd|rd|th)\b|\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:" + Nth + @")\b", AnyCase)]
    private static partial Regex Ordinal { get; }

    [GeneratedRegex(@"\b(?:Phase|Stage)\s(?<n>III|II|IV|I|V)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Phase { get; }

    [GeneratedRegex(@"(?<![A-Za-z\d])" + Before + @"(?:No\.\s?)?(?<sign>" + Sign + @"\s?)?(?<minus>(?<![\w)])-)?(?<n>" + Number + @")(?<short>(?<=" + Sign + @"\s?[\d.,]{1,20})[kmb]\b)?(?:(?<u1>[\s-]?" + Unit + @")?(?:\s?[-–—]\s?|\sto\s)(?<m>" + Number + @"))?(?<plus>\+)?(?:[\s-]?(?<unit>" + Unit + @"))?(?:\s(?<post>or\smore|or\sso|or\sless|and\sabove))?", AnyCase)]
    private static partial Regex AnyNumber { get; }
}
