using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data.Standing;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Views;

public sealed class ViewTests
{
    private const string List = "lists/2024H1";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_saved_view_is_a_tab_with_its_count_for_those_whose_it_is(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var north = await site.SignInAsync("north-office");
        using var south = await site.SignInAsync("south-office");
        await SaveAsync(north, "Ours", "Person", "?theme=transport&sort=-due");
        await SaveAsync(north, "For all", "Office", "?theme=environment&hide=mark");
        var tab = (await TabsAsync(north)).Single(t => t.TextContent.StartsWith("Ours", StringComparison.Ordinal));
        var shown = await north.PageAsync(tab.PathName["/en/".Length..] + tab.Search);
        Assert.Equal($"Ours {shown.QuerySelectorAll("#reg [data-row]").Length}", tab.TextContent);
        Assert.Equal("Ours", shown.QuerySelectorAll(".tabs a[aria-current]").Single().TextContent[..4]);
        Assert.Equal(["For all"], (await TabsAsync(south)).Select(t => t.FirstChild!.TextContent.Trim()).Where(t => t is "Ours" or "For all"));
        Assert.Empty((await south.PageAsync("lists/2024H1/views")).QuerySelectorAll("button[value=remove]")); // the other party's office keeps it
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_view_is_renamed_moved_and_removed_and_the_list_seen_again_shows_it(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var reader = await site.SignInAsync("north-office");
        await SaveAsync(reader, "One", "Unit", "?theme=transport");
        await SaveAsync(reader, "Two", "Unit", "?theme=services");
        var (one, two) = (await IdAsync(site, "One"), await IdAsync(site, "Two"));
        foreach (var (view, act, name, expected) in new[] { (two, "up", "Two", "Two|One"), (one, "rename", "First", "Two|First"), (two, "remove", "", "First") })
        {
            using var answer = await reader.PostAsync($"{List}/views/{view}", new() { ["Do"] = act, ["Name"] = name, ["Query"] = "" }, formAt: $"{List}/views");
            Assert.Equal(302, (int)answer.StatusCode);
            Assert.Equal(expected, string.Join('|', (await TabsAsync(reader)).Select(t => t.FirstChild!.TextContent.Trim()).Where(t => t is "One" or "Two" or "First")));
        }
    }

    [Fact]
    public async Task Another_units_view_is_not_there()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAccountAsync("transport", "north", Roles.Drafter, "N-TRA");
        using (var drafter = await site.SignInAsync("transport")) await SaveAsync(drafter, "Roads", "Unit", "?theme=transport");
        using var office = await site.SignInAsync("north-office");
        using var south = await site.SignInAsync("south-office");
        foreach (var other in new[] { office, south })
        {
            Assert.DoesNotContain(await TabsAsync(other), t => t.TextContent.Contains("Roads", StringComparison.Ordinal));
            using var answer = await other.PostAsync($"{List}/views/{await IdAsync(site, "Roads")}", new() { ["Do"] = "remove" }, formAt: $"{List}/views");
            Assert.Equal(404, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Ones_standard_columns_and_row_height_hold_where_the_address_asks_for_none()
    {
        await using var site = await TestSite.StartAsync();
        using var reader = await site.SignInAsync("north-office");
        using (var answer = await reader.PostAsync($"{List}/views/standard", new() { ["Column"] = "state", ["Rows"] = "roomy", ["Query"] = "?theme=transport" }, formAt: $"{List}/views"))
            Assert.Equal($"/en/{List}?theme=transport", answer.Headers.Location!.OriginalString);
        var page = await reader.PageAsync(List);
        Assert.Equal(4, page.QuerySelectorAll("#reg thead th").Length); // select, code, name, state
        Assert.All(page.QuerySelectorAll("#reg tbody tr[data-row]"), row => Assert.Equal(4, row.QuerySelectorAll("td").Length));
        Assert.DoesNotContain("dense", page.QuerySelector("#reg")!.ClassName, StringComparison.Ordinal);
        Assert.Contains("dense", (await reader.PageAsync($"{List}?rows=compact&hide=none")).QuerySelector("#reg")!.ClassName, StringComparison.Ordinal);
        using var other = await site.SignInAsync("south-office");
        Assert.True((await other.PageAsync(List)).QuerySelectorAll("#reg thead th").Length > 10);
    }

    [Fact]
    public async Task A_view_without_a_name_or_for_whom_one_may_not_is_refused_and_said()
    {
        await using var site = await TestSite.StartAsync();
        using var viewer = await site.SignInAsync("north-office");
        using (var unnamed = await viewer.PostAsync($"{List}/views", new() { ["Owner"] = "Person", ["Name"] = "", ["Query"] = "" })) Assert.Equal(422, (int)unnamed.StatusCode);
        Assert.Equal("actor.role", ListView.WhyNotSave(TestRecord.Account("north", Roles.Viewer), ViewOwner.Office)!.Code);
        Assert.Equal("view.no-unit", ListView.WhyNotSave(TestRecord.Account("north", Roles.Office), ViewOwner.Unit)!.Code);
        Assert.Null(ListView.WhyNotSave(TestRecord.Account("north", Roles.Viewer), ViewOwner.Person));
        await PageRules.CompleteAsync(viewer, $"{List}/views?theme=transport");
    }

    [Fact]
    public void What_a_saved_query_no_longer_means_is_left_out() =>
        Assert.Equal("?theme=transport&hide=mark", ListFilter.Saved("?theme=transport&colour=red&state=blue&hide=mark").ToQuery());

    private static async Task SaveAsync(Visitor visitor, string name, string owner, string query)
    {
        using var answer = await visitor.PostAsync($"{List}/views", new() { ["Name"] = name, ["Owner"] = owner, ["Query"] = query });
        Assert.Equal($"/en/{List}{query}", answer.Headers.Location?.OriginalString);
    }

    private static async Task<List<IHtmlAnchorElement>> TabsAsync(Visitor visitor) => [.. (await visitor.PageAsync(List)).QuerySelectorAll(".tabs a").OfType<IHtmlAnchorElement>()];

    private static Task<Guid> IdAsync(TestSite site, string name) => site.Record.ReadAsync(db => db.ListViews.Where(v => v.Name == name).Select(v => v.Id).SingleAsync());
}
