namespace TwinHub.Texts;

/// <summary>Finds what a text says in numbers, so that two languages can be compared.</summary>
public static class Numbers
{
    /// <summary>Whether texts of a language can be read: Chinese in either script, and English.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static bool CanRead(string language) => IsChinese(language) || Is(language, "en");

    /// <summary>Every number, date, period and reference of a text, in the order of the text.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">A BCP 47 tag: zh, zh-Hans, zh-CN …, en, en-GB …</param>
    /// <param name="names">Names that hold a numeral and count nothing; the general words always apply.</param>
    /// <returns>Figures in normal form, each with its place in <paramref name="text"/>. Numbers above 15 digits are left out: they are no quantities.</returns>
    /// <exception cref="ArgumentException">A language that cannot be read.</exception>
    /// <remarks>Time grows with the length of the text. Numerals follow GB/T 15835-2011 for Chinese and common British and American use for English.</remarks>
    public static IReadOnlyList<Figure> Find(string text, string language, StopList? names = null)
    {
        if (!CanRead(language)) throw new ArgumentException($"Numbers in '{language}' cannot be read.", nameof(language));
        return new Scan(text, names ?? StopList.General).Run(IsChinese(language) ? ChineseRules.All : EnglishRules.All);
    }

    internal static bool IsChinese(string language) => Is(language, "zh");

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
