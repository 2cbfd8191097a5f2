using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Rounds;
using TwinHub.Data.Standing;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Deliver.Rounds.RoundCast;

namespace TwinHub.Tests.Deliver.Rounds;

/// <summary>The steps of a report, over HTTP, by role, on both databases.</summary>
public sealed class ReportStepTests
{
    private static Dictionary<string, string> Said(string percent = "52") => new()
    {
        [$"pct-{Item}"] = percent,
        [$"text-{Item}"] = "Permit signed at the council.",
        [$"done-{Item}-2"] = "y",
        [$"date-{Item}-2"] = "20 May 2024",
    };

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_report_is_sent_confirmed_by_another_account_and_released_by_its_own_office(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var confirmer = await site.SignInAsync("south-confirmer");
        using var office = await site.SignInAsync("south-office");
        using var sent = await drafter.WriteAsync(SouthUnit, "submit", Said());
        Assert.Contains("Sent to the unit head", (await drafter.FollowAsync(sent)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReportState.Submitted, Assert.Single(await site.VersionsAsync("S-TRA")).State);

        using var confirmed = await confirmer.PressAsync(SouthUnit, "/confirmed");
        await confirmer.FollowAsync(confirmed);
        Assert.Equal(ReportState.Confirmed, Assert.Single(await site.VersionsAsync("S-TRA")).State);

        using var released = await office.PressAsync($"rounds/{Month}", "/released");
        await office.FollowAsync(released);
        var report = Assert.Single(await site.VersionsAsync("S-TRA"));
        Assert.Equal((ReportState.Released, 52m, CameBy.Unit), (report.State, report.Percent, report.CameBy));
        Assert.Equal(["report.submitted", "report.confirmed", "report.released"], (await site.ActsAsync()).TakeLast(3));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Releasing_moves_the_milestone_and_the_forecast_follows(string engine)
    {
        await using var site = await StartAsync(engine);
        using var office = await site.SignInAsync("south-office");
        var before = await ForecastAsync(site);
        using var entered = await office.WriteAsync(SouthUnit, "submit", new(Said()) { [$"done-{Item}-2"] = "n", [$"date-{Item}-2"] = "30 September 2024" });
        await office.FollowAsync(entered);
        var milestone = await site.Record.ReadAsync(db => db.Milestones.AsNoTracking().SingleAsync(m => m.Code == $"{Item}-2"));
        Assert.Equal((null, new DateOnly(2024, 9, 30)), (milestone.Actual, milestone.LikelyDate));
        Assert.True(await ForecastAsync(site) > before.AddDays(60));

        using var done = await office.PressAsync(SouthUnit, "/revised");
        using var again = await office.WriteAsync(SouthUnit, "submit", Said("60"));
        await office.FollowAsync(again);
        milestone = await site.Record.ReadAsync(db => db.Milestones.AsNoTracking().SingleAsync(m => m.Code == $"{Item}-2"));
        Assert.Equal((new DateOnly(2024, 5, 20), null), (milestone.Actual, milestone.LikelyDate));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Another_party_sees_no_difference_before_a_report_is_released(string engine)
    {
        string[] paths = ["rounds", $"rounds/{Month}", NorthUnit, SouthUnit, Office];
        await using var site = await StartAsync(engine);
        using var north = await site.SignInAsync("north-office");
        using var drafter = await site.SignInAsync("south-drafter");
        using var confirmer = await site.SignInAsync("south-confirmer");
        using var south = await site.SignInAsync("south-office");
        var untouched = await north.SeenAsync(paths);
        using var saved = await drafter.WriteAsync(SouthUnit, "draft", Said());
        Assert.Equal(untouched, await north.SeenAsync(paths));
        using var sent = await drafter.WriteAsync(SouthUnit, "submit", []);
        using var confirmed = await confirmer.PressAsync(SouthUnit, "/confirmed");
        Assert.Equal(untouched, await north.SeenAsync(paths));
        using var returned = await south.PressAsync(SouthUnit, "/returned", new() { ["Reason"] = "Say which council." });
        Assert.Equal(ReportState.Returned, Assert.Single(await site.VersionsAsync("S-TRA")).State);
        Assert.Equal(untouched, await north.SeenAsync(paths));
        using var entered = await south.WriteAsync(SouthUnit, "submit", Said("55"));
        Assert.NotEqual(untouched, await north.SeenAsync(paths));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_returned_report_stays_as_a_version_with_its_text_and_the_comment(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var office = await site.SignInAsync("south-office");
        using var sent = await drafter.WriteAsync(SouthUnit, "submit", Said());
        using var silent = await office.PressAsync(SouthUnit, "/returned");
        Assert.Equal(422, (int)silent.StatusCode);
        using var returned = await office.PressAsync(SouthUnit, "/returned", new() { ["Reason"] = "Say which council." });
        Assert.Contains("Say which council.", (await drafter.PageAsync(SouthUnit)).Body!.TextContent, StringComparison.Ordinal);
        using var again = await drafter.WriteAsync(SouthUnit, "submit", new() { [$"text-{Item}"] = "The council of Southland signed." });
        await drafter.FollowAsync(again);

        var versions = await site.VersionsAsync("S-TRA");
        Assert.Equal([(ReportState.Returned, true), (ReportState.Submitted, false)], versions.Select(v => (v.State, v.Superseded)));
        Assert.Equal(["Permit signed at the council.", "The council of Southland signed."], versions.Select(v => v.Text.In("en")));
        Assert.Equal("Say which council.", versions[0].ReturnReason.In("en"));
        Assert.Equal(new DateOnly(2024, 5, 20), Assert.Single(versions[1].Dates).Actual);
    }

    [Fact]
    public async Task What_the_office_enters_says_how_it_came_and_is_released_in_the_same_act()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var office = await site.SignInAsync("south-office");
        using var entered = await office.WriteAsync(SouthUnit, "submit", new(Said()) { ["came"] = "Letter" });
        await office.FollowAsync(entered);
        var report = Assert.Single(await site.VersionsAsync("S-TRA"));
        Assert.Equal((ReportState.Released, CameBy.Letter), (report.State, report.CameBy));
        Assert.Equal("report.entered", (await site.ActsAsync())[^1]);
        using var north = await site.SignInAsync("north-transport");
        Assert.DoesNotContain("Permit signed", await north.SeenAsync(NorthUnit), StringComparison.Ordinal); // theirs of the open round waits for one's own
    }

    [Fact]
    public async Task A_released_report_counts_until_its_correction_is_released()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var office = await site.SignInAsync("south-office");
        using var entered = await office.WriteAsync(SouthUnit, "submit", Said());
        using var revised = await office.PressAsync(SouthUnit, "/revised");
        using var draft = await office.WriteAsync(SouthUnit, "draft", new() { [$"pct-{Item}"] = "58" });
        Assert.Equal(52m, await PercentAsync(site));
        using var sent = await office.WriteAsync(SouthUnit, "submit", []);
        Assert.Equal(58m, await PercentAsync(site));
    }

    [Fact]
    public async Task Who_wrote_a_report_does_not_confirm_it()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var both = await site.SignInAsync("south-confirmer");
        using var sent = await both.WriteAsync(SouthUnit, "submit", Said());
        Assert.Contains("another account of the unit does", (await both.PageAsync(SouthUnit)).Body!.TextContent, StringComparison.Ordinal);
        using var refused = await both.PostAsync($"{SouthUnit}/confirmed", new() { ["item"] = Item }, formAt: SouthUnit);
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal(ReportState.Submitted, Assert.Single(await site.VersionsAsync("S-TRA")).State);
    }

    [Theory]
    [InlineData("south-viewer", SouthUnit, 403)]
    [InlineData("north-transport", SouthUnit, 404)]
    [InlineData("north-office", SouthUnit, 404)]
    [InlineData("south-office", NorthUnit, 404)]
    public async Task Who_may_not_write_is_told_so_and_nothing_is_written(string account, string path, int status)
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var visitor = await site.SignInAsync(account);
        foreach (var address in new[] { path, $"{path}/draft" })
        {
            using var answer = await visitor.PostAsync(address, new(Said()) { ["do"] = "submit" }, formAt: "account");
            Assert.Equal(status, (int)answer.StatusCode);
        }

        Assert.Empty(await site.VersionsAsync("S-TRA"));
        Assert.Equal(0, await site.Record.ReadAsync(db => db.FormDrafts.CountAsync()));
    }

    private static async Task<DateOnly> ForecastAsync(TestSite site) => (await StandingAsync(site)).Outlook!.P50;

    private static async Task<decimal?> PercentAsync(TestSite site) => (await StandingAsync(site)).Sides.Single(s => s.Party == "south").Latest!.Percent;

    private static async Task<ItemStanding> StandingAsync(TestSite site)
    {
        var cache = site.Services.GetRequiredService<StandingCache>();
        return (await cache.GetAsync("2024H1", TestContext.Current.CancellationToken))!.Items.Single(i => i.Code == Item);
    }
}
