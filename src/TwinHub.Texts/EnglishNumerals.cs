namespace TwinHub.Texts;

/// <summary>Reads English numerals in words, digits or both: one hundred and five thousand, 3.7 trillion, twenty-first.</summary>
internal static class EnglishNumerals
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <summary>Multipliers in words and in short, as money is written.</summary>
    public static decimal Multiplier(string word) => word.ToLowerInvariant() switch
    {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" or "k" => 1_000,
        "million" or "mn" or "m" => 1_000_000,
        "billion" or "bn" or "b" => 1_000_000_000,
        "trillion" or "tn" => 1_000_000_000_000,
        _ => 0,
    };

    /// <summary>One numeral, whole; null when it is not one.</summary>
    public static Quantity? Parse(string written) => char.IsAsciiDigit(written[0]) ? Digits(written) : Words(written);

    /// <summary>first … twentieth, twenty-first …, 21st; null for anything else.</summary>
    public static Quantity? Ordinal(string written)
    {
        if (char.IsAsciiDigit(written[0])) return Quantity.OfDigits(written[..^2]);
        var parts = written.ToLowerInvariant().Split('-', ' ');
        var unit = Array.IndexOf(Ordinals, parts[^1]);
        if (unit < 1) return null;
        return parts.Length == 1 ? Quantity.Of(unit) : Array.IndexOf(Tens, parts[0]) is > 1 and var ten ? Quantity.Of(ten * 10 + unit) : null;
    }

    private static Quantity? Digits(string written)
    {
        var end = 0;
        while (end < written.Length && (char.IsAsciiDigit(written[end]) || written[end] is ',' or '.')) end++;
        return written[end..].Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Aggregate(Quantity.OfDigits(written[..end]), (number, word) => number?.Times(Multiplier(word)));
    }

    private static Quantity? Words(string written)
    {
        var (total, below) = (0m, 0m);
        foreach (var word in written.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "and" or "a" or "an") continue;
            if (Multiplier(word) is var factor and > 0 && below <= Quantity.Limit / factor) (total, below) = Multiplied(total, below, factor);
            else if (Add(below, word) is { } sum) below = sum;
            else return null;
            if (total + below > Quantity.Limit) return null;
        }
        return Quantity.Of(total + below);
    }

    private static (decimal Total, decimal Below) Multiplied(decimal total, decimal below, decimal factor)
    {
        var times = Math.Max(1, below) * factor;
        return factor < 1_000 ? (total, times) : (total + times, 0);
    }

    private static decimal? Add(decimal below, string word)
    {
        if (Array.IndexOf(Tens, word) is > 1 and var ten) return below % 100 == 0 ? below + ten * 10 : null;
        var small = Array.IndexOf(Small, word);
        var fits = below % 100 == 0 || (below % 10 == 0 && below % 100 >= 20 && small < 10);
        return small > 0 && fits ? below + small : null;
    }
}
