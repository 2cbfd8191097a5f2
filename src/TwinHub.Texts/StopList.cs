namespace TwinHub.Texts;

/// <summary>
/// Words that hold a numeral and count nothing: names of places and people that the caller knows, beside the general words of the language.
/// The longest word wins. Chinese words match anywhere but inside a numeral (万一 in 三十七万一千), others as whole words whatever their case.
/// </summary>
public sealed class StopList
{
    private readonly Dictionary<char, string[]> byFirst;

    /// <summary>Only the general words.</summary>
    public static StopList General { get; } = new([]);

    /// <param name="names">Names in any language; blanks are left out.</param>
    public StopList(IEnumerable<string> names)
    {
        byFirst = names.Concat(GeneralWords.All).Select(w => w.Trim()).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .GroupBy(w => char.ToLowerInvariant(w[0]))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
    }

    /// <summary>Length of the longest word that begins at a position; 0 when none does.</summary>
    internal int LengthAt(string text, int start)
    {
        if (!byFirst.TryGetValue(char.ToLowerInvariant(text[start]), out var words)) return 0;
        foreach (var word in words)
        {
            if (string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && IsWhole(text, start, word.Length)) return word.Length;
        }
        return 0;
    }

    private static bool IsWhole(string text, int start, int length) =>
        !(start > 0 && IsNumeral(text[start]) && IsNumeral(text[start - 1]))
        && !(start > 0 && char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[start - 1]))
        && !(start + length < text.Length && char.IsAsciiLetterOrDigit(text[start + length - 1]) && char.IsAsciiLetterOrDigit(text[start + length]));

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || ChineseNumerals.Digit(c) >= 0 || ChineseNumerals.Multiplier(c) > 0;
}
