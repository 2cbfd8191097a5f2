using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TwinHub.Regions.Packs;

/// <summary>The sentences of faults.*.json: by code what is wrong, and by code + ".mend" how to mend it. {name} stands for a value of the fault.</summary>
public sealed class FaultSentences
{
    private static readonly Lazy<FaultSentences> Zh = new(() => new("zh")), En = new(() => new("en"));
    private readonly Dictionary<string, string> texts;

    private FaultSentences(string language)
    {
        using var stream = typeof(FaultSentences).Assembly.GetManifestResourceStream($"packs.faults.{language}.json")!;
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    /// <summary>Codes of all faults, in the order of the file.</summary>
    public IEnumerable<string> Codes => texts.Keys.Where(k => k != "line" && !k.EndsWith(".mend", StringComparison.Ordinal));

    public static FaultSentences In(string language) => language == "zh" ? Zh.Value : En.Value;

    public string What(PackFault fault) => Fill(texts[fault.Code], fault.Values);

    public string Mend(PackFault fault) => Fill(texts[fault.Code + ".mend"], fault.Values);

    public string Line(PackFault fault) => Fill(texts["line"], new Dictionary<string, string>
    {
        ["place"] = Place(fault),
        ["what"] = What(fault),
        ["mend"] = Mend(fault),
    });

    /// <summary>Both sentences of a code as they lie in the file, for documents.</summary>
    public (string What, string Mend) Of(string code) => (texts[code], texts[code + ".mend"]);

    private static string Place(PackFault fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{(fault.File.Length == 0 ? "." : fault.File)}:{fault.Row}:{fault.Column}").TrimEnd(':');

    // In one pass, so that braces in a value of the pack stay what they are.
    private static string Fill(string sentence, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < sentence.Length;)
        {
            var end = sentence[at] == '{' ? sentence.IndexOf('}', at) : -1;
            if (end > 0 && values.TryGetValue(sentence[(at + 1)..end], out var value)) filled.Append(value);
            else filled.Append(sentence, at, (end > 0 ? end : at) - at + 1);
            at = (end > 0 ? end : at) + 1;
        }
        return filled.ToString();
    }
}
