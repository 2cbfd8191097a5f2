using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>Decides what a Chinese numeral with its surroundings says, or that it counts nothing.</summary>
internal static class ChineseQuantities
{
    public static Figure? Read(Match match)
    {
        var written = match.Groups["n"].Value;
        if (!Counts(match, written)) return null;
        var unit = UnitOf(match);
        if (Neighbours(written) is var (low, high)) return Figure.Measured(Quantity.Of(low), Quantity.Of(high), unit, Closeness.Exactly);
        return ChineseNumerals.Parse(written + match.Groups["more"].Value) is { } number ? Measured(match, number, unit) : null;
    }

    private static Figure? Measured(Match match, Quantity number, Unit unit)
    {
        if (match.Groups["minus"].Success) number = number.Negated;
        if (!match.Groups["m"].Success) return Weighed(match, Figure.Measured(number, null, unit, ClosenessOf(match, unit)));
        if (match.Groups["u1"].Success && match.Groups["u1"].Value is not "个" && Units.OfChinese(match.Groups["u1"].Value) != unit) return null;
        if (ChineseNumerals.Parse(match.Groups["m"].Value + match.Groups["more"].Value) is not { } end) return null;
        return LikeEnd(match, number) is { } start ? Figure.Measured(start, end, unit, Closeness.Exactly) : null;
    }

    /// <summary>In 5—10亿元 both ends are counted in 亿.</summary>
    private static Quantity? LikeEnd(Match match, Quantity start)
    {
        if (ChineseNumerals.Multiplier(match.Groups["n"].Value[^1]) > 0 || match.Groups["u1"].Success || !char.IsAsciiDigit(match.Groups["m"].Value[0])) return start;
        return (match.Groups["m"].Value + match.Groups["more"].Value).Select(ChineseNumerals.Multiplier).Where(f => f > 0).Aggregate((Quantity?)start, (q, factor) => q?.Times(factor));
    }

    private static Figure Weighed(Match match, Figure figure)
    {
        var written = match.Groups["n"].Value;
        return figure with { IsWeak = written.Length == 1 && written[0] is '一' or '二' or '两' };
    }

    /// <summary>A lone numeral in words counts only before a measure word or a unit; elsewhere it is part of a name.</summary>
    private static bool Counts(Match match, string written)
    {
        if (char.IsAsciiDigit(written[0]) || match.Groups["m"].Success) return true;
        var isBare = ChineseNumerals.Multiplier(written[0]) is var first && first > 10 && written.Length == 1;
        if (isBare) return match.Groups["pre"].Success && (match.Groups["measure"].Success || match.Groups["unit"].Success);
        if (written.Length > 1 && written.Any(c => ChineseNumerals.Multiplier(c) > 0)) return true;
        return match.Groups["measure"].Success || match.Groups["unit"].Success || match.Groups["plus"].Success;
    }

    /// <summary>七八个: between two numbers that follow each other.</summary>
    private static (int Low, int High)? Neighbours(string written)
    {
        if (written.Length != 2) return null;
        var (low, high) = (ChineseNumerals.Digit(written[0]), ChineseNumerals.Digit(written[1]));
        return low > 0 && high == low + 1 ? (low, high) : null;
    }

    private static Unit UnitOf(Match match)
    {
        var unit = match.Groups["unit"].Value;
        if (unit.Length > 0) return Units.OfChinese(unit);
        return match.Groups["sign"].Success ? Units.OfSign(match.Groups["sign"].Value) : Unit.None;
    }

    public static Closeness ClosenessOf(Match match, Unit unit)
    {
        if (match.Groups["plus"].Success) return Closeness.MoreThan;
        var isRecent = match.Groups["pre"].Value is "近" && unit.Kind is FigureKind.Duration; // 近三年 is "the past three years"
        var isPlace = match.Groups["post"].Value is "内" && unit.Kind is not FigureKind.Duration; // 三省内 is a place
        var after = isPlace ? null : Of(match.Groups["post"].Value);
        return isRecent ? Closeness.Exactly : Of(match.Groups["pre"].Value) ?? after ?? Closeness.Exactly;
    }

    private static Closeness? Of(string word) => word switch
    {
        "近" or "将近" or "接近" => Closeness.Nearly,
        "约" or "大约" or "左右" or "上下" => Closeness.About,
        "超过" or "超" or "逾" or "突破" or "多于" or "高于" or "不少于" or "不低于" or "至少" or "以上" or "上" => Closeness.MoreThan,
        "不超过" or "至多" or "最多" or "低于" or "少于" or "不足" or "以下" or "以内" or "之内" or "内" => Closeness.AtMost,
        _ => null,
    };
}
