using Microsoft.EntityFrameworkCore;
using TwinHub.Browser.Tests.Browsing;
using TwinHub.Data;
using TwinHub.Language;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests;

/// <summary>The other packs: one walk from the overview to the papers, in every language of the region.</summary>
public sealed class PackTests(Chromium chromium)
{
    public static TheoryData<string, string> Others => new() { { "yangtze-delta", "sh-office" } };

    [Theory, MemberData(nameof(Others))]
    public async Task From_the_overview_to_the_papers_in_every_language_of_the_region(string pack, string account)
    {
        await using var site = await TestSite.StartAsync(Engines.Sqlite, pack);
        var languages = await site.Record.ReadAsync(LanguagesAsync);
        var (list, meeting) = await site.Record.ReadAsync(db => db.Regions.Select(r => ValueTuple.Create(r.CurrentList!, r.NextMeeting!)).SingleAsync());
        await using var window = await chromium.OpenAsync(account, new Look(languages[0]), site);
        var page = window.Page;
        await window.GoAsync("");
        await page.Locator($"nav a[href='/{languages[0]}/lists']").ClickAsync();
        await page.Locator($"main h2 a[href='/{languages[0]}/lists/{list}']").ClickAsync();
        await page.Locator($"[data-row] a[href*='/items/{list}-']").First.ClickAsync();
        Assert.Contains(list, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var language in languages.Skip(1))
        {
            await page.Locator($".lang a[href^='/{language}/items/']").ClickAsync();
            Assert.Contains(list, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        }

        await window.GoAsync("papers");
        await page.Locator($"form[action='/{languages[0]}/papers'] button").ClickAsync();
        foreach (var language in languages)
        {
            await page.Locator($"main a[href*='/papers/{meeting}/{language}/'][href$='.html']").First.ClickAsync();
            Assert.NotEqual("", await page.Locator("body").InnerTextAsync());
            await page.GoBackAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> LanguagesAsync(TwinHubDb db) => [.. RegionLanguage.Of(await db.Regions.AsNoTracking().SingleAsync()).Select(l => l.Code)];
}
