using AngleSharp.Html.Dom;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Lists;

public sealed class ListPageTests
{
    private static readonly Actor Founder = TestRecord.Account("chongqing", Roles.Office, "cq-drc");

    [Fact]
    public async Task Every_page_of_lists_is_complete_in_both_languages_with_the_same_numbers()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        foreach (var path in new[] { "lists", "lists/2023H2", "lists/2023H2?view=attention&sort=-lead&group=none", "lists/2023H2/revisions", "lists/2023H2/revisions/2", "lists/2023H2/compare?from=1&to=2" })
        {
            reader.Language = "zh";
            var zh = await PageRules.CompleteAsync(reader, path);
            reader.Language = "en";
            var en = await PageRules.CompleteAsync(reader, path);
            const string figures = "h1, .cons a, .tabs b, #reg td.num:not(:nth-child(n+10)), .pts";
            Assert.Equal(PageRules.Numbers(zh, figures), PageRules.Numbers(en, figures));
        }
    }

    [Theory, InlineData("en"), InlineData("de"), InlineData("fr")]
    public async Task A_list_of_three_parties_has_columns_for_each(string language)
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("north-office", language);
        var page = await PageRules.CompleteAsync(reader, "lists/2024H1");
        Assert.Equal(9, page.QuerySelectorAll("#reg thead .pt").Length); // leads, percent and report of each
        foreach (var path in new[] { "lists", "lists/2024H1/compare", "lists/2024H1/revisions/1" }) await PageRules.CompleteAsync(reader, path);
    }

    [Fact]
    public async Task The_tabs_count_what_their_views_show()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("sc-viewer", "zh");
        foreach (var tab in (await reader.PageAsync("lists/2023H2")).QuerySelectorAll(".tabs a").OfType<IHtmlAnchorElement>().Where(t => t.QuerySelector("b") is not null))
        {
            var view = await reader.PageAsync(tab.PathName["/zh/".Length..] + tab.Search);
            Assert.Equal(tab.QuerySelector("b")!.TextContent, $"{view.QuerySelectorAll("[data-row]").Length}");
        }
    }

    [Fact]
    public async Task A_filter_without_result_says_which_condition_to_drop_and_how_many_then()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var page = await reader.PageAsync("lists/2023H2?state=completed&report=missing");
        var ways = page.QuerySelectorAll(".note a").Select(a => a.TextContent).ToList();
        Assert.Contains("Without “Report” there are 12", ways);
        Assert.Contains("Without any there are 107", ways);
    }

    [Fact]
    public async Task What_the_address_asks_and_is_not_known_is_a_400_that_names_it()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var page = await reader.PageAsync("lists/2023H2?colour=red", status: 400);
        Assert.Contains("“colour”", page.Body!.TextContent, StringComparison.Ordinal);
        await reader.PageAsync("lists/1999H1", status: 404);
        await reader.PageAsync("lists/2023H2/revisions/9", status: 404);
        await reader.PageAsync("lists/2023H2/compare?from=7", status: 400);
    }

    [Fact]
    public async Task A_party_sees_its_own_columns_and_the_other_never()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        await site.Record.ActAsync(new Act("column.added", Founder, "2023H2"), db =>
        {
            var (list, column) = (db.Lists.First(l => l.Code == "2023H2"), Guid.CreateVersion7());
            db.PartyColumns.Add(new PartyColumn { Id = column, ListId = list.Id, Party = "chongqing", Order = 1, Name = LocalText.Of("zh", ("zh", "分管市领导批示")), Kind = "text" });
            db.PartyCells.Add(new PartyCell { Id = Guid.CreateVersion7(), ColumnId = column, ItemId = db.Items.First(i => i.Code == "2023H2-002").Id, Party = "chongqing", Value = "本周专题研究" });
            return Task.CompletedTask;
        });
        using var own = await site.SignInAsync("cq-office", "zh");
        using var other = await site.SignInAsync("sc-office", "zh");
        var (mine, theirs) = ((await own.PageAsync("lists/2023H2")).DocumentElement.OuterHtml, (await other.PageAsync("lists/2023H2")).DocumentElement.OuterHtml);
        Assert.Contains("本周专题研究", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("分管市领导批示", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("本周专题研究", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_gives_each_difference_with_its_reason()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var page = await reader.PageAsync("lists/2023H2/compare?from=1&to=2");
        Assert.Equal("Revision 1 to revision 2: 4 added, 2 dropped, 8 re-dated, 4 re-led, 3 rescoped", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll("section tbody tr"), row => Assert.NotEmpty(row.QuerySelectorAll("td")[^1].TextContent.Trim()));
        Assert.StartsWith("Revisions 2 and 2 do not differ", (await reader.PageAsync("lists/2023H2/compare?from=2&to=2")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lists"), InlineData("lists/2023H2?state=late&sort=due"), InlineData("lists/2023H2/revisions"), InlineData("lists/2023H2/compare")]
    public async Task A_page_of_lists_asks_the_database_at_most_twelve_times(string path)
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        await reader.PageAsync(path);
        using var queries = new QueryCount(site.Record.Store);
        await reader.PageAsync(path);
        Assert.InRange(queries.Count, 1, PageRules.MostQueries);
    }
}
