using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>Why something typed is no number. Sentences for people lie with the page.</summary>
public enum NumberProblem
{
    None, Empty, NotANumber,
    /// <summary>A percent where a plain number is asked.</summary>
    UnexpectedPercent,
    /// <summary>More than fifteen digits before or after the point.</summary>
    TooLong,
}

/// <summary>What was read.</summary>
/// <param name="Value">The exact value; 0 when there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
public readonly record struct NumberReading(decimal Value, NumberProblem Problem);

/// <summary>Reads a number as people type it, exactly: 4414.5, 4,414.5, ４４１４．５, −3, 3.7万亿, 3.7 trillion; a percent as 40, 40%, ４０％ or 百分之四十.</summary>
public static partial class ReadNumber
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Reads a percent; the sign may be left out.</summary>
    /// <param name="text">What was typed, blanks around it allowed.</param>
    /// <param name="reading">Percent (40 for 40 %), or the problem. No bounds are set: they are the field's.</param>
    /// <returns>Whether there is a number.</returns>
    public static bool TryReadPercent(string? text, out NumberReading reading)
    {
        var typed = Scan.Narrowed(text ?? "").Trim();
        if (typed.StartsWith("百分之", StringComparison.Ordinal)) typed = typed[3..];
        else if (typed.EndsWith('%')) typed = typed[..^1].TrimEnd();
        return TryRead(typed, out reading);
    }

    /// <summary>Reads a number without a unit.</summary>
    /// <param name="text">What was typed, blanks around it allowed.</param>
    /// <param name="reading">The value, or the problem.</param>
    /// <returns>Whether there is a number.</returns>
    public static bool TryRead(string? text, out NumberReading reading)
    {
        reading = Read(Scan.Narrowed(text ?? "").Trim());
        return reading.Problem is NumberProblem.None;
    }

    private static NumberReading Read(string typed)
    {
        if (typed.Length == 0) return new(0, NumberProblem.Empty);
        if (typed.EndsWith('%')) return new(0, NumberProblem.UnexpectedPercent);
        var sign = typed[0] is '-' ? -1 : 1;
        var rest = typed.TrimStart('-', '+').TrimStart();
        if (typed.Length - typed.TrimStart('-', '+').Length > 1) return new(0, NumberProblem.NotANumber);
        if (English.IsMatch(rest)) return Of(EnglishNumerals.Parse(rest), sign);
        return Chinese.IsMatch(rest) ? Of(ChineseNumerals.Parse(rest), sign) : new(0, NumberProblem.NotANumber);
    }

    private static NumberReading Of(Quantity? number, int sign) =>
        number is { } n ? new NumberReading(n.Value * sign, NumberProblem.None) : new NumberReading(0, NumberProblem.TooLong);

    [GeneratedRegex(@"^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:\s?(?:hundred|thousand|million|billion|trillion|mn|bn|tn))?$", AnyCase)]
    private static partial Regex English { get; }

    [GeneratedRegex(@"^(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\s?[十百千万亿]+|[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[万亿]*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese { get; }
}
