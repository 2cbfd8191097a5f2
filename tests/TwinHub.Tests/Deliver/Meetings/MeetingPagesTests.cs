using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Meetings;

public sealed class MeetingPagesTests
{
    private static readonly string[] FirstRegionPages = ["meetings", "meetings/JM07", "meetings/JM08", "meetings/JM07/asks", "meetings/JM07/decisions", "decisions/JM07-D1", "papers/JM07-P5"];
    private static readonly string[] ThreePartyPages = ["meetings", "meetings/JM1", "meetings/JM2", "meetings/JM1/asks", "meetings/JM1/decisions", "decisions/JM1-D1", "papers/JM1-P2"];

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_page_answers_three_parties_in_three_languages(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        foreach (var (account, language) in new[] { ("north-office", "en"), ("south-office", "de"), ("east-office", "fr") })
        {
            using var visitor = await site.SignInAsync(account, language);
            foreach (var path in ThreePartyPages) Assert.DoesNotContain("[meetings.", (await visitor.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_page_asks_the_database_at_most_twelve_times(string engine)
    {
        await using var site = await TestSite.StartAsync(engine, PackFolders.FirstRegion);
        using var visitor = await site.SignInAsync("cq-office", "zh");
        await visitor.PageAsync("meetings/JM08"); // where the list stands is kept until the record changes
        foreach (var path in FirstRegionPages)
        {
            using var queries = new QueryCount(site.Record.Store);
            await visitor.PageAsync(path);
            Assert.True(queries.Count is > 0 and <= 12, $"{path}: {queries.Count} queries\n{queries.Texts}");
        }
    }

    [Fact]
    public async Task A_planned_meeting_says_how_many_days_are_left()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("east-office");
        Assert.Contains("Second meeting is in 40 days", Heading(await visitor.PageAsync("meetings/JM2")), StringComparison.Ordinal);
        Assert.Contains("Second meeting is in 40 days", Heading(await visitor.PageAsync("meetings")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_ask_of_a_meeting_shows_its_items_or_that_there_is_none()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var visitor = await site.SignInAsync("sc-viewer");
        var page = await visitor.PageAsync("meetings/JM07/asks");
        var rows = page.QuerySelectorAll("tr[data-row]");
        Assert.Equal(34, rows.Length);
        Assert.All(rows, row => Assert.True(row.QuerySelector("a[href*='/items/']") is not null ^ row.TextContent.Contains("No item yet", StringComparison.Ordinal)));
        var open = rows.Count(r => r.TextContent.Contains("No item yet", StringComparison.Ordinal));
        Assert.Contains($"34 asks, {34 - open} with an item, {open} without one yet", Heading(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_of_a_meeting_to_come_is_what_the_last_released_reports_ask()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var visitor = await site.SignInAsync("cq-office", "zh");
        var asked = (await visitor.PageAsync("meetings/JM08")).QuerySelectorAll(".ask").Select(a => a.TextContent).ToList();
        Assert.Contains(asked, a => a.Contains("2023H2-077", StringComparison.Ordinal) && a.Contains("请联席会议同意先在川渝高竹新区按增量5∶5试行", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, a => a.Contains("已销号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agenda_item_and_a_paper_of_one_party_are_a_stub_and_nothing_for_another()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var own = await site.SignInAsync("sc-office");
        using var other = await site.SignInAsync("cq-office");
        const string title = "Implementation plan for the decision";
        Assert.Contains(title, (await own.PageAsync("meetings/LG202007SC")).Body!.TextContent, StringComparison.Ordinal);
        var stubs = await other.PageAsync("meetings/LG202007SC");
        Assert.DoesNotContain(title, stubs.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, stubs.QuerySelectorAll(".agl").Count(a => a.TextContent.Contains("Internal item, held by one party", StringComparison.Ordinal)));
        await own.PageAsync("papers/LG202007SC-P1");
        await other.PageAsync("papers/LG202007SC-P1", status: 404);
    }

    [Fact]
    public async Task From_a_decision_one_gets_to_its_items_paper_and_meeting()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("south-office");
        var links = (await visitor.PageAsync("decisions/JM1-D1")).Links.Select(l => l.GetAttribute("href")).ToList();
        Assert.Contains("/en/meetings/JM1", links);
        Assert.Contains("/en/papers/JM1-P1", links);
        Assert.Contains("/en/items/2024H1-001", links);
    }

    [Theory, InlineData("meetings/none"), InlineData("meetings/none/asks"), InlineData("meetings/none/decisions"), InlineData("decisions/none"), InlineData("papers/none")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        Assert.Equal("No such record", Heading(await visitor.PageAsync(path, status: 404)));
    }

    private static string Heading(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;
}
