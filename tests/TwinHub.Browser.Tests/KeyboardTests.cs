using TwinHub.Browser.Tests.Browsing;

namespace TwinHub.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Single_keys_move_select_open_and_go_outside_fields_only()
    {
        await using var window = await chromium.OpenAsync("cq-office");
        var page = window.Page;
        await window.GoAsync("lists/2023H2");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        Assert.Equal(1, await page.Locator("[data-row].cur input:checked").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".cur").CountAsync());
        await page.Locator("main input[type=search]").First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        Assert.Equal(0, await page.Locator(".cur").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("m");
        await page.WaitForURLAsync("**/zh/meetings");
        await window.GoAsync("lists/2023H2/compare");
        await page.Keyboard.PressAsync("n");
        Assert.Equal(1, await page.Locator("[data-diff].cur").CountAsync());
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off()
    {
        await using var window = await chromium.OpenAsync("cq-office");
        var page = window.Page;
        await window.GoAsync("");
        await page.Keyboard.PressAsync("?");
        await page.WaitForURLAsync("**/zh/help");
        await page.Locator("[data-keys]").ClickAsync();
        await window.GoAsync("lists/2023H2");
        await page.Keyboard.PressAsync("j");
        Assert.Equal(0, await page.Locator(".cur").CountAsync());
    }
}
