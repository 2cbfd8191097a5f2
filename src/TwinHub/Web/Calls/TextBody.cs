using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Web.Calls;

/// <summary>Reads texts that a program sends: language to text; the region's binding language binds.</summary>
internal static class TextBody
{
    public static LocalText Texts(this Reference reference, IReadOnlyDictionary<string, string>? given, string member, Problems problems)
    {
        var known = RegionLanguage.Of(reference.Region).Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        var texts = (given ?? new Dictionary<string, string>()).Select(t => (Language: t.Key, Text: (t.Value ?? "").ReplaceLineEndings("\n").Trim())).ToList();
        foreach (var (language, _) in texts.Where(t => !known.Contains(t.Language))) problems.Add(Refusal.Of("text.language", language), member);
        return LocalText.Of(texts.Exists(t => t.Language == reference.Region.Binding) || texts.Count == 0 ? reference.Region.Binding : texts[0].Language, texts);
    }

    /// <summary>The same where a text is asked for.</summary>
    public static LocalText RequiredTexts(this Reference reference, IReadOnlyDictionary<string, string>? given, string member, Problems problems)
    {
        var text = reference.Texts(given, member, problems);
        if (text.IsEmpty) problems.Add(Refusal.Of("field.required"), member);
        return text;
    }
}
