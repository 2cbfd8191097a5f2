using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;

namespace TwinHub.Tests.Record;

public sealed class JournalPagesTests
{
    private static readonly Actor North = TestRecord.Account("north", Roles.Office, "N-OFF");

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_party_reads_what_is_joint_and_its_own_and_nothing_of_another(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        await site.Record.ActAsync(new Act("item.drafted", North, "2024H1-099"), async db => await AddDraftAsync(db));
        using var own = await site.SignInAsync("north-office");
        using var other = await site.SignInAsync("south-office");
        Assert.Contains("2024H1-099", (await own.PageAsync("journal")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2024H1-099", (await other.PageAsync("journal")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A quiet draft", (await own.PageAsync("history/2024H1-099")).Body!.TextContent, StringComparison.Ordinal);
        await other.PageAsync("history/2024H1-099", status: 404);
    }

    [Fact]
    public async Task A_history_shows_what_stood_before_and_after_in_words()
    {
        await using var site = await TestSite.StartAsync();
        await RenameContactAsync(site.Record);
        using var own = await site.SignInAsync("north-office");
        var page = await own.PageAsync("history/2024H1-001");
        var row = page.QuerySelectorAll("table.ch tbody tr").Single();
        Assert.Equal(["Responsible person", "Head of roads", "Deputy head of roads"], row.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task The_record_is_shown_as_it_stood_after_an_entry_and_on_a_day()
    {
        await using var site = await TestSite.StartAsync();
        await RenameContactAsync(site.Record);
        using var own = await site.SignInAsync("north-office");
        var last = (await own.PageAsync("history/2024H1-001")).QuerySelector(".hh a")!.TextContent.TrimStart('#');
        var before = await own.PageAsync($"history/2024H1-001?index={long.Parse(last) - 1}");
        Assert.Contains("Head of roads", Stood(before), StringComparison.Ordinal);
        Assert.DoesNotContain("Deputy head of roads", Stood(before), StringComparison.Ordinal);
        Assert.Contains("Deputy head of roads", Stood(await own.PageAsync("history/2024H1-001?on=31%20May%202024")), StringComparison.Ordinal);
        Assert.Contains("Nothing that this account may see", Stood(await own.PageAsync("history/2024H1-001?on=2024-01-01")), StringComparison.Ordinal);
        await own.PageAsync("history/2024H1-001?on=soon", status: 422);
    }

    [Theory, InlineData("journal?colour=red", "colour"), InlineData("journal?before=x", "before"), InlineData("history/2024H1-001?at=1", "at")]
    public async Task What_the_address_asks_and_is_not_known_is_refused_by_name(string path, string name)
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        Assert.Contains($"“{name}”", (await visitor.PageAsync(path, status: 400)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_are_found_by_act_and_by_the_record_they_touch()
    {
        await using var site = await TestSite.StartAsync();
        await RenameContactAsync(site.Record);
        using var own = await site.SignInAsync("north-office");
        Assert.Single((await own.PageAsync("journal?act=contact.written")).QuerySelectorAll("tr[data-row]"));
        Assert.All((await own.PageAsync("journal?code=JM1")).QuerySelectorAll("tr[data-row]"), r => Assert.Contains("region founded", r.TextContent, StringComparison.Ordinal));
        Assert.Empty((await own.PageAsync("journal?code=none")).QuerySelectorAll("tr[data-row]"));
    }

    [Fact]
    public async Task The_page_of_the_head_verifies_and_an_altered_table_is_found()
    {
        await using var site = await TestSite.StartAsync();
        using var own = await site.SignInAsync("north-office");
        using var sound = await own.PostAsync("journal/head", []);
        Assert.Contains("entries verified: equal", (await Visitor.ReadAsync(sound, 200)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await site.Record.UseAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, """UPDATE "Items" SET "Due" = '2025-01-01' WHERE "Code" = '2024H1-001'"""));
        using var broken = await own.PostAsync("journal/head", []);
        var page = await Visitor.ReadAsync(broken, 200);
        Assert.Contains("1 difference", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-01-01", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_export_holds_what_the_party_sees_and_verifies_offline(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var south = await site.SignInAsync("south-office");
        using var answer = await south.GetAsync("journal/export");
        Assert.Equal(("attachment", "application/jsonl"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        await using var file = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var verdict = await new VerifyExport(null).HandleAsync(file, CancellationToken.None);
        Assert.True(verdict.IsSound, $"{verdict.First}");
        Assert.Equal(("south", "own"), (verdict.Audience, verdict.Signature));
        using var unit = await site.SignInAsync("north-transport");
        using var refused = await unit.GetAsync("journal/export");
        Assert.Equal(403, (int)refused.StatusCode);
    }

    private static string Stood(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("section[aria-labelledby=stood]")!.TextContent;

    private static Task AddDraftAsync(TwinHubDb db)
    {
        var list = db.Lists.Single(l => l.Code == "2024H1");
        var item = new Core.Items.Item(Keys.New(), list.Id, "2024H1-099", new("transport", LocalText.Of("en", ("en", "A quiet draft")), LocalText.Empty, new DateOnly(2024, 6, 30)));
        item.KeepTo("north");
        db.Add(item);
        return Task.CompletedTask;
    }

    /// <summary>North writes who answers in its unit, and then somebody else.</summary>
    private static async Task RenameContactAsync(TestRecord record)
    {
        var key = Keys.New();
        await record.ActAsync(new Act("contact.added", North, "2024H1-001"), db =>
        {
            var item = db.Items.Single(i => i.Code == "2024H1-001");
            db.Add(new Core.Items.UnitContact { Id = key, ItemId = item.Id, Organization = "N-ROA", Party = "north", Person = En("Head of roads"), Contact = LocalText.Empty, Phone = "" });
            return Task.CompletedTask;
        });
        await record.ActAsync(new Act("contact.written", North, "2024H1-001"), async db =>
        {
            var contact = await db.Contacts.FindAsync(key);
            contact!.Person = En("Deputy head of roads");
        });
    }

    private static LocalText En(string text) => LocalText.Of("en", ("en", text));
}
