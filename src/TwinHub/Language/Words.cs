using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TwinHub.Language;

/// <summary>The interface's sentences of one language, by code. They lie beside the slices as <c>Name.zh.txt</c>, <c>Name.en.txt</c>: one <c>code = text</c> a line.</summary>
public sealed class Words
{
    private static readonly FrozenDictionary<string, Words> Built = Load();
    private readonly FrozenDictionary<string, string> texts;
    private readonly Words? fallback;

    private Words(string language, IReadOnlyDictionary<string, string> texts, Words? fallback) =>
        (Language, this.texts, this.fallback, Forms) = (language, texts.ToFrozenDictionary(StringComparer.Ordinal), fallback, null!);

    public string Language { get; }
    /// <summary>How this language writes dates, numbers and money.</summary>
    public Forms Forms { get; private set; }
    public IEnumerable<string> Codes => texts.Keys;
    /// <summary>Languages that are complete here.</summary>
    public static IEnumerable<string> Languages => Built.Keys;

    /// <summary>The sentence of <paramref name="code"/>. A language that a pack adds falls back where it has none.</summary>
    public string this[string code] => texts.TryGetValue(code, out var text) ? text : fallback?[code] ?? $"[{code}]";

    public bool Has(string code) => texts.ContainsKey(code) || fallback?.Has(code) == true;

    /// <summary>The words of <paramref name="language"/>; of another language than the built ones, English with that name.</summary>
    public static Words In(string language) => Built.GetValueOrDefault(language) ?? Built["en"];

    /// <summary>Texts that a pack brings; where one is missing the built one of the language stands, or the English one.</summary>
    public static Words Added(string language, IReadOnlyDictionary<string, string> texts) => WithForms(new(language, texts, In(language)));

    /// <summary>Sentences that there are, and how many of them this language has itself: the rest falls back to English.</summary>
    public (int Of, int Own) Coverage => Built["en"].texts.Keys.Count(IsWhole) is var of ? (of, of - Lacking.Count()) : default;

    /// <summary>Codes that fall back to English. Singulars are not asked for: not every language has them, or the same ones.</summary>
    public IEnumerable<string> Lacking => Languages.Contains(Language) ? [] : Built["en"].texts.Keys.Where(c => IsWhole(c) && !texts.ContainsKey(c));

    private static bool IsWhole(string code) => !code.EndsWith(".one", StringComparison.Ordinal);

    /// <summary>The sentence with its values: days, numbers and texts in this language's forms. Where the first number is 1 and there is a <c>code.one</c>, that.</summary>
    public string Say(string code, params ReadOnlySpan<object?> values)
    {
        if (IsOne(values) && HasOne(code)) code += ".one";
        var written = new string[values.Length];
        for (var i = 0; i < values.Length; i++) written[i] = Write(values[i]);
        return string.Format(CultureInfo.InvariantCulture, this[code], written);
    }

    /// <summary>A refusal as a sentence.</summary>
    public string Say(Core.Refusal refusal) => Say("refusal." + refusal.Code, [.. refusal.Values]);

    // The singular of the language in which the sentence itself stands.
    private bool HasOne(string code) => texts.ContainsKey(code + ".one") || (!texts.ContainsKey(code) && fallback?.HasOne(code) == true);

    private static bool IsOne(ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (value is int or long or decimal) return value is 1 or 1L or 1m;
        }

        return false;
    }

    private string Write(object? value) => value switch
    {
        null => "–",
        DateOnly day => Forms.Day(day),
        DateTimeOffset moment => Forms.Moment(moment),
        decimal number => Forms.Number(number),
        int number => Forms.Number(number),
        long number => Forms.Number(number),
        Core.LocalText text => text.IsExpunged ? this["journal.gone"] : text.In(Language),
        Enum word => Has($"{word.GetType().Name}.{word}") ? this[$"{word.GetType().Name}.{word}"] : word.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Words WithForms(Words words)
    {
        words.Forms = new Forms(words);
        return words;
    }

    private static FrozenDictionary<string, Words> Load()
    {
        var assembly = typeof(Words).Assembly;
        var byLanguage = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)))
        {
            var language = name.Split('.')[^2];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            Read(reader, name, byLanguage.TryGetValue(language, out var texts) ? texts : byLanguage[language] = new(StringComparer.Ordinal));
        }

        return byLanguage.ToFrozenDictionary(l => l.Key, l => WithForms(new(l.Key, l.Value, null)));
    }

    /// <summary>Reads lines <c>code = text</c>; # begins a comment line.</summary>
    /// <exception cref="FormatException">A line without =, or a code twice.</exception>
    public static void Read(TextReader reader, string name, IDictionary<string, string> into)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var at = line.IndexOf(" = ", StringComparison.Ordinal);
            if (at < 1) throw new FormatException($"{name}: no ' = ' in: {line}");
            if (!into.TryAdd(line[..at].Trim(), line[(at + 3)..])) throw new FormatException($"{name}: {line[..at]} stands twice.");
        }
    }
}
