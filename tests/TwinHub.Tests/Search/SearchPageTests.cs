using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Data.Search;
using TwinHub.Search;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Search;

public sealed class SearchPageTests
{
    [Fact]
    public async Task The_pages_of_search_are_complete_in_both_languages_with_the_same_numbers()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        foreach (var path in new[] { "search", "search?q=高铁", "search?q=高铁&kind=item", "search?q=railway", "search?q=2023H2-0171", "search?q=高铁 火星", "organizations/cq-transport" })
        {
            reader.Language = "zh";
            var zh = await PageRules.CompleteAsync(reader, path);
            reader.Language = "en";
            var en = await PageRules.CompleteAsync(reader, path);
            Assert.Equal(PageRules.Numbers(zh, "h2 .mut, .note a"), PageRules.Numbers(en, "h2 .mut, .note a"));
        }
    }

    [Fact]
    public async Task Every_page_has_the_box_which_works_without_script()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("sc-viewer", "zh");
        foreach (var path in new[] { "", "lists/2023H2", "items/2023H2-001", "journal", "help" })
        {
            var form = (await reader.PageAsync(path)).QuerySelectorAll("header form").OfType<IHtmlFormElement>().Single();
            Assert.Equal(("/zh/search", "get", "q"), (form.GetAttribute("action"), form.Method, form.QuerySelector("input")!.GetAttribute("name")));
        }
    }

    [Fact]
    public async Task What_was_asked_is_marked_and_each_row_leads_to_its_record()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        var page = await reader.PageAsync("search?q=高铁");
        Assert.All(page.QuerySelectorAll("mark"), mark => Assert.Equal("高铁", mark.TextContent));
        Assert.All(page.QuerySelectorAll(".found li"), row => Assert.NotEmpty(row.QuerySelectorAll("mark")));
        foreach (var link in page.QuerySelectorAll(".found a").OfType<IHtmlAnchorElement>().DistinctBy(a => a.PathName.Split('/')[2])) await reader.PageAsync(link.PathName["/zh/".Length..] + link.Search);
    }

    [Fact]
    public async Task A_group_with_many_leads_to_all_of_them()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var page = await reader.PageAsync("search?q=2023H2");
        var section = page.QuerySelectorAll("section").First(s => s.QuerySelector("h2")!.TextContent.StartsWith("Items", StringComparison.Ordinal));
        Assert.Equal(5, section.QuerySelectorAll("li").Length);
        var (all, found) = (section.QuerySelectorAll("header a").OfType<IHtmlAnchorElement>().Single(), 0);
        for (var n = 1; n <= 3; n++) found += (await reader.PageAsync($"search{all.Search}&page={n}")).QuerySelectorAll(".found li").Length;
        Assert.Equal(all.TextContent, $"All {found}");
    }

    [Fact]
    public async Task Where_nothing_is_found_the_page_names_what_to_drop_and_codes_that_may_be_meant()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var ways = (await reader.PageAsync("search?q=railway zeppelin")).QuerySelectorAll(".note a").OfType<IHtmlAnchorElement>().ToList();
        Assert.StartsWith("Without “zeppelin” there are", ways.Single().TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await reader.PageAsync(ways[0].PathName["/en/".Length..] + ways[0].Search)).QuerySelectorAll(".found li"));
        var codes = (await reader.PageAsync("search?q=2023H2-0O2")).QuerySelectorAll(".note a").OfType<IHtmlAnchorElement>().Select(a => a.PathName);
        Assert.Contains("/en/items/2023H2-002", codes);
        Assert.Contains("高铁", (await reader.PageAsync("search?q=火星高铁")).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Of other kinds", (await reader.PageAsync("search?q=高铁&kind=organization")).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_rows_nor_counts_nor_near_codes_tell_of_what_one_may_not_see()
    {
        await using var site = await TestSite.StartAsync();
        await site.Record.ActAsync(new Act("item.drafted", Data.Acts.NorthOffice, "2024H1-901"), async db =>
        {
            var item = new Core.Items.Item(Keys.New(), (await db.Lists.SingleAsync(l => l.Code == "2024H1")).Id, "2024H1-901", new("transport", LocalText.Of("en", ("en", "Zeppelin hangar")), LocalText.Empty, new(2024, 6, 30)));
            item.KeepTo("north");
            db.Add(item);
        });
        using var own = await site.SignInAsync("north-office");
        using var other = await site.SignInAsync("south-office");
        Assert.Single((await own.PageAsync("search?q=zeppelin")).QuerySelectorAll(".found li"));
        foreach (var path in new[] { "search?q=zeppelin", "search?q=zeppelin railway", "search?q=2024H1-90", "search?q=2024H1-902", "search?q=zeppelin&kind=term" })
            Assert.DoesNotContain((await other.PageAsync(path)).QuerySelectorAll(".found li, .note a"), a => a.TextContent.Contains("901", StringComparison.Ordinal) || a.TextContent.Contains("hangar", StringComparison.Ordinal));
    }

    [Theory, InlineData("search?kind=colour"), InlineData("search?page=0"), InlineData("search?colour=red"), InlineData("search?page=x")]
    public async Task What_the_address_asks_and_is_not_known_is_a_400(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("north-office");
        await reader.PageAsync(path, status: 400);
    }

    [Theory]
    [InlineData("railways", "A railway and two Railways", "railway|Railways")]
    [InlineData("connection", "connecting, connected; a concert", "connecting|connected")]
    [InlineData("planning", "The plan of a planet", "plan")]
    [InlineData("cities", "a city, a cite", "city")]
    [InlineData("高速公路", "高速公路与高速，公路", "高速公路")]
    [InlineData("高铁 铁路", "高铁路网", "高铁路")]
    [InlineData("2023H2-017", "2023H2-017", "2023H2|017")]
    [InlineData("ｗａｔｅｒ", "Water; Wasser", "Water")]
    public void Marks_stand_where_the_words_are_in_every_form(string question, string text, string marked)
    {
        var pieces = Marked.Of(LocalText.Of("zh", ("zh", text)), SearchTerm.Of(question), ("zh", 200)).Pieces;
        Assert.Equal(marked, string.Join('|', pieces.Where(p => p.IsMarked).Select(p => p.Text)));
        Assert.Equal(text, string.Concat(pieces.Select(p => p.Text)));
    }

    [Fact]
    public void A_long_text_is_cut_around_the_first_mark_and_in_the_language_that_has_it()
    {
        var text = LocalText.Of("zh", ("zh", new string('长', 300) + "高铁站" + new string('文', 300)), ("en", "A long text on a railway station"));
        Assert.Equal(("zh", true), (Marked.Of(text, SearchTerm.Of("高铁"), ("en", 60)).Language, Marked.Of(text, SearchTerm.Of("高铁"), ("en", 60)).Any));
        Assert.InRange(string.Concat(Marked.Of(text, SearchTerm.Of("高铁"), ("zh", 60)).Pieces.Select(p => p.Text)).Length, 60, 64);
        Assert.Equal("en", Marked.Of(text, SearchTerm.Of("railways"), ("zh", 60)).Language);
        Assert.Equal("zh", Marked.Of(text, SearchTerm.Of("nowhere"), ("zh", 60)).Language);
    }
}
