using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Mechanism;

public sealed class MechanismPageTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Bodies_stand_by_level_with_members_of_every_party_by_office_and_powers(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var visitor = await site.SignInAsync("east-office");
        using var queries = new QueryCount(site.Record.Store);
        var page = await visitor.PageAsync("mechanism");
        Assert.True(queries.Count <= 12, queries.Texts);
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby^=level-]").Length);
        Assert.Equal(["Northland", "Southland", "Eastland"], page.QuerySelectorAll("#JM .grp th").Select(g => g.QuerySelector(".pt")!.GetAttribute("title")));
        Assert.Equal(3, page.QuerySelectorAll("#JM tbody tr td:first-child").Count(t => t.TextContent.StartsWith("Head of government", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Structure_tasks_fields_and_themes_are_classifications_of_their_own()
    {
        await using var site = await TestSite.StartAsync(pack: PackFolders.FirstRegion);
        using var visitor = await site.SignInAsync("cq-viewer", "zh");
        var schemes = (await visitor.PageAsync("mechanism")).QuerySelectorAll("h3[id^=scheme-]").Select(h => (h.Id, int.Parse(h.TextContent.Split(' ')[^1])));
        Assert.Equal([("scheme-structure", 9), ("scheme-task", 7), ("scheme-field", 6), ("scheme-theme", 7)], schemes);
    }
}
