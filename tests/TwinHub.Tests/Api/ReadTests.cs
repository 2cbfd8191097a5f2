using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Merkle;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Api;

/// <summary>What programs read: pages, filters, versions, and nothing that is not theirs.</summary>
public sealed class ReadTests
{
    private static readonly Actor North = TestRecord.Account("north", Roles.Office, "N-OFF");

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Pages_give_each_row_once_though_rows_are_added_meanwhile(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var program = await site.ProgramAsync("north-office");
        var whole = Codes(await program.JsonAsync("items?list=2024H1"));
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await program.JsonAsync($"items?list=2024H1&limit=2{cursor}");
            seen.AddRange(Codes(page));
            if (seen.Count == 2) await DraftAsync(site, "2024H1-000"); // before the place where the next page begins
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(whole, seen);
        Assert.Equal(["2024H1-000", .. whole], Codes(await program.JsonAsync("items?list=2024H1")));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_list_can_be_paged_through(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var program = await site.ProgramAsync("north-office");
        foreach (var list in (string[])["areas", "zones", "bodies", "meetings", "lists", "lists/2024H1/revisions", "items", "milestones", "projects", "rounds", "reports", "indicators", "observations", "organizations", "journal"])
        {
            var whole = (await program.JsonAsync($"{list}?limit=200"))["data"]!.AsArray().Select(r => r!.ToJsonString()).ToList();
            var (seen, cursor) = (new List<string>(), "");
            do
            {
                var page = await program.JsonAsync($"{list}?limit=3{cursor}");
                seen.AddRange(page["data"]!.AsArray().Select(r => r!.ToJsonString()));
                cursor = page["next"] is { } next ? $"&cursor={next}" : "";
            }
            while (cursor.Length > 0);
            Assert.True(whole.SequenceEqual(seen), $"{list}: {whole.Count} rows at once, {seen.Count} by pages");
        }
    }

    [Fact]
    public async Task A_cursor_goes_on_with_its_own_question_only()
    {
        await using var site = await TestSite.StartAsync();
        using var program = await site.ProgramAsync("north-office");
        var next = (await program.JsonAsync("items?list=2024H1&limit=1"))["next"]!.GetValue<string>();
        using var other = await program.GetAsync(new Uri($"/api/v1/items?theme=transport&cursor={next}", UriKind.Relative));
        using var elsewhere = await program.GetAsync(new Uri($"/api/v1/milestones?list=2024H1&cursor={next}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (other.StatusCode, elsewhere.StatusCode));
        Assert.NotEmpty(Codes(await program.JsonAsync($"items?list=2024H1&limit=200&cursor={next}")));
    }

    [Fact]
    public async Task Another_partys_draft_is_not_there()
    {
        await using var site = await TestSite.StartAsync();
        await DraftAsync(site, "2024H1-090");
        using var own = await site.ProgramAsync("north-office");
        using var other = await site.ProgramAsync("south-office");
        Assert.Equal("north", (await own.JsonAsync("items/2024H1-090"))["draftOf"]!.GetValue<string>());
        using var hidden = await other.GetAsync(new Uri("/api/v1/items/2024H1-090", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("2024H1-090", Codes(await other.JsonAsync("items?status=draft")));
        Assert.Contains("2024H1-090", (await own.JsonAsync("journal?code=2024H1-090")).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await other.JsonAsync("journal?code=2024H1-090"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Another_partys_report_is_there_from_its_release_on()
    {
        await using var site = await TestSite.StartAsync();
        using var other = await site.ProgramAsync("south-office");
        var reports = (await other.JsonAsync("reports?list=2024H1&limit=200"))["data"]!.AsArray();
        Assert.All(reports.Where(r => r!["party"]!.GetValue<string>() != "south"), r => Assert.Equal("released", r!["state"]!.GetValue<string>()));
        using var hidden = await other.GetAsync(new Uri("/api/v1/reports/2024H1-R3/2024H1-001/N-TRA", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task A_record_that_the_caller_has_is_answered_304_and_a_changed_one_anew()
    {
        await using var site = await TestSite.StartAsync();
        using var program = await site.ProgramAsync("north-office");
        var address = new Uri("/api/v1/items/2024H1-001", UriKind.Relative);
        using var first = await program.GetAsync(address);
        program.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await program.GetAsync(address);
        await site.Record.ActAsync(new Act("item.changed", North, "2024H1-001"), async db =>
        {
            var item = await db.Items.SingleAsync(i => i.Code == "2024H1-001");
            db.Entry(item).Property(i => i.Due).CurrentValue = new DateOnly(2024, 6, 20);
        });
        using var changed = await program.GetAsync(address);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task A_session_of_the_site_reads_and_does_not_write()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        using var read = await visitor.ApiAsync("region");
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var write = await visitor.Http.PostAsync(new Uri("/api/v1/lists/2024H1/changes", UriKind.Relative), body);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (read.StatusCode, write.StatusCode));
        Assert.Contains("urn:twinhub:refusal:token.required", await write.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proofs_hold_against_the_head()
    {
        await using var site = await TestSite.StartAsync();
        using var program = await site.ProgramAsync("north-office");
        var first = await program.JsonAsync("journal/head");
        await DraftAsync(site, "2024H1-091");
        var head = Head(await program.JsonAsync("journal/head"));
        var entry = (await program.JsonAsync("journal?act=item.drafted"))["data"]![0]!;
        var inclusion = await program.JsonAsync($"journal/{entry["index"]}/inclusion?size={head.Size}");
        var consistency = await program.JsonAsync($"journal/consistency?first={first["size"]}&size={head.Size}");
        var body = (await program.JsonAsync($"journal/{entry["index"]}"))["body"]!.GetValue<string>();
        var leaf = Hash.OfLeaf(System.Text.Encoding.UTF8.GetBytes(body));
        Assert.Equal(entry["leafHash"]!.GetValue<string>(), leaf.ToBase64());
        Assert.True(head.Includes(entry["index"]!.GetValue<long>(), leaf, Hashes(inclusion)));
        Assert.True(head.Extends(Head(first), Hashes(consistency)));
    }

    private static TreeHead Head(JsonNode head) => new(head["size"]!.GetValue<long>(), Hash.FromBase64(head["root"]!.GetValue<string>()));

    private static Hash[] Hashes(JsonNode proof) => [.. proof["hashes"]!.AsArray().Select(h => Hash.FromBase64(h!.GetValue<string>()))];

    private static List<string> Codes(JsonNode page) => [.. page["data"]!.AsArray().Select(r => r!["code"]!.GetValue<string>())];

    private static Task DraftAsync(TestSite site, string code) => site.Record.ActAsync(new Act("item.drafted", North, code), async db =>
    {
        var list = await db.Lists.Where(l => l.Code == "2024H1").Select(l => l.Id).SingleAsync();
        var item = new Item(Keys.New(), list, code, new("transport", LocalText.Of("en", ("en", "A quiet draft")), LocalText.Of("en", ("en", "Runs")), new DateOnly(2024, 6, 29)));
        item.KeepTo("north");
        db.Items.Add(item);
    });
}
