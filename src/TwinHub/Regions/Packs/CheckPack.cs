using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace TwinHub.Regions.Packs;

/// <summary>Tells the faults of a pack to a person, or to a program.</summary>
public static class CheckPack
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>One line a fault: file:row:column, what it is, how to mend it.</summary>
    /// <param name="faults">As read.</param>
    /// <param name="language">zh or en; any other reads the English sentences.</param>
    public static IEnumerable<string> Report(IEnumerable<PackFault> faults, string language)
    {
        var sentences = FaultSentences.In(language);
        return faults.Select(sentences.Line);
    }

    /// <summary>The same as JSON: ok, count and the faults with code, place, values and sentences (docs/formats/pack.md).</summary>
    public static string Json(IReadOnlyCollection<PackFault> faults, string language)
    {
        var sentences = FaultSentences.In(language);
        return JsonSerializer.Serialize(new
        {
            Ok = faults.Count == 0,
            faults.Count,
            Faults = faults.Select(f => new { f.File, f.Row, f.Column, f.Code, f.Values, What = sentences.What(f), Mend = sentences.Mend(f) }),
        }, Form);
    }
}
