using TwinHub.Tests.Record;

namespace TwinHub.Tests.Identity;

public sealed class SignInTests
{
    [Fact]
    public async Task A_page_asks_to_sign_in_and_comes_back_to_itself()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        using var answer = await visitor.GetAsync("account");
        Assert.Equal("/en/sign-in?back=account", answer.Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_demo_account_signs_in_sees_who_it_is_and_signs_out(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var visitor = await site.SignInAsync("north-office");
        var page = await visitor.PageAsync("account");
        Assert.Contains("Office of Northland", page.Body!.TextContent, StringComparison.Ordinal);
        using var left = await visitor.SubmitAsync(page.Forms.Single(f => f.Action.EndsWith("/sign-out", StringComparison.Ordinal)));
        using var after = await visitor.GetAsync("account");
        Assert.Equal(302, (int)after.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        using var form = new FormUrlEncodedContent([new("name", "north-office")]);
        using var answer = await visitor.Http.PostAsync(new Uri("/en/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_form_in_which_nothing_was_filled_in_says_what_is_required()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visit();
        using var answer = await visitor.PostAsync("sign-in", new() { ["Name"] = "", ["Password"] = "", ["Back"] = "" });
        var page = await Visitor.ReadAsync(answer, status: 422);
        Assert.Contains("required", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
