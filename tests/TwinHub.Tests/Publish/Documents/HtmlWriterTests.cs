using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using TwinHub.Publish.Documents;

namespace TwinHub.Tests.Publish.Documents;

public sealed partial class HtmlWriterTests
{
    [Fact]
    public void Every_element_closes_and_the_file_speaks_its_language()
    {
        Assert.Equal("zh-Hans", Parsed(Html(SamplePapers.Chinese())).Root!.Attribute("lang")!.Value);
        Assert.Equal("en", Parsed(Html(SamplePapers.English())).Root!.Attribute("lang")!.Value);
    }

    [Fact]
    public void Nothing_runs_and_nothing_is_fetched()
    {
        var html = Html(SamplePapers.Chinese());
        Assert.DoesNotMatch("(?i)<script|<link|<img|<iframe|url\\(|@import|https?:|[ ]style=|[ ]on[a-z]+=", html);
        var sheet = Style().Match(html).Groups[1].Value;
        Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_prints_on_A4_and_follows_a_dark_screen()
    {
        var html = Html(SamplePapers.English());
        Assert.Contains("@page{size:A4 portrait", html, StringComparison.Ordinal);
        Assert.Contains("@page land{size:A4 landscape", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_of_columns_rows_and_groups_say_what_they_head()
    {
        var scopes = Parsed(Html(SamplePapers.Chinese(2))).Descendants("th").Select(t => t.Attribute("scope")!.Value).ToArray();
        Assert.Equal(6 + 9, scopes.Count(s => s == "col"));
        Assert.Equal(2, scopes.Count(s => s == "rowgroup"));
        Assert.Equal(4 + 2, scopes.Count(s => s == "row"));
    }

    [Fact]
    public void Headings_are_counted_anew_under_each_higher_one()
    {
        int[] levels = [1, 2, 2, 3, 4, 3, 1, 2, 4];
        PaperBlock[] blocks = [.. levels.Select(l => new PaperHeading(l, "x"))];
        Assert.Equal(["一、x", "（一）x", "（二）x", "1.x", "（1）x", "2.x", "二、x", "（一）x", "（1）x"], Headings(new("zh", "t") { Blocks = blocks }));
        Assert.Equal(["1. x", "1.1 x", "1.2 x", "(a) x", "(i) x", "(b) x", "2. x", "2.1 x", "(i) x"], Headings(new("en", "t") { Blocks = blocks }));
    }

    [Fact]
    public void Chinese_numbers_go_on_beyond_ten()
    {
        var headings = Headings(new("zh", "t") { Blocks = [.. Enumerable.Repeat(new PaperHeading(1, ""), 110)] });
        Assert.Equal(["十、", "十一、", "二十、", "二十一、", "九十九、", "一百、", "一百零一、", "一百一十、"], new[] { 10, 11, 20, 21, 99, 100, 101, 110 }.Select(n => headings[n - 1]));
    }

    [Fact]
    public void A_passage_in_another_language_says_so()
    {
        var html = Html(new("en", "t") { Blocks = [new PaperParagraph([new PaperRun("联合办公室", Language: "zh-Hans")])] });
        Assert.Contains("<span lang=\"zh-Hans\">联合办公室</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes() => Assert.Equal(Html(SamplePapers.English()), Html(SamplePapers.English()));

    [Fact]
    public void Any_text_is_text_and_nothing_else() => Written.AnyText.Sample(text =>
    {
        var paper = new PaperDocument("zh-Hans", "t" + text) { AsOf = text, SampleTag = text, Blocks = [new PaperParagraph([new PaperRun("x" + text, Sample: true)]), new PaperHeading(2, text)] };
        var paragraph = Parsed(Html(paper)).Descendants("div").Single().Elements("p").Last();
        var own = string.Concat(paragraph.Nodes().TakeWhile(n => n is XText or XElement { Name.LocalName: "br" }).Select(n => n is XText t ? t.Value : "\n"));
        Assert.Equal("x" + Written.Carried(text), text.Length > 0 && own.EndsWith(' ') && Written.Carried(text) != "" ? own[..^1] : own);
    }, iter: 500);

    private static string Html(PaperDocument paper) => Encoding.UTF8.GetString(Written.Bytes(s => HtmlWriter.Write(paper, s)));

    private static string[] Headings(PaperDocument paper) =>
        [.. Parsed(Html(paper)).Descendants().Where(e => e.Name.LocalName is "h2" or "h3" or "h4" or "h5").Select(e => e.Value)];

    // HTML whose void elements are closed is XML
    private static XDocument Parsed(string html) =>
        XDocument.Parse(VoidElement().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1/>"), LoadOptions.PreserveWhitespace);

    [GeneratedRegex("<((?:meta|br|col)(?: [^>]*)?)>")]
    private static partial Regex VoidElement();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
