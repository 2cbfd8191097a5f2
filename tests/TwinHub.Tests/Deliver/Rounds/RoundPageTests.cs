using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Rounds;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Deliver.Rounds.RoundCast;

namespace TwinHub.Tests.Deliver.Rounds;

/// <summary>The rounds of a list, and the page on which one office enters them for its whole party.</summary>
public sealed class RoundPageTests
{
    private const string FirstRound = "rounds/2023H2-R4";

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_page_of_the_first_region_is_whole_and_asks_the_database_little(string language)
    {
        await using var site = await TestSite.StartAsync(Engines.Sqlite, PackFolders.FirstRegion);
        using var office = await site.SignInAsync("cq-office", language);
        foreach (var path in new[] { "rounds", FirstRound, $"{FirstRound}/units/cq-transport", $"{FirstRound}/units/cq-drc", $"{FirstRound}/office" })
        {
            await PageRules.CompleteAsync(office, path);
            using var queries = new QueryCount(site.Record.Store);
            await office.PageAsync(path);
            Assert.True(queries.Count <= PageRules.MostQueries, $"{path}: {queries.Count}\n{queries.Texts}");
        }
    }

    [Fact]
    public async Task The_office_sees_its_own_units_counts_and_of_the_others_what_is_released()
    {
        await using var site = await TestSite.StartAsync(Engines.Sqlite, PackFolders.FirstRegion);
        using var office = await site.SignInAsync("cq-office");
        var text = (await office.PageAsync(FirstRound)).Body!.TextContent;
        var (released, due) = (await CountAsync(site, "chongqing"), 99); // 103 + 4 items, less the 8 that ended before the round opened
        Assert.Contains($"{released} of {due} reports due from your side released", text, StringComparison.Ordinal);
        Assert.Contains($"{await CountAsync(site, "sichuan")} of {due} released", text, StringComparison.Ordinal);
        Assert.Contains("2023H2-031", (await office.PageAsync(FirstRound)).QuerySelector("#chase-cq-industry")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("sc-", string.Concat((await office.PageAsync(FirstRound)).QuerySelectorAll("a").Select(a => a.GetAttribute("href"))), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_office_opens_the_next_round_once_a_month(string engine)
    {
        await using var site = await StartAsync(engine);
        using var office = await site.SignInAsync("east-office");
        Dictionary<string, string> june = new() { ["Period"] = "2024-06", ["Opens"] = "25 June 2024", ["Closes"] = "2024-07-05" };
        using var wrong = await office.PressAsync("rounds", "rounds?list=2024H1", new(june) { ["Closes"] = "5 June" });
        Assert.Contains("before it opens", (await Visitor.ReadAsync(wrong, 422)).Body!.TextContent, StringComparison.Ordinal);
        using var opened = await office.PressAsync("rounds", "rounds?list=2024H1", june);
        Assert.Contains("June", (await office.FollowAsync(opened)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var round = await site.Record.ReadAsync(db => db.Rounds.AsNoTracking().SingleAsync(r => r.Period == "2024-06"));
        Assert.Equal(("2024H1-R4", new DateOnly(2024, 6, 25), new DateOnly(2024, 7, 5)), (round.Code, round.Opens, round.Closes));
        using var twice = await office.PressAsync("rounds", "rounds?list=2024H1", june);
        Assert.Contains("That month has the round 2024H1-R4", (await Visitor.ReadAsync(twice, 422)).Body!.TextContent, StringComparison.Ordinal);
        using var drafter = await site.SignInAsync("north-transport");
        using var refused = await drafter.PostAsync("rounds", june, formAt: NorthUnit);
        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task One_office_enters_its_partys_round_from_a_sheet(string engine)
    {
        await using var site = await StartAsync(engine);
        using var office = await site.SignInAsync("south-office");
        const string sheet = "1\t2024H1-001\tRing railway\tSouthland Transport\t48%\tPermit at the council.\n2\t2024H1-003\tOne river\tSouthland Environment\t66\tProofs read.\tPaper is short.";
        using var pasted = await office.WriteAsync(Office, "paste", new() { ["paste"] = sheet });
        var filled = await office.FollowAsync(pasted);
        Assert.Empty(await site.VersionsAsync("S-ENV"));
        using var entered = await office.SubmitAsync(filled.Form(Office), new() { ["do"] = "submit", ["came"] = "File" });
        await office.FollowAsync(entered);
        var reports = (await site.VersionsAsync("S-TRA")).Concat(await site.VersionsAsync("S-ENV")).ToList();
        Assert.Equal([(48m, "Permit at the council."), (66m, "Proofs read.")], reports.Select(r => (r.Percent!.Value, r.Text.In("en"))));
        Assert.All(reports, r => Assert.Equal((ReportState.Released, CameBy.File), (r.State, r.CameBy)));
        Assert.Equal("Paper is short.", reports[1].Problems.In("en"));
    }

    [Fact]
    public async Task A_pasted_line_that_names_no_item_is_told_and_kept()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var office = await site.SignInAsync("south-office");
        using var pasted = await office.WriteAsync(Office, "paste", new() { ["paste"] = "2024H1-999\t12" });
        var page = await Visitor.ReadAsync(pasted, 422);
        Assert.Contains("2024H1-999 12", page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2024H1-999\t12", page.QuerySelector("#paste")!.TextContent);
    }

    [Fact]
    public async Task A_draft_that_its_unit_has_not_sent_is_not_released_by_its_office_in_passing()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        using var office = await site.SignInAsync("south-office");
        using var saved = await drafter.WriteAsync(SouthUnit, "draft", new() { [$"pct-{Item}"] = "52", [$"text-{Item}"] = "Not yet sure." });
        using var entered = await office.WriteAsync(Office, "submit", new() { ["pct-2024H1-003"] = "66", ["text-2024H1-003"] = "Proofs read." });
        await office.FollowAsync(entered);
        Assert.Equal(ReportState.Released, Assert.Single(await site.VersionsAsync("S-ENV")).State);
        Assert.Equal(ReportState.Draft, Assert.Single(await site.VersionsAsync("S-TRA")).State);
    }

    [Fact]
    public async Task Only_an_office_opens_the_page_of_its_whole_party()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        await drafter.PageAsync(Office, 403);
    }

    private static Task<int> CountAsync(TestSite site, string party) => site.Record.ReadAsync(db => db.Reports.CountAsync(r =>
        r.Party == party && r.State == ReportState.Released && db.Rounds.Any(round => round.Id == r.RoundId && round.Code == "2023H2-R4")));
}
