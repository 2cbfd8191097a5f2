using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Projects;
using TwinHub.Data.Standing;
using TwinHub.Deliver.Projects;
using TwinHub.Tests.Record;
using TwinHub.Web;

namespace TwinHub.Tests.Deliver.Projects;

public sealed class ProjectTests
{
    private static readonly DateOnly Today = new(2024, 5, 31);

    [Fact]
    public void A_project_stands_against_months_of_twelve_of_the_plan_of_all_its_parties()
    {
        var year = ProjectYearStanding.Of(Project(("north", 12, 4), ("south", 8, 1)), Today)!;
        Assert.Equal((2024, 4, 20m, 5m), (year.Year, year.Month, year.Plan, year.Done));
        Assert.Equal(25, year.Percent);
        Assert.Equal(-8.33m, Math.Round(year.Lead!.Value, 2));
    }

    [Fact]
    public void A_party_without_a_figure_makes_the_sum_unknown_and_not_less()
    {
        var year = ProjectYearStanding.Of(Project(("north", 12, 4), ("south", 8, null)), Today)!;
        Assert.Null(year.Done);
        Assert.Null(year.Lead);
        Assert.Equal(ItemState.Unknown, ProjectYearStanding.StateOf(Project(("north", 12, 4), ("south", 8, null)), Today, Region));
    }

    [Fact]
    public void A_month_after_today_does_not_count()
    {
        var project = Project(("north", 12, 4));
        project.Months.Add(new() { Year = 2024, Month = 6, Party = "north", Done = 9 });
        Assert.Equal(4, ProjectYearStanding.Of(project, Today)!.Month);
    }

    [Theory]
    [InlineData("2023-04", 34.3, 1.0)]
    [InlineData("2023-06", 54.6, 4.6)]
    [InlineData("2023-08", 74.3, 7.6)]
    [InlineData("2023-09", 84.0, 9.0)]
    public void The_published_lead_of_a_list_follows_from_months_of_twelve(string asOf, double percent, double lead)
    {
        var figure = new ListProgress(new() { Id = Guid.NewGuid(), List = "L", Title = LocalText.Empty, AsOf = asOf, Category = "all", Percent = (decimal)percent, Lead = (decimal)lead, Note = LocalText.Empty });
        Assert.Equal((decimal)lead, Math.Round(figure.Lead!.Value, 1));
        Assert.False(figure.Differs);
    }

    [Fact]
    public void A_filter_is_written_back_as_it_was_read()
    {
        var filter = ProjectFilter.All with { Theme = "t", Party = "p", Q = "a b&c" };
        Assert.Equal("?theme=t&party=p&q=a%20b%26c", filter.ToQuery());
    }

    [Fact]
    public void A_cell_of_a_file_is_never_a_formula()
    {
        var text = Encoding.UTF8.GetString(new CsvFile("x.csv").Add("=1+1", "+a", "-b", "@c", "a,\"b\"", -1.5m, null).ToBytes().AsSpan(3));
        Assert.Equal("'=1+1,'+a,'-b,'@c,\"a,\"\"b\"\"\",-1.5,\r\n", text);
    }

    [Fact]
    public async Task Projects_say_the_same_in_both_languages_with_few_queries()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var zh = await site.SignInAsync("cq-office", "zh");
        using var en = await site.SignInAsync("sc-office", "en");
        foreach (var path in (string[])["projects", "projects/cyzx", "projects?theme=infrastructure&type=rail"])
        {
            var chinese = await PageRules.CompleteAsync(zh, path);
            using var queries = new QueryCount(site.Record.Store);
            var english = await PageRules.CompleteAsync(en, path);
            Assert.True(queries.Count <= PageRules.MostQueries, $"{path}: {queries.Count}\n{queries.Texts}");
            var (left, right) = (Figures(chinese), Figures(english));
            Assert.Equal(left.Count, right.Count);
            Assert.All(left.Zip(right), pair => Assert.True(Same(pair.First, pair.Second), $"{path}: {pair}"));
        }
    }

    [Fact]
    public async Task The_register_shows_what_the_filter_lets_through_and_the_file_has_the_same_rows()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("cq-office", "en");
        var page = await reader.PageAsync("projects?type=rail");
        var shown = page.QuerySelectorAll("#register tbody tr:not(.grp)").Length;
        using var file = await reader.GetAsync("projects.csv?type=rail");
        var rows = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n").SkipWhile(l => l.Length > 0).Count(l => l.Length > 0) - 1;
        Assert.Equal(10, shown);
        Assert.Equal(shown, rows);
    }

    [Fact]
    public async Task Conflicting_figures_of_a_project_are_shown_side_by_side_with_the_source()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var reader = await site.SignInAsync("sc-office", "en");
        var page = await reader.PageAsync("projects/yuxi");
        var note = page.QuerySelector(".note")!.TextContent;
        Assert.Contains("127.7", note, StringComparison.Ordinal);
        Assert.Contains("121.311", note, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("a").Where(a => a.GetAttribute("href")!.StartsWith("/en/items/", StringComparison.Ordinal)));
    }

    private static List<string> Figures(IParentNode page) =>
        [.. page.QuerySelectorAll("td.num").Select(c => new string([.. c.TextContent.Where(at => char.IsAsciiDigit(at) || at is '.' or '−' or '%')])).Where(f => f.Any(char.IsAsciiDigit))];

    /// <summary>Amounts stand in 100 million in Chinese and in billions in English; all else is the same figure.</summary>
    private static bool Same(string chinese, string english) => chinese == english || Math.Abs(Value(chinese) - (Value(english) * 10)) < 0.0001m;

    private static decimal Value(string figure) => decimal.Parse(figure.TrimEnd('%').Replace('−', '-'), CultureInfo.InvariantCulture);

    private static Core.Regions.Region Region => new()
    {
        Code = "r",
        Name = LocalText.Empty,
        Short = LocalText.Empty,
        Binding = "en",
        Languages = "en=en=English",
        TimeZone = "UTC",
        Currency = "EUR",
        SampleNote = LocalText.Empty,
        NextListTitle = LocalText.Empty,
        Ceiling = Core.Regions.Class.Internal,
        MapNote = LocalText.Empty,
        NameStops = "",
    };

    private static Project Project(params (string Party, decimal Plan, decimal? Done)[] sides) => new()
    {
        Code = "p",
        Name = LocalText.Empty,
        Type = "rail",
        Theme = "t",
        Parties = "north;south",
        Areas = "",
        Status = "under_construction",
        Facts = LocalText.Empty,
        Conflict = LocalText.Empty,
        Years = [.. sides.Select(s => new ProjectYear { Year = 2024, Party = s.Party, Plan = s.Plan })],
        Months = [.. sides.Where(s => s.Done is not null).Select(s => new ProjectMonth { Year = 2024, Month = 4, Party = s.Party, Done = s.Done!.Value })],
    };
}
