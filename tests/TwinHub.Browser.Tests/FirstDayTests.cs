using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TwinHub.Browser.Tests.Browsing;
using TwinHub.Core.Lists;
using TwinHub.Core.Rounds;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests;

/// <summary>One office alone, on its first day: its workbook and what it was told go in, the papers come out.</summary>
public sealed class FirstDayTests(Chromium chromium, ITestOutputHelper output)
{
    private const string Office = "cq-office", Party = "chongqing";
    private int clicks;

    [Fact]
    public async Task One_office_brings_its_workbook_and_has_the_papers_within_twelve_clicks()
    {
        var pack = FirstDayPack.Make(Office);
        await using var site = await TestSite.StartAsync(Engines.Sqlite, pack);
        await using var window = await chromium.OpenAsync(look: new Look(), site: site);
        var page = window.Page;
        var watch = Stopwatch.StartNew();
        await window.GoAsync("sign-in");
        await ClickAsync(page.Locator($"form:has(input[value='{Office}']) button"));
        await ClickAsync(page.Locator("nav a[href='/zh/lists']"));
        await ClickAsync(page.Locator("main a[href='/zh/import']"));
        await ChooseAsync(page.Locator("input[type=file]"));
        await ClickAsync(page.Locator("form[enctype='multipart/form-data'] button"));
        await ClickAsync(page.Locator("input[name=Release]"));
        await ClickAsync(page.Locator("form[action='/zh/import/confirmed'] button"));
        Assert.True(page.Url.EndsWith("/zh/lists/2023H2", StringComparison.Ordinal), await page.Locator("main").InnerTextAsync());
        await ClickAsync(page.Locator("nav a[href='/zh/papers']"));
        await ClickAsync(page.Locator("form[action='/zh/papers'] button"));
        var progress = page.Locator("main a[href*='/papers/JM08/zh/'][href$='.html']").First;
        await ClickAsync(progress);
        watch.Stop();
        output.WriteLine($"{clicks} clicks, {watch.Elapsed.TotalSeconds:0.0} s from the sign-in page to the open paper");
        Assert.InRange(clicks, 1, 12);
        Assert.Contains("107", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await HoldsAsync(site);
        Directory.Delete(pack, recursive: true);
    }

    private static async Task HoldsAsync(TestSite site)
    {
        var list = await site.Record.ReadAsync(db => db.Lists.Include(l => l.Items).Include(l => l.Revisions).SingleAsync());
        Assert.Equal(new Balance(107, 0, 107, 0, 0, 0), list.Balance());
        var reports = await site.Record.ReadAsync(db => db.Reports.GroupBy(r => r.RoundId).Select(g => new { g.Key, Released = g.Count(r => r.State == ReportState.Released) }).ToListAsync());
        Assert.Equal(4, reports.Count);
        Assert.All(reports, r => Assert.InRange(r.Released, 80, 107));
    }

    private async Task ClickAsync(ILocator what)
    {
        clicks++;
        await what.ClickAsync();
    }

    private async Task ChooseAsync(ILocator field)
    {
        clicks++;
        await field.SetInputFilesAsync(new FilePayload { Name = "台账.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = FirstDayPack.Workbook(Party) });
    }
}
