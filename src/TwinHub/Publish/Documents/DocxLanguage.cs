using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>Language tags as Word wants them. Without the right one for Chinese, Japanese forms of the characters appear.</summary>
internal static class DocxLanguage
{
    public static Languages Of(PaperDocument paper) =>
        paper.IsChinese ? new Languages { Val = "en-GB", EastAsia = Tag(paper.Language) } : new Languages { Val = Tag(paper.Language), EastAsia = "zh-CN" };

    public static Languages Of(string language) =>
        IsEastAsian(language) ? new Languages { EastAsia = Tag(language) } : new Languages { Val = Tag(language) };

    private static bool IsEastAsian(string language) => language.Split('-')[0].ToUpperInvariant() is "ZH" or "JA" or "KO";

    // Word knows Chinese by country, not by script
    private static string Tag(string language) => language.ToUpperInvariant() switch
    {
        "ZH" or "ZH-HANS" => "zh-CN",
        "ZH-HANT" => "zh-TW",
        "EN" => "en-GB",
        _ => CleanText.Of(language),
    };
}
