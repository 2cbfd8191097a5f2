using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>Writes a paper as a Word document (ECMA-376). Chinese is laid out after GB/T 9704-2012, without red head and document number. The same paper gives the same bytes.</summary>
public static class DocxWriter
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Main = "word/document.xml";

    public static void Write(PaperDocument paper, Stream stream)
    {
        using var package = new OfficePackage(stream);
        var body = new DocxBody(paper);
        package.Add(Main, Word + "document.main+xml", new Document(body.Build()));
        package.Relate("", "document", OfficePackage.Office + "officeDocument", Main);
        Part(package, "styles", DocxStyles.Of(paper));
        Part(package, "numbering", DocxNumbering.Of(paper.IsChinese, body.NumberedLists));
        Part(package, "settings", Settings(paper));
        Part(package, "fontTable", DocxFont.Table());
        Footer(package, DocxPages.OddFooter, DocxPages.Footer(paper, odd: true));
        if (paper.IsChinese) Footer(package, DocxPages.EvenFooter, DocxPages.Footer(paper, odd: false));
        package.AddCoreProperties(CleanText.Of(paper.Title).Replace("\n", paper.IsChinese ? "" : " ", StringComparison.Ordinal), CleanText.Of(paper.Language));
        package.Finish();
    }

    private static void Part(OfficePackage package, string name, OpenXmlElement root)
    {
        package.Add($"word/{name}.xml", $"{Word}{name}+xml", root);
        package.Relate(Main, name, OfficePackage.Office + name, name + ".xml");
    }

    private static void Footer(OfficePackage package, string id, Footer footer)
    {
        package.Add($"word/footer-{id}.xml", Word + "footer+xml", footer);
        package.Relate(Main, id, OfficePackage.Office + "footer", $"footer-{id}.xml");
    }

    private static Settings Settings(PaperDocument paper)
    {
        var settings = new Settings(new Zoom { Percent = "100" });
        if (paper.IsChinese) settings.Append(new EvenAndOddHeaders());
        settings.Append(new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress }); // 28 characters a line, punctuation included
        settings.Append(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
        settings.Append(new ThemeFontLanguages { Val = "en-GB", EastAsia = "zh-CN" });
        return settings;
    }
}
