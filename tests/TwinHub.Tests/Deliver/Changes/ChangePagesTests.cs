using System.Net;
using Microsoft.EntityFrameworkCore;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Changes;

public sealed class ChangePagesTests
{
    private const string New = "lists/2024H1/changes/new?row=2024H1-001.Redate";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_proposal_is_filled_in_previewed_proposed_and_keyed_without_script(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var drafter = await site.SignInAsync("north-transport");
        var code = await ProposeAsync(drafter, "29 June 2024");
        Assert.Equal("CR-0001", code);
        foreach (var account in new[] { "south-office", "east-office", "north-office" })
        {
            using var holder = await site.SignInAsync(account);
            var page = await holder.PageAsync($"changes/{code}");
            using var turned = await holder.SubmitAsync(page.Forms.First(f => f.Action.EndsWith("/keys", StringComparison.Ordinal)));
            await holder.FollowAsync(turned);
        }

        Assert.Contains("every key turned", (await drafter.PageAsync($"changes/{code}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 6, 29), await site.Record.ReadAsync(db => db.Items.Where(i => i.Code == "2024H1-001").Select(i => i.Due).SingleAsync()));
    }

    [Fact]
    public async Task A_row_that_was_changed_meanwhile_shows_three_columns_and_goes_through_the_second_time()
    {
        await using var site = await TestSite.StartAsync();
        using var drafter = await site.SignInAsync("north-transport");
        var opened = (await drafter.PageAsync(New)).Forms.First(f => f.Elements["Reason.en"] is not null);
        await site.Record.ActAsync(new("test.redated", Acting.Drafter, "2024H1-001"), async db =>
        {
            var item = await db.Items.SingleAsync(i => i.Code == "2024H1-001");
            db.Entry(item).Property(i => i.Due).CurrentValue = new DateOnly(2024, 6, 20);
        });
        using var stale = await drafter.SubmitAsync(opened, new() { ["r0.new"] = "29 June 2024", ["Reason.en"] = "late", ["step"] = "preview" });
        var page = await Visitor.ReadAsync(stale, 422);
        var columns = page.QuerySelectorAll(".three > div").Select(d => d.TextContent).ToList();
        Assert.Contains("30 June 2024", columns[0], StringComparison.Ordinal);
        Assert.Contains("20 June 2024", columns[1], StringComparison.Ordinal);
        Assert.Contains("29 June 2024", columns[2], StringComparison.Ordinal);
        using var second = await drafter.SubmitAsync(page.Forms.First(f => f.Elements["Reason.en"] is not null), new() { ["step"] = "preview" });
        await Visitor.ReadAsync(second, 200);
    }

    [Fact]
    public async Task Programs_propose_read_and_turn_keys_by_the_same_rules()
    {
        await using var site = await TestSite.StartAsync();
        using var drafter = await site.ProgramAsync("north-transport");
        var body = new { reason = new { en = "late" }, rows = new[] { new { item = "2024H1-001", kind = "redate", @new = "2024-06-29" } } };
        using var made = await drafter.WriteAsync(HttpMethod.Post, ("lists/2024H1/changes", "lists/2024H1"), body);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var change = await site.Record.ReadAsync(db => db.Changes.AsNoTracking().SingleAsync());
        using var office = await site.ProgramAsync("south-office");
        var key = new { textSha256 = "0", capacity = "Head of office", approvedOn = "2024-05-30", approvalNumber = "17" };
        using var wrong = await office.WriteAsync(HttpMethod.Post, ($"changes/{change.Code}/keys", $"changes/{change.Code}"), key);
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("urn:twinhub:refusal:key.text-changed", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var turned = await office.WriteAsync(HttpMethod.Post, ($"changes/{change.Code}/keys", $"changes/{change.Code}"), key with { textSha256 = change.TextSha256 });
        Assert.Equal(HttpStatusCode.Created, turned.StatusCode);
        var read = await office.JsonAsync($"changes/{change.Code}");
        Assert.Equal((change.TextSha256, true), (read["textSha256"]!.GetValue<string>(), read["keys"]!.AsArray().Single(k => k!["party"]!.GetValue<string>() == "south")!["turned"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task An_account_without_the_role_is_told_so_and_an_unknown_change_is_not_there()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAccountAsync("north-viewer", "north", Core.Parties.Roles.Viewer);
        using var viewer = await site.SignInAsync("north-viewer");
        using var refused = await viewer.GetAsync(New);
        using var unknown = await viewer.GetAsync("changes/CR-9999");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, unknown.StatusCode));
    }

    private static async Task<string> ProposeAsync(Visitor drafter, string due)
    {
        var form = (await drafter.PageAsync(New)).Forms.First(f => f.Elements["Reason.en"] is not null);
        using var filled = await drafter.SubmitAsync(form, new() { ["r0.new"] = due, ["Reason.en"] = "late", ["step"] = "preview" });
        var preview = await Visitor.ReadAsync(filled, 200);
        using var proposed = await drafter.SubmitAsync(preview.Forms.First(f => f.Elements["r0.new"] is not null), new() { ["step"] = "propose" });
        return (await drafter.FollowAsync(proposed)).QuerySelector("h1")!.TextContent.Split(' ')[0];
    }
}
