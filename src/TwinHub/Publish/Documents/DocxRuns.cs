using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

internal static class DocxRuns
{
    public static IEnumerable<OpenXmlElement> Of(IEnumerable<PaperRun> runs, PaperDocument paper) => runs.SelectMany(r => Of(r, paper));

    private static IEnumerable<OpenXmlElement> Of(PaperRun run, PaperDocument paper)
    {
        yield return new Run([Look(run, paper), .. Pieces(CleanText.Of(run.Text))]);
        if (run.Sample && CleanText.Of(paper.SampleTag) is { Length: > 0 } tag) foreach (var part in Tag(tag, paper)) yield return part;
    }

    private static RunProperties Look(PaperRun run, PaperDocument paper)
    {
        var look = new RunProperties();
        // so that “ ” and — are set in the Chinese face
        if (paper.IsChinese) look.RunFonts = new RunFonts { Hint = FontTypeHintValues.EastAsia };
        if (run.Bold) look.Bold = new Bold();
        if (run.Language is { } language) look.Languages = DocxLanguage.Of(language);
        return look;
    }

    // the space lets a narrow cell put the tag on a line of its own
    private static Run[] Tag(string tag, PaperDocument paper)
    {
        var look = new RunProperties { RunStyle = new RunStyle { Val = "SampleTag" } };
        if (paper.IsChinese) look.RunFonts = new RunFonts { Hint = FontTypeHintValues.EastAsia };
        return [new Run(new RunProperties(new FontSize { Val = "17" }), Text(" ")), new Run(look, Text(tag))];
    }

    private static IEnumerable<OpenXmlElement> Pieces(string text)
    {
        var from = 0;
        for (var at = text.AsSpan().IndexOfAny('\n', '\t'); at >= 0;)
        {
            if (at > from) yield return Text(text[from..at]);
            yield return text[at] == '\n' ? new Break() : new TabChar();
            from = at + 1;
            at = text.IndexOfAny(['\n', '\t'], from);
        }
        if (from < text.Length) yield return Text(text[from..]);
    }

    public static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
