using TwinHub.Tests.Record;

namespace TwinHub.Tests.Guide;

public sealed class GuideTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_term_is_found_by_its_name_in_any_language(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var visitor = await site.SignInAsync("east-office", "fr");
        Assert.Equal(2, (await visitor.PageAsync("terms")).QuerySelectorAll("tr[data-row]").Length);
        Assert.Contains("bureau commun", (await visitor.PageAsync("terms?q=gemeinsames")).QuerySelectorAll("tr[data-row]").Single().TextContent, StringComparison.Ordinal);
        Assert.Empty((await visitor.PageAsync("terms?q=nothing")).QuerySelectorAll("tr[data-row]"));
    }

    [Fact]
    public async Task Help_needs_no_account()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        Assert.Contains("WCAG 2.2 AA", (await visitor.PageAsync("help")).Body!.TextContent, StringComparison.Ordinal);
    }
}
