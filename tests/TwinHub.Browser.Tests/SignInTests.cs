using TwinHub.Browser.Tests.Browsing;

namespace TwinHub.Browser.Tests;

public sealed class SignInTests(Chromium chromium)
{
    [Fact]
    public async Task An_account_signs_in_without_script()
    {
        await using var window = await chromium.OpenAsync("cq-office", new Look(Script: false));
        Assert.Equal(200, await window.GoAsync("account"));
        await window.Page.Locator("main form button").ClickAsync();
        Assert.EndsWith("/zh/sign-in", window.Page.Url, StringComparison.Ordinal);
    }
}
