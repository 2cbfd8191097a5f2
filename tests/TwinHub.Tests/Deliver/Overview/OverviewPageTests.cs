using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Overview;

public sealed class OverviewPageTests
{
    [Fact]
    public async Task The_overview_finds_the_same_in_both_languages()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        var zh = await PageRules.CompleteAsync(reader, "");
        reader.Language = "en";
        var en = await PageRules.CompleteAsync(reader, "");
        Assert.StartsWith("58 days to the eighth meeting: of 107 items, ", en.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        foreach (var figures in new[] { "h1", ".cons a", ".todo b", "[aria-labelledby=themes] td.num", "[aria-labelledby=done] h2 + *", "details td.num", "[aria-labelledby=decide] td.num b", "[aria-labelledby=slips] td.num.b" })
        {
            Assert.Equal(PageRules.Numbers(zh, figures), PageRules.Numbers(en, figures));
        }
    }

    [Theory, InlineData("en"), InlineData("fr")]
    public async Task The_overview_of_three_parties_counts_for_each(string language)
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("south-office", language);
        var page = await PageRules.CompleteAsync(reader, "");
        Assert.Equal(3, page.QuerySelectorAll(".todo li:first-child .pt").Length);
    }

    [Fact]
    public async Task The_bars_add_up_to_the_promise()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("sc-viewer", "en");
        var bars = (await reader.PageAsync("")).QuerySelectorAll(".cons .bar");
        Assert.Equal(107, PageRules.Numbers(bars[0], "a").Sum(int.Parse));
        Assert.Equal(107, PageRules.Numbers(bars[1], "a").Sum(int.Parse));
    }

    [Fact]
    public async Task A_list_that_does_not_balance_is_the_headline()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        await site.Record.ActAsync(new Act("revision.lost", TestRecord.Account("chongqing", Roles.Office), "2023H2"), async db =>
        {
            var revision = await db.Revisions.SingleAsync(r => r.Number == 2);
            db.Remove(revision.Rows.Single(r => r.Item == "2023H2-104"));
        });
        using var reader = await site.SignInAsync("cq-office", "en");
        Assert.Equal("The list does not balance: adopted 103 + added 3 = 106, but open 93 + completed 12 + carried over 0 + dropped 2 = 107", (await reader.PageAsync("")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_another_party_has_not_released_is_not_on_the_overview()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        var office = TestRecord.Account("chongqing", Roles.Office, "cq-drc");
        await site.Record.ActAsync(new Act("report.submitted", office, "2023H2-003"), db =>
        {
            var report = new Report(Guid.CreateVersion7(), new(db.Rounds.First(r => r.Code == "2023H2-R4").Id, db.Items.First(i => i.Code == "2023H2-003").Id, "cq-energy", "chongqing"), 7);
            report.Write(office, new ReportText(1, LocalText.Empty, LocalText.Empty, LocalText.Of("zh", ("zh", "请市里先行协调塔基用地"))) { CameBy = CameBy.Phone, Submit = true }, new(2023, 10, 31));
            db.Reports.Add(report);
            return Task.CompletedTask;
        });
        using var other = await site.SignInAsync("sc-office", "zh");
        Assert.DoesNotContain("请市里先行协调塔基用地", (await other.PageAsync("")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_asks_the_database_at_most_twelve_times()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        await reader.PageAsync("");
        using var queries = new QueryCount(site.Record.Store);
        await reader.PageAsync("");
        Assert.True(queries.Count is > 0 and <= PageRules.MostQueries, $"{queries.Count} queries:\n{queries.Texts}");
    }
}
