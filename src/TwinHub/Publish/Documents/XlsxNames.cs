using System.Globalization;

namespace TwinHub.Publish.Documents;

/// <summary>Names of tabs as Excel allows them: 1 to 31 characters, none of <c>[]:*?/\</c>, no apostrophe at either end, each once whatever its case.</summary>
internal static class XlsxNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> Of(IReadOnlyList<XlsxSheet> sheets)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" }; // Excel keeps this one for itself
        return [.. sheets.Select((s, i) => Free(Allowed(s.Name, i), taken))];
    }

    private static string Allowed(string name, int index)
    {
        var clean = string.Concat(CleanText.Of(name).Select(c => "[]:*?/\\\n\t".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim('\'', ' ');
        var cut = Cut(clean, Longest).Trim('\'', ' ');
        return cut.Length > 0 ? cut : (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var n = 2; !taken.Add(free); n++)
        {
            var tail = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            free = Cut(name, Longest - tail.Length) + tail;
        }
        return free;
    }

    /// <summary>At most so many UTF-16 units, no character halved.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
