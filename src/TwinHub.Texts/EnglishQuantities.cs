using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>Decides what an English numeral with its surroundings says.</summary>
internal static class EnglishQuantities
{
    public static Figure? Read(Match match)
    {
        var written = match.Groups["n"].Value;
        if (EnglishNumerals.Parse(written + match.Groups["short"].Value) is not { } number) return null;
        if (match.Groups["minus"].Success) number = number.Negated;
        var unit = UnitOf(match);
        if (unit.Kind is FigureKind.Discount) number = number with { Value = 100 - number.Value }; // "20 % off" is 八折: 80 % is paid
        if (match.Groups["m"].Success) return Range(match, number, unit);
        var figure = Figure.Measured(number, null, unit, ClosenessOf(match));
        return figure with { IsWeak = written.ToLowerInvariant() is "one" or "two" };
    }

    /// <summary>A unit as written: blanks and hyphens between its words are one blank.</summary>
    public static Unit UnitOf(string written) =>
        Units.OfEnglish(written.StartsWith('-') || written.Contains("person-", StringComparison.OrdinalIgnoreCase) ? written : written.Replace('-', ' ').Replace("sq. km", "sq km", StringComparison.OrdinalIgnoreCase));

    private static Figure? Range(Match match, Quantity start, Unit unit)
    {
        var first = match.Groups["u1"].Value.TrimStart(' ', '-');
        if (first.Length > 0 && UnitOf(first) != unit) return null;
        if (EnglishNumerals.Parse(match.Groups["m"].Value) is not { } end) return null;
        return LikeEnd(match, start) is { } like ? Figure.Measured(like, end, unit, Closeness.Exactly) : null;
    }

    /// <summary>In "5 to 10 million" both ends are millions.</summary>
    private static Quantity? LikeEnd(Match match, Quantity start)
    {
        if (!char.IsAsciiDigit(match.Groups["n"].Value[^1]) || match.Groups["short"].Success || match.Groups["u1"].Success) return start;
        return match.Groups["m"].Value.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(EnglishNumerals.Multiplier).Where(f => f > 0).Aggregate((Quantity?)start, (q, factor) => q?.Times(factor));
    }

    private static Unit UnitOf(Match match)
    {
        if (match.Groups["unit"].Success) return UnitOf(match.Groups["unit"].Value);
        return match.Groups["sign"].Success ? Units.OfSign(match.Groups["sign"].Value.TrimEnd()) : Unit.None;
    }

    public static Closeness ClosenessOf(Match match)
    {
        if (match.Groups["plus"].Success) return Closeness.MoreThan;
        return Of(match.Groups["pre"].Value) ?? Of(match.Groups["post"].Value) ?? Closeness.Exactly;
    }

    private static Closeness? Of(string words) => words.ToLowerInvariant() switch
    {
        "" => null,
        "nearly" or "almost" or "close to" or "approaching" or "just under" => Closeness.Nearly,
        "about" or "around" or "approximately" or "roughly" or "some" or "circa" or "or so" => Closeness.About,
        "up to" or "at most" or "no more than" or "not more than" or "less than" or "fewer than" or "under" or "below" or "within" or "or less" => Closeness.AtMost,
        _ => Closeness.MoreThan,
    };
}
