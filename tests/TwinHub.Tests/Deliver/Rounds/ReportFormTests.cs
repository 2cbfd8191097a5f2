using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Rounds;
using TwinHub.Tests.Data;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Deliver.Rounds.RoundCast;

namespace TwinHub.Tests.Deliver.Rounds;

/// <summary>The form of a unit's round: nothing typed is lost, what is wrong is told, what was read is shown.</summary>
public sealed class ReportFormTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Wrong_values_stand_as_typed_with_a_link_to_each_and_nothing_is_recorded(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var answer = await drafter.WriteAsync(SouthUnit, "submit", new() { [$"pct-{Item}"] = "about half", [$"text-{Item}"] = "Permit signed.", [$"date-{Item}-2"] = "31 February" });
        var page = await Visitor.ReadAsync(answer, 422);
        Assert.Equal([$"#pct-{Item}", $"#date-{Item}-2"], page.QuerySelectorAll("#problems a").Select(a => a.GetAttribute("href")).Take(2));
        Assert.All(page.QuerySelectorAll("#problems a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!.Replace("#", "[id='", StringComparison.Ordinal) + "']")));
        Assert.Equal(("about half", "31 February"), (Value(page, $"pct-{Item}"), Value(page, $"date-{Item}-2")));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Empty(await site.VersionsAsync("S-TRA"));
        Assert.Equal("about half", Value(await drafter.PageAsync(SouthUnit), $"pct-{Item}")); // kept for the next visit, too
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_typed_is_kept_outside_the_record_until_it_is_sent(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var other = await site.SignInAsync("south-confirmer");
        var entries = (await site.ActsAsync()).Count;
        using var kept = await drafter.PostAsync($"{SouthUnit}/draft", new() { [$"text-{Item}"] = "Half a sent" }, formAt: SouthUnit);
        Assert.StartsWith("Draft saved ", await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("Half a sent", Value(await drafter.PageAsync(SouthUnit), $"text-{Item}"));
        Assert.Equal("", Value(await other.PageAsync(SouthUnit), $"text-{Item}"));
        Assert.Equal(entries, (await site.ActsAsync()).Count);

        using var saved = await drafter.WriteAsync(SouthUnit, "draft", new() { [$"text-{Item}"] = "Half a sentence." });
        Assert.Equal("report.saved", (await site.ActsAsync())[^1]);
        Assert.Equal(0, await site.Record.ReadAsync(db => db.FormDrafts.CountAsync()));
        Assert.Equal("Half a sentence.", Value(await other.PageAsync(SouthUnit), $"text-{Item}"));
    }

    [Fact]
    public async Task A_percent_below_the_last_one_asks_why()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        using var asked = await drafter.WriteAsync(SouthUnit, "submit", new() { [$"pct-{Item}"] = "30", [$"text-{Item}"] = "Recounted." });
        Assert.Contains("Progress 30% is below the last report’s 35%", (await Visitor.ReadAsync(asked, 422)).Body!.TextContent, StringComparison.Ordinal);
        using var sent = await drafter.WriteAsync(SouthUnit, "submit", new() { [$"why-{Item}"] = "A section was counted twice." });
        await drafter.FollowAsync(sent);
        Assert.Equal("A section was counted twice.", Assert.Single(await site.VersionsAsync("S-TRA")).WhyLower.In("en"));
    }

    [Theory]
    [InlineData("20/5", "2024-05-20", "y")]
    [InlineData("１２ July ２０２４", "2024-07-12", "n")]
    [InlineData("2024-07-12", "2024-07-12", "n")]
    public async Task Dates_are_read_as_people_type_them_and_shown_back(string typed, string read, string done)
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        using var sent = await drafter.WriteAsync(SouthUnit, "draft", new() { [$"done-{Item}-2"] = done, [$"date-{Item}-2"] = typed });
        var page = await drafter.FollowAsync(sent);
        var day = DateOnly.Parse(read, System.Globalization.CultureInfo.InvariantCulture);
        var date = Assert.Single(Assert.Single(await site.VersionsAsync("S-TRA")).Dates);
        Assert.Equal(day, done == "y" ? date.Actual : date.Likely);
        Assert.Equal(day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), Value(page, $"date-{Item}-2"));
    }

    [Theory]
    [InlineData("y", "12 July 2024", "is marked done on what was read as 12 July 2024")]
    [InlineData("n", "12 April 2024", "which is past")]
    [InlineData("y", "", "give the date")]
    public async Task A_date_that_cannot_be_is_told(string done, string typed, string said)
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        using var answer = await drafter.WriteAsync(SouthUnit, "draft", new() { [$"done-{Item}-2"] = done, [$"date-{Item}-2"] = typed });
        Assert.Contains(said, (await Visitor.ReadAsync(answer, 422)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_change_in_all_other_items_repeats_the_last_report()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        using var ticked = await drafter.WriteAsync(SouthUnit, "same", []);
        await drafter.FollowAsync(ticked);
        using var sent = await drafter.WriteAsync(SouthUnit, "submit", []);
        await drafter.FollowAsync(sent);
        var report = (await site.VersionsAsync("S-TRA")).First();
        Assert.Equal((ReportState.Submitted, 35m, "No change this month."), (report.State, report.Percent, report.Text.In("en")));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Who_is_overtaken_sees_what_the_record_says_now_and_loses_nothing(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var other = await site.SignInAsync("south-confirmer");
        var opened = await drafter.PageAsync(SouthUnit);
        using var first = await other.WriteAsync(SouthUnit, "draft", new() { [$"text-{Item}"] = "Theirs." });
        using var late = await drafter.SubmitAsync(opened.Form(SouthUnit), new() { ["do"] = "draft", [$"text-{Item}"] = "Mine." });
        var page = await Visitor.ReadAsync(late, 409);
        Assert.Equal(["2. This month", "–", "Theirs.", "Mine."], page.QuerySelectorAll($"#row-{Item} table tbody tr").Single().Children.Select(c => c.TextContent.Trim()));
        Assert.Equal("Mine.", Value(page, $"text-{Item}"));
        using var again = await drafter.SubmitAsync(page.Form(SouthUnit), new() { ["do"] = "draft" });
        await drafter.FollowAsync(again);
        Assert.Equal("Mine.", Assert.Single(await site.VersionsAsync("S-TRA")).Text.In("en"));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Of_two_first_reports_at_the_same_moment_one_is_told_and_keeps_what_was_typed(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var other = await site.SignInAsync("south-confirmer");
        var forms = (await drafter.PageAsync(SouthUnit), await other.PageAsync(SouthUnit));
        var answers = await Task.WhenAll(drafter.SubmitAsync(forms.Item1.Form(SouthUnit), new() { ["do"] = "draft", [$"text-{Item}"] = "One." }), other.SubmitAsync(forms.Item2.Form(SouthUnit), new() { ["do"] = "draft", [$"text-{Item}"] = "Two." }));
        Assert.Equal([302, 409], answers.Select(a => (int)a.StatusCode).Order());
        var (told, mine) = (int)answers[0].StatusCode == 409 ? (answers[0], "One.") : (answers[1], "Two.");
        var page = await Visitor.ReadAsync(told, 409);
        Assert.Equal(mine, Value(page, $"text-{Item}"));
        Assert.Contains("When opened", page.QuerySelector($"#row-{Item} thead")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(mine, Assert.Single(await site.VersionsAsync("S-TRA")).Text.In("en"));
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Files_come_with_the_report_that_they_support_and_wait_with_it_for_its_release(string engine)
    {
        await using var site = await StartAsync(engine);
        using var drafter = await site.SignInAsync("south-drafter");
        using var sent = await SendAsync(drafter, new() { ["do"] = "submit", [$"pct-{Item}"] = "50", [$"text-{Item}"] = "Permit signed.", [$"class-{Item}"] = "Joint" }, ("permit.txt", "Permit 7"), ("map.txt", "Map 7"));
        var page = await drafter.FollowAsync(sent);
        var link = page.QuerySelectorAll("a").First(a => a.TextContent == "permit.txt").GetAttribute("href")!["/en/".Length..];
        Assert.Contains("map.txt", page.Body!.TextContent, StringComparison.Ordinal);
        using var office = await site.SignInAsync("south-office");
        using var north = await site.SignInAsync("north-office");
        Assert.Contains("permit.txt", (await office.PageAsync(SouthUnit)).Body!.TextContent, StringComparison.Ordinal);
        using var hidden = await north.GetAsync(link);
        Assert.Equal(404, (int)hidden.StatusCode);
        await site.Record.AssertSoundAsync();
    }

    [Fact]
    public async Task A_file_without_its_class_is_refused_and_asked_for_again_and_nothing_typed_is_lost()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var drafter = await site.SignInAsync("south-drafter");
        using var unasked = await SendAsync(drafter, new() { ["do"] = "draft", [$"text-{Item}"] = "Permit signed." }, ("permit.txt", "Permit 7"));
        var page = await Visitor.ReadAsync(unasked, 422);
        Assert.Contains("choose the class before the file", page.QuerySelector($"[id='files-{Item}'] .em")!.TextContent, StringComparison.Ordinal);
        using var wrong = await SendAsync(drafter, new() { ["do"] = "draft", [$"pct-{Item}"] = "half", [$"class-{Item}"] = "Internal", [$"date-{Item}-2"] = "12 July 2024" }, ("permit.txt", "Permit 7"));
        page = await Visitor.ReadAsync(wrong, 422);
        Assert.Contains("chosen again: permit.txt", page.QuerySelector($"[id='files-{Item}'] .em")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Permit signed.", "half", "12 July 2024"), (Value(page, $"text-{Item}"), Value(page, $"pct-{Item}"), Value(page, $"date-{Item}-2")));
        Assert.Equal("Internal", page.QuerySelector($"select[name='class-{Item}'] option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await site.Record.ReadAsync(db => db.Evidence.CountAsync()));
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, Dictionary<string, string> fields, params (string Name, string Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        var form = (await visitor.PageAsync(SouthUnit)).Form(SouthUnit);
        foreach (var (name, value) in Visitor.Filled(form).Where(f => !fields.ContainsKey(f.Key)).Concat(fields)) content.Add(new StringContent(value), name);
        foreach (var (name, text) in files) content.Add(new StringContent(text), $"file-{Item}", name);
        return await visitor.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }

    [Fact]
    public async Task The_other_sides_report_of_the_open_round_shows_once_ones_own_is_released()
    {
        await using var site = await StartAsync(Engines.Sqlite);
        using var south = await site.SignInAsync("south-office");
        using var north = await site.SignInAsync("north-office");
        using var theirs = await north.WriteAsync("rounds/2024H1-R3/units/N-ENV", "submit", new() { ["pct-2024H1-003"] = "77", ["text-2024H1-003"] = "Printed." });
        await north.FollowAsync(theirs);
        const string own = "rounds/2024H1-R3/units/S-ENV";
        Assert.DoesNotContain("Printed.", (await south.PageAsync(own)).Body!.TextContent, StringComparison.Ordinal);
        using var entered = await south.WriteAsync(own, "submit", new() { ["pct-2024H1-003"] = "70", ["text-2024H1-003"] = "Proofs read." });
        Assert.Contains("Printed.", (await south.FollowAsync(entered)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Value(IHtmlDocument page, string field) =>
        page.All.First(e => e.GetAttribute("name") == field) switch { IHtmlTextAreaElement area => area.Value, IHtmlInputElement input => input.Value, _ => "" };
}
