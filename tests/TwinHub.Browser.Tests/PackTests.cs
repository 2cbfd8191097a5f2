using Microsoft.EntityFrameworkCore;
using TwinHub.Browser.Tests.Browsing;
using TwinHub.Data;
using TwinHub.Language;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests;

/// <summary>The other packs: one walk, and every page once, in the languages of the region in turn.</summary>
public sealed class PackTests(Chromium chromium)
{
    public static TheoryData<string, string> Others => new() { { "yangtze-delta", "sh-office" }, { "rhine", "de-office" } };

    [Theory, MemberData(nameof(Others))]
    public async Task Every_page_of_a_pack_is_read_once(string pack, string account)
    {
        await using var site = await TestSite.StartAsync(Engines.Sqlite, pack);
        var (languages, paths) = await site.Record.ReadAsync(async db => (await LanguagesAsync(db), await PathsAsync(db)));
        foreach (var (path, i) in paths.Select((p, i) => (p, i)))
        {
            var look = new Look(languages[i % languages.Count], i / languages.Count % 2 == 0 ? Look.Desk : Look.Phone, i % 4 > 1);
            await using var window = await chromium.OpenAsync(account, look, site);
            await window.SeeAsync(path, $"{pack}-{string.Concat((path.Length == 0 ? "overview" : path).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}");
        }
    }

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

    /// <summary>Every kind of page that the record has something for.</summary>
    private static async Task<List<string>> PathsAsync(TwinHubDb db)
    {
        var region = await db.Regions.AsNoTracking().SingleAsync();
        var list = $"lists/{region.CurrentList}";
        var item = await db.Items.Where(i => db.Lists.Any(l => l.Id == i.ListId && l.Code == region.CurrentList)).OrderBy(i => i.Code).Select(i => i.Code).FirstAsync();
        var held = await db.Meetings.Where(m => m.Held && m.Starts != null).OrderByDescending(m => m.Starts).Select(m => m.Code).FirstAsync();
        List<string?> ofCodes =
        [
            With("decisions/", await db.Decisions.OrderBy(d => d.Code).Select(d => d.Code).FirstOrDefaultAsync()), With("papers/", await db.Papers.OrderBy(p => p.Code).Select(p => p.Code).FirstOrDefaultAsync()),
            With("projects/", await db.Projects.OrderBy(p => p.Code).Select(p => p.Code).FirstOrDefaultAsync()), With("zones/", await db.Zones.OrderBy(z => z.Code).Select(z => z.Code).FirstOrDefaultAsync()),
            With("measure/", await db.Indicators.OrderBy(i => i.Code).Select(i => i.Code).FirstOrDefaultAsync()), With("issued/", await db.IssuedDocuments.OrderBy(d => d.Code).Select(d => d.Code).FirstOrDefaultAsync()),
            .. await db.Rounds.OrderByDescending(r => r.Number).Take(1).Select(r => r.Code).SingleOrDefaultAsync() is { } round ? new[] { $"rounds/{round}", $"rounds/{round}/office" } : [],
        ];
        return
        [
            "", "account", "account/password", "lists", "lists/new", list, $"{list}/revisions", $"{list}/revisions/1", $"{list}/compare", $"{list}/close", $"{list}/columns", $"{list}/drafts", $"{list}/drafts/new",
            $"{list}/issue", $"{list}/import", $"{list}/changes/new", $"items/{item}", $"evidence?subject=item/{item}", $"evidence/new?subject=item/{item}", $"history/{item}", "changes", "rounds", "meetings",
            $"meetings/{region.NextMeeting}", $"meetings/{held}", $"meetings/{held}/asks", $"meetings/{held}/decisions", "papers", "mechanism", "zones", "projects", "measure", "terms", "help", "journal", "journal/head",
            "issued", "import", .. ofCodes.OfType<string>(),
        ];
    }

    private static string? With(string begin, string? code) => code is null ? null : begin + code;
}
