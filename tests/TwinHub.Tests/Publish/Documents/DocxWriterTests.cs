using System.Text.RegularExpressions;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TwinHub.Publish.Documents;

namespace TwinHub.Tests.Publish.Documents;

public sealed partial class DocxWriterTests : IDisposable
{
    private readonly LibreOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public void A_paper_of_either_language_is_valid_for_Office_2019()
    {
        Assert.Equal("", Written.FaultsOfDocx(Docx(SamplePapers.Chinese())));
        Assert.Equal("", Written.FaultsOfDocx(Docx(SamplePapers.English())));
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes()
    {
        Assert.Equal(Docx(SamplePapers.Chinese()), Docx(SamplePapers.Chinese()));
        Assert.NotEqual(Docx(SamplePapers.Chinese()), Docx(SamplePapers.Chinese() with { AsOf = "数据截至2023年6月27日" }));
    }

    [Fact]
    public void Title_and_language_are_told_and_no_moment()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx(SamplePapers.English())), false);
        var properties = document.PackageProperties;
        Assert.Equal(("Report on the key cooperation items of Eastport and Westport in the second half of 2023", "en"), (properties.Title, properties.Language));
        Assert.Equal((null, null), (properties.Created, properties.Modified));
    }

    [Fact]
    public async Task A_full_Chinese_page_has_22_lines_of_28_characters_at_the_edge_of_the_type_area()
    {
        var pdf = await PdfAsync(new PaperDocument("zh-Hans", "报告") { Blocks = [.. Enumerable.Repeat(new PaperParagraph(new string('国', 28 * 22), flush: true), 4)] });
        var lines = Lines(await LibreOffice.TextAsync(pdf, 2));
        Assert.Equal(22 + 1, lines.Length); // and the page number
        Assert.All(lines[..22], l => Assert.Equal(new string('国', 28), l.Trim()));
        var first = FirstWord().Match(await LibreOffice.BoxesAsync(pdf, 2));
        Assert.InRange(Number(first, "x"), 78.4, 80.4); // 28 mm
        Assert.InRange(Number(first, "y"), 97, 113); // 37 mm
    }

    [Fact]
    public async Task Page_numbers_stand_between_dashes_odd_ones_right_and_even_ones_left()
    {
        var pdf = await PdfAsync(new PaperDocument("zh-Hans", "报告") { Blocks = [.. Enumerable.Repeat(new PaperParagraph(new string('国', 28 * 22)), 4)] });
        var (second, third) = (await LibreOffice.TextAsync(pdf, 2), await LibreOffice.TextAsync(pdf, 3));
        Assert.Matches("^— ?2 ?—$", Lines(second)[^1].Trim());
        Assert.Matches("^— ?3 ?—$", Lines(third)[^1].Trim());
        var lefts = new[] { FirstDash().Match(await LibreOffice.BoxesAsync(pdf, 2)), FirstDash().Match(await LibreOffice.BoxesAsync(pdf, 3)) };
        Assert.InRange(Number(lefts[0], "x"), 92, 97); // 28 mm and one character of 14 pt
        Assert.InRange(Number(lefts[1], "x"), 420, 500);
        Assert.InRange(Number(lefts[0], "y"), 842 - 35 * 72 / 25.4, 842 - 25 * 72 / 25.4); // the dash 7 mm below the type area
    }

    [Fact]
    public async Task Headings_and_lists_are_numbered_by_the_writer_in_the_manner_of_the_language()
    {
        var chinese = await WholeTextAsync(SamplePapers.Chinese());
        foreach (var number in new[] { "一、总体进展", "（一）进展较快的领域", "1.轨道交通", "（1）征地拆迁", "（二）需协调的问题", "二、提请会议议定", "1.北岸连接线", "——审议通过" }) Assert.Contains(number, chinese, StringComparison.Ordinal);
        var english = await WholeTextAsync(SamplePapers.English());
        foreach (var number in new[] { "1.Progress", "1.1What", "(a)Railways", "(i)Land", "1.2What", "2.Whatthe" }) Assert.Contains(number, english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_turns_to_landscape_and_its_head_comes_again_on_each_page()
    {
        var pdf = await PdfAsync(SamplePapers.English(40));
        var pages = int.Parse(PageCount().Match(await LibreOffice.FactsAsync(pdf)).Groups[1].Value);
        Assert.InRange(pages, 5, 9);
        for (var page = 3; page <= pages; page++)
        {
            var text = await LibreOffice.TextAsync(pdf, page);
            Assert.Contains("Schedule", text, StringComparison.Ordinal);
            Assert.Matches("""<page width="841\.\d+" height="595""", await LibreOffice.BoxesAsync(pdf, page));
        }
    }

    [Fact]
    public async Task A_short_paper_is_one_page_and_a_page_break_makes_no_empty_one()
    {
        var pdf = await PdfAsync(new PaperDocument("en", "Note") { Blocks = [new PaperParagraph("One."), new PaperPageBreak(), new PaperTable([new(1)], [], [new([new("Two.")])]), new PaperPageBreak(PageShape.Landscape), new PaperParagraph("Three."), new PaperPageBreak()] });
        Assert.Equal("3", PageCount().Match(await LibreOffice.FactsAsync(pdf)).Groups[1].Value);
        Assert.Contains("Two.", await LibreOffice.TextAsync(pdf, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void The_official_faces_are_named_first_with_others_to_fall_back_on()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx(SamplePapers.Chinese())), false);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!, s => s.StyleRunProperties?.RunFonts?.EastAsia?.Value);
        Assert.Equal(["仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"], new[] { "Normal", "Title", "Heading1", "Heading2" }.Select(s => styles[s]));
        var faces = document.MainDocumentPart.FontTablePart!.Fonts!.Elements<Font>().ToDictionary(f => f.Name!.Value!, f => f.AltName!.Val!.Value!);
        Assert.Contains("FangSong", faces["仿宋_GB2312"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_of_a_table_share_the_type_area_exactly_and_no_row_is_broken()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx(SamplePapers.Chinese())), false);
        var tables = document.MainDocumentPart!.Document!.Body!.Elements<Table>().ToArray();
        Assert.Equal([8844, 12756], tables.Select(t => t.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(c => int.Parse(c.Width!.Value!))));
        Assert.All(tables.SelectMany(t => t.Elements<TableRow>()), r => Assert.NotNull(r.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.All(tables, t => Assert.Single(t.Elements<TableRow>(), r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
    }

    [Fact]
    public void Any_text_gives_a_valid_file_that_gives_it_back() => Written.AnyText.Sample(text =>
    {
        var bytes = Docx(Everywhere(text));
        Assert.Equal("", Written.FaultsOfDocx(bytes));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var runs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Last().Elements<Run>().SelectMany(r => r.ChildElements);
        Assert.Equal(Written.Carried(text), string.Concat(runs.Select(e => e switch { Text t => t.Text, Break => "\n", TabChar => "\t", _ => "" })));
    }, iter: 60);

    [Fact]
    public void A_table_refuses_rows_that_do_not_cover_its_columns() =>
        Assert.Throws<ArgumentException>(() => new PaperTable([new(1), new(1)], [], [new PaperRow([new PaperCell("one")])]));

    private static PaperDocument Everywhere(string text) => new("zh-Hans", "t" + text)
    {
        Subtitle = text,
        StageMark = text,
        HandlingMark = text,
        SampleNote = text,
        SampleTag = text,
        AsOf = text,
        Footer = text,
        Blocks =
        [
            new PaperHeading(1, text), new PaperList(true, [[text]]), new PaperNote(text), new PaperSignature([text], text),
            new PaperTable([new(1)], [new([new(text)])], [new([new([new PaperRun(text, Bold: true, Sample: true)])])]) { Caption = text },
            new PaperParagraph([text]),
        ],
    };

    private static byte[] Docx(PaperDocument paper) => Written.Bytes(s => DocxWriter.Write(paper, s));

    private async Task<string> PdfAsync(PaperDocument paper)
    {
        await File.WriteAllBytesAsync(office.Path("paper.docx"), Docx(paper), TestContext.Current.CancellationToken);
        return await office.ConvertAsync(office.Path("paper.docx"), "pdf");
    }

    private async Task<string> WholeTextAsync(PaperDocument paper)
    {
        var pdf = await PdfAsync(paper);
        return string.Concat(await LibreOffice.TextAsync(pdf, 1), await LibreOffice.TextAsync(pdf, 2)).Replace(" ", "", StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => [.. text.Split('\n', '\f').Where(l => l.Trim().Length > 0)];

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].Value);

    [GeneratedRegex("""<word xMin="(?<x>[\d.]+)" yMin="(?<y>[\d.]+)" """)]
    private static partial Regex FirstWord();

    [GeneratedRegex("""<word xMin="(?<x>[\d.]+)" yMin="(?<y>[\d.]+)" [^>]*>—""")]
    private static partial Regex FirstDash();

    [GeneratedRegex(@"Pages:\s+(\d+)")]
    private static partial Regex PageCount();
}
