using Microsoft.Playwright;
using TwinHub.Browser.Tests.Browsing;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests;

/// <summary>The main job as the joint office does it: from the list to the next meeting's papers.</summary>
public sealed class MainJobTests(Chromium chromium)
{
    [Fact]
    public async Task From_the_overview_to_the_papers_of_the_next_meeting()
    {
        await using var site = await TestSite.StartAsync(Engines.Sqlite, PackFolders.FirstRegion);
        await using var office = await chromium.OpenAsync(look: new Look(), site: site);
        await SignInAsync(office.Page, "cq-office");
        await ReadTheListAsync(office.Page);
        await OpenNovemberAsync(office);
        await using var phone = await chromium.OpenAsync("cq-transport-drafter", new Look(Width: Look.Phone), site);
        await ReportAsync(phone);
        await DecideAsync(office);
        await PrepareAsync(office.Page);
        await SwitchAsync(office.Page);
    }

    private static async Task SignInAsync(IPage page, string account)
    {
        await page.GotoAsync("/zh/sign-in");
        await page.Locator($"form:has(input[value='{account}']) button").ClickAsync();
        Assert.Contains("58", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal); // days to the Eighth meeting
    }

    private static async Task ReadTheListAsync(IPage page)
    {
        await page.Locator("nav a[href='/zh/lists']").ClickAsync();
        await page.Locator("main h2 a[href='/zh/lists/2023H2']").ClickAsync();
        await page.Locator("select[name=state]").SelectOptionAsync("late"); // takes effect at once: script improves the form
        await page.WaitForURLAsync("**state=late**");
        var late = page.Locator("[data-row] a[href*='/zh/items/2023H2-']");
        Assert.True(await late.CountAsync() > 0);
        await late.First.ClickAsync();
        Assert.Contains("滞后", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task OpenNovemberAsync(Window office)
    {
        await office.GoAsync("rounds");
        await office.Page.Locator("form[action*='/rounds?list='] button").ClickAsync();
        Assert.EndsWith("/zh/rounds/2023H2-R5?said=opened", office.Page.Url, StringComparison.Ordinal);
    }

    private static async Task ReportAsync(Window phone)
    {
        await phone.GoAsync("rounds/2023H2-R5/units/cq-transport");
        var row = phone.Page.Locator("details.rrow").First;
        if (await row.GetAttributeAsync("open") is null) await row.Locator("summary").ClickAsync();
        var code = (await row.GetAttributeAsync("id"))!["row-".Length..];
        await phone.Page.Locator($"[name='pct-{code}']").FillAsync("９６％");
        await phone.Page.Locator($"[name='text-{code}']").FillAsync("重庆段用地预审意见已取得，补偿协议签订完毕。");
        await phone.FitsAsync();
        await phone.Page.Locator("button[value=submit]").ClickAsync();
        Assert.EndsWith("?said=submitted", phone.Page.Url, StringComparison.Ordinal);
        await phone.ShootAsync("report-sent");
    }

    private static async Task DecideAsync(Window office)
    {
        await office.GoAsync("meetings/JM07/decisions");
        var page = office.Page;
        await page.Locator("[name=Number]").FillAsync("9");
        await page.Locator("[name='Text-zh']").FillAsync("由两方交通主管部门会同推进跨界用地报批。");
        await page.Locator("[name='Text-en']").FillAsync("The transport authorities of both parties press ahead together with land approval across the border.");
        await page.Locator("[name=Due]").FillAsync("2023年12月15日");
        await page.Locator("form[action$='/decisions'] button.pri").ClickAsync();
        Assert.Contains("跨界用地报批", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task PrepareAsync(IPage page)
    {
        await page.Locator("nav a[href='/zh/papers']").ClickAsync();
        await page.Locator("form[action='/zh/papers'] button").ClickAsync();
        foreach (var language in new[] { "zh", "en" })
        {
            var paper = page.Locator($"main a[href*='/papers/JM08/{language}/'][href$='.html']").First;
            await paper.ClickAsync();
            var text = await page.Locator("body").InnerTextAsync();
            Assert.Contains("107", text, StringComparison.Ordinal);
            Assert.Contains(language == "zh" ? "示例" : "sample", text, StringComparison.OrdinalIgnoreCase);
            await page.GoBackAsync();
        }
    }

    private static async Task SwitchAsync(IPage page)
    {
        await page.Locator(".lang a[hreflang=en]").ClickAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Locator(".lang a[href*='/theme?to=dark']").ClickAsync();
        Assert.Equal("dark", await page.Locator("html").GetAttributeAsync("data-theme"));
    }
}
