using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Measure;

public sealed class MeasurePageTests
{
    private static readonly string[] Paths = ["measure", "measure/gdp.current", "measure/gdp.current?period=2021", "measure/services.available_in_both", "measure/gdp.per_head", "zones", "zones/central-sc"];

    [Fact]
    public async Task Every_page_is_complete_in_both_languages_with_the_same_figures_and_few_queries()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var zh = await site.SignInAsync("cq-office", "zh");
        using var en = await site.SignInAsync("sc-office", "en");
        foreach (var path in Paths)
        {
            var chinese = await PageRules.CompleteAsync(zh, path);
            using var queries = new QueryCount(site.Record.Store);
            var english = await PageRules.CompleteAsync(en, path);
            Assert.True(queries.Count is > 0 and <= PageRules.MostQueries, $"{path}: {queries.Count}\n{queries.Texts}");
            Assert.Equal(PageRules.Numbers(chinese, "td.num"), PageRules.Numbers(english, "td.num"));
        }
    }

    [Theory]
    [InlineData("measure", "Population")]
    [InlineData("measure/population", "Population")]
    [InlineData("measure/rail.minutes", "74")]
    [InlineData("zones/Z1", "Borders Park")]
    [InlineData("projects", "Ring railway")]
    [InlineData("projects/RING", "140")]
    public async Task A_region_of_three_parties_is_measured_as_well(string path, string says)
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("north-office");
        var page = await PageRules.CompleteAsync(reader, path);
        Assert.Contains(says, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headline_says_how_fast_each_grew_over_the_years_that_are_published()
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("north-office");
        var page = await reader.PageAsync("measure");
        // 1.400 to 1.427, 1.000 to 1.015 and 0.600 to 0.594 million in three years
        Assert.Contains("Northland 0.6% (2020–2023), Southland 0.5% (2020–2023), Eastland −0.3% (2020–2023)", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_differing_sources_stand_side_by_side_each_with_its_source()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var page = await reader.PageAsync("measure/services.available_in_both?period=2020");
        var rows = page.QuerySelectorAll("table tbody tr").ToList();
        Assert.Equal(2, rows.Count(r => r.TextContent.Contains("sources differ", StringComparison.Ordinal)));
        Assert.All(rows, r => Assert.NotNull(r.QuerySelector("details.from")));
    }

    [Theory]
    [InlineData("measure?indicator=nothing")]
    [InlineData("measure?colour=red")]
    [InlineData("measure/population?period=1850")]
    [InlineData("measure/population?area=nowhere")]
    [InlineData("projects?party=nobody")]
    [InlineData("projects?size=big")]
    public async Task What_the_address_asks_for_and_is_not_known_is_refused(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("north-office");
        await reader.PageAsync(path, status: 400);
    }

    [Fact]
    public async Task Observations_leave_as_a_file_with_their_sources()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "zh");
        using var answer = await reader.GetAsync("measure/gdp.current/observations.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        var rows = await site.Record.ReadAsync(db => db.Observations.CountAsync(o => o.Indicator == "gdp.current"));
        Assert.Equal(rows + 8, text.Split("\r\n", StringSplitOptions.None).Length - 1);
        Assert.Contains("2023-10-31", text, StringComparison.Ordinal);
        Assert.Contains("73919.2", text, StringComparison.Ordinal);
    }
}
