using AngleSharp.Html.Dom;
using TwinHub.Core.Parties;
using TwinHub.Tests.Data;

namespace TwinHub.Tests.Record.Expunges;

/// <summary>The way from the history of a record to a text that is gone.</summary>
public sealed class ExpungePageTests
{
    private const string Secret = "Zeppelin-4711-Quarry";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_only_one_party_has_seen_its_office_expunges_at_once_and_the_history_says_by_which_entry(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        var report = await site.Record.ReportAsync(Secret);
        using var south = await site.SignInAsync("south-office");
        var page = await south.PageAsync(await AskPathAsync(south, Secret));
        Assert.Contains("decides alone", page.Body!.TextContent, StringComparison.Ordinal);
        using var done = await south.SubmitAsync(Form(page), new() { ["Reason.en"] = "A name stood in it", ["Authority"] = "Privacy rule 7" });
        var history = await south.FollowAsync(done);
        var first = history.QuerySelector("ol > li")!;
        Assert.Contains("A name stood in it (authority: Privacy rule 7)", first.TextContent, StringComparison.Ordinal);
        Assert.Contains($"expunged by {first.QuerySelector(".hh a")!.TextContent}", history.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, history.Body.TextContent, StringComparison.Ordinal);
        await site.Record.AssertSoundAsync();
        Assert.Single((await site.Record.VerifyAsync()).ExpungedBy);
        Assert.True(await site.Record.ReadAsync(async db => (await db.Reports.FindAsync(report))!.Text.IsExpunged));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_every_party_has_seen_goes_with_the_last_key_and_not_before(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        await site.Record.ReleaseAsync(await site.Record.ReportAsync(Secret));
        await site.AddAccountAsync("south-admin", "south", Roles.Administrator);
        using var admin = await site.SignInAsync("south-admin");
        var page = await admin.PageAsync(await AskPathAsync(admin, Secret));
        Assert.Equal(3, page.QuerySelectorAll(".key.no").Length);
        using var asked = await admin.SubmitAsync(Form(page), new() { ["Reason.en"] = "A name stood in it", ["Authority"] = "Privacy rule 7" });
        Assert.Contains("waiting for Northland, Southland, Eastland", (await admin.FollowAsync(asked)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        foreach (var party in new[] { "north", "south", "east" })
        {
            using var office = await site.SignInAsync($"{party}-office");
            Assert.Contains("1 request to expunge", (await office.PageAsync("changes")).Body!.TextContent, StringComparison.Ordinal);
            page = await office.PageAsync("expunges/EX-0001");
            Assert.Contains(Secret, page.Body!.TextContent, StringComparison.Ordinal);
            using var turned = await office.SubmitAsync(page.Forms.First(f => f.Elements["InPerson"] is not null));
            page = await office.FollowAsync(turned);
        }

        Assert.Matches("was expunged by #[0-9]+", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(Secret, page.Body!.TextContent, StringComparison.Ordinal);
        await site.Record.AssertSoundAsync();
        using var verified = await admin.PostAsync("journal/head", [], formAt: "journal/head");
        Assert.Matches("hash.* left: expunged by #[0-9]+", (await Visitor.ReadAsync(verified, 200)).QuerySelector("section .src")!.TextContent);
    }

    [Fact]
    public async Task One_party_that_refuses_or_the_one_that_asked_ends_the_request_and_the_text_stays()
    {
        await using var site = await TestSite.StartAsync();
        await site.Record.ReleaseAsync(await site.Record.ReportAsync(Secret));
        using var south = await site.SignInAsync("south-office");
        using var east = await site.SignInAsync("east-office");
        foreach (var (visitor, act, fields) in new[] { (east, "refusal", new Dictionary<string, string> { ["RefusalReason.en"] = "It is needed" }), (south, "withdrawal", []) })
        {
            using var asked = await south.SubmitAsync(Form(await south.PageAsync(await AskPathAsync(south, Secret))), new() { ["Reason.en"] = "A name", ["Authority"] = "Rule 7" });
            var path = (await south.FollowAsync(asked)).QuerySelector("nav.crumb")!.TextContent.Split('›')[^1].Trim();
            using var again = await south.SubmitAsync(Form(await south.PageAsync(await AskPathAsync(south, Secret))), new() { ["Reason.en"] = "A name", ["Authority"] = "Rule 7" });
            Assert.Contains($"{path} asks for it already", (await Visitor.ReadAsync(again, 422)).Body!.TextContent, StringComparison.Ordinal);
            using var ended = await visitor.SubmitAsync((await visitor.PageAsync($"expunges/{path}")).Forms.First(f => f.Action.EndsWith(act, StringComparison.Ordinal)), fields);
            var page = await visitor.FollowAsync(ended);
            Assert.Contains("stays", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(Secret, page.Body!.TextContent, StringComparison.Ordinal);
        }

        await site.Record.AssertSoundAsync();
    }

    [Fact]
    public async Task A_reason_that_repeats_the_text_is_refused_and_what_was_typed_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        await site.Record.ReportAsync(Secret);
        using var south = await site.SignInAsync("south-office");
        var page = await south.PageAsync(await AskPathAsync(south, Secret));
        using var refused = await south.SubmitAsync(Form(page), new() { ["Reason.en"] = "A name", ["Authority"] = $"It said {Secret}" });
        var again = await Visitor.ReadAsync(refused, 422);
        Assert.Equal("A name", ((IHtmlTextAreaElement)Form(again).Elements["Reason.en"]!).Value);
        using var bare = await south.SubmitAsync(Form(page), new() { ["Reason.en"] = "A name", ["Authority"] = "" });
        Assert.NotNull((await Visitor.ReadAsync(bare, 422)).QuerySelector(".esum a[href='#Authority']"));
    }

    [Fact]
    public async Task An_autosaved_form_that_holds_the_text_goes_with_it()
    {
        await using var site = await TestSite.StartAsync();
        await site.Record.ReportAsync(Secret);
        await site.Record.UseAsync(async db =>
        {
            foreach (var (form, text) in new[] { ("a", $"again: {Secret}"), ("b", "nothing of it") }) db.FormDrafts.Add(new() { Account = Guid.Empty, Form = form, Fields = $$"""{"Text":"{{text}}"}""", SavedAt = TestClock.Start });
            await db.SaveChangesAsync();
        });
        using var south = await site.SignInAsync("south-office");
        using var done = await south.SubmitAsync(Form(await south.PageAsync(await AskPathAsync(south, Secret))), new() { ["Reason.en"] = "A name", ["Authority"] = "Rule 7" });
        await south.FollowAsync(done);
        Assert.Equal(["b"], await site.Record.ReadAsync(db => Task.FromResult(db.FormDrafts.Select(d => d.Form).ToList())));
    }

    [Fact]
    public async Task Another_party_finds_no_text_that_it_has_not_seen_and_a_drafter_may_not_ask()
    {
        await using var site = await TestSite.StartAsync();
        await site.Record.ReportAsync(Secret);
        using var south = await site.SignInAsync("south-office");
        var path = await AskPathAsync(south, Secret);
        using var north = await site.SignInAsync("north-office");
        await north.PageAsync(path, status: 404);
        Assert.DoesNotContain(Secret, (await north.PageAsync("history/2024H1-001/texts")).Body!.TextContent, StringComparison.Ordinal);
        using var unit = await site.SignInAsync("north-transport");
        await unit.PageAsync("history/2024H1-001/texts", status: 403);
    }

    private static async Task<string> AskPathAsync(Visitor visitor, string text)
    {
        var row = (await visitor.PageAsync("history/2024H1-001/texts")).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains(text, StringComparison.Ordinal));
        return row.QuerySelector("a.btn")!.GetAttribute("href")!["/en/".Length..];
    }

    private static IHtmlFormElement Form(IHtmlDocument page) => page.Forms.First(f => f.Elements["Authority"] is not null);
}
