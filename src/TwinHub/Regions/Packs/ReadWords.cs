using System.Globalization;
using System.Text.RegularExpressions;
using TwinHub.Language;

namespace TwinHub.Regions.Packs;

/// <summary>Sentences of the interface in one language, as a pack brings them.</summary>
public sealed record PackWords(string Language, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads words.LANGUAGE.txt: lines <c>code = text</c>, # begins a comment. Each is held against the English sentence of that code.</summary>
internal sealed partial class ReadWords(PackReading reading, string file)
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public static IReadOnlyList<PackWords> From(PackFolder files, PackReading reading)
    {
        var read = new List<PackWords>();
        foreach (var language in files.WordLanguages)
        {
            var file = PackFolder.WordsFile(language);
            if (files.Text(file, required: false) is not { } bytes) continue;
            if (!reading.Region.Languages.Contains(language)) reading.Faults.Add(new FaultPlace(file), "words.language", ("language", language), ("languages", string.Join(", ", reading.Region.Languages)));
            else read.Add(new(language, new ReadWords(reading, file).Texts(Utf8Text.Read(bytes))));
        }

        return read;
    }

    private Dictionary<string, string> Texts(string content)
    {
        var line = 0;
        foreach (var text in content.Split('\n'))
        {
            line++;
            if (text.AsSpan().Trim().IsEmpty || text[0] == '#') continue;
            Add(text.TrimEnd('\r'), line);
        }

        return texts;
    }

    private void Add(string text, int line)
    {
        var at = text.IndexOf(" = ", StringComparison.Ordinal);
        if (at < 1 || at + 3 == text.Length) Tell(line, null, "words.line");
        else if (WhyNot(text[..at], text[(at + 3)..]) is { } fault) Tell(line, text[..at], fault);
        else texts[text[..at]] = text[(at + 3)..];
    }

    private string? WhyNot(string code, string text)
    {
        var known = Words.In("en");
        var plain = code.EndsWith(".one", StringComparison.Ordinal) ? code[..^4] : code;
        if (!known.Has(code) && !known.Has(plain)) return "words.unknown";
        if (texts.ContainsKey(code)) return "words.twice";
        if (text.Any(char.IsControl)) return "cell.control";
        // Patterns of dates and money put the same values otherwise in every language.
        return Fits(text) && (plain.StartsWith("form.", StringComparison.Ordinal) || Places(text).SetEquals(Places(known[known.Has(code) ? code : plain]))) ? null : "words.values";
    }

    private void Tell(int line, string? code, string fault) => reading.Faults.Add(new FaultPlace(file, line, code), fault);

    private static bool Fits(string text)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, text, [.. Enumerable.Repeat<object>("", 20)]) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();
}
