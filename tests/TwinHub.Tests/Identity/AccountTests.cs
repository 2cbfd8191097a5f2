using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Identity;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Identity;

public sealed class AccountTests
{
    private const string Admin = "north-admin", Own = "a-quiet-river-in-march";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_administrator_makes_an_account_whose_password_is_told_once_and_changed_first(string engine)
    {
        await using var site = await StartAsync(engine);
        using var admin = await site.SignInAsync(Admin);
        var password = await MadeAsync(admin, "north-new");
        using var visitor = site.Visit();
        using var signedIn = await visitor.PostAsync("sign-in", new() { ["Name"] = "north-new", ["Password"] = password });
        Assert.Equal("/en/", signedIn.Headers.Location!.OriginalString);
        using var elsewhere = await visitor.GetAsync("meetings");
        Assert.Equal("/en/account/password", elsewhere.Headers.Location!.OriginalString);
        using var changed = await visitor.PostAsync("account/password", new() { ["Current"] = password, ["Next"] = Own, ["Again"] = Own });
        Assert.Equal("/en/account", changed.Headers.Location!.OriginalString);
        await visitor.PageAsync("meetings");
        Assert.DoesNotContain(password, (await admin.PageAsync("accounts/north-new")).Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_keeps_accounts_and_only_their_own_partys()
    {
        await using var site = await StartAsync();
        using var office = await site.SignInAsync("north-office");
        await office.PageAsync("accounts", status: 403);
        using var admin = await site.SignInAsync(Admin);
        Assert.DoesNotContain("south-office", (await admin.PageAsync("accounts")).Body!.TextContent, StringComparison.Ordinal);
        await admin.PageAsync("accounts/south-office", status: 404);
        using var closed = await admin.PostAsync("accounts/south-office/closed", [], formAt: "account");
        using var reset = await admin.PostAsync("accounts/south-office/password", [], formAt: "account");
        Assert.Equal((404, 404), ((int)closed.StatusCode, (int)reset.StatusCode));
    }

    [Fact]
    public async Task A_unit_of_another_party_and_a_taken_name_are_refused_and_what_was_typed_is_kept()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync(Admin);
        foreach (var (name, unit, why) in new[] { ("north-new", "S-OFF", "has no unit"), ("north-office", "", "name is taken"), ("Two words", "", "small letters") })
        {
            using var answer = await admin.PostAsync("accounts", New(name, unit));
            var page = await Visitor.ReadAsync(answer, 422);
            Assert.Contains(why, page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(name, page.QuerySelector("#Name")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_closed_account_cannot_sign_in_until_it_is_opened_again()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync(Admin);
        var password = await MadeAsync(admin, "north-new");
        using var closed = await admin.PostAsync("accounts/north-new/closed", [], formAt: "account");
        Assert.Equal(422, await SignInStatusAsync(site, "north-new", password));
        using var opened = await admin.PostAsync("accounts/north-new/opened", [], formAt: "account");
        Assert.Equal(302, await SignInStatusAsync(site, "north-new", password));
    }

    [Fact]
    public async Task A_reset_ends_the_old_password()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync(Admin);
        var old = await MadeAsync(admin, "north-new");
        using var answer = await admin.PostAsync("accounts/north-new/password", [], formAt: "account");
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var next = (await Visitor.ReadAsync(answer, 200)).QuerySelector("#told")!.TextContent;
        Assert.Equal((422, 302), (await SignInStatusAsync(site, "north-new", old), await SignInStatusAsync(site, "north-new", next)));
    }

    [Fact]
    public async Task A_party_keeps_an_open_administrator()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync(Admin);
        using var closed = await admin.PostAsync($"accounts/{Admin}/closed", [], formAt: "account");
        using var changed = await admin.PostAsync($"accounts/{Admin}", New(Admin, ""), formAt: "account");
        foreach (var answer in new[] { closed, changed }) Assert.Contains("keeps one open administrator", (await Visitor.ReadAsync(answer, 422)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "at least 12 characters")]
    [InlineData("password123456", "common one")]
    [InlineData("111111111111111", "common one")]
    [InlineData("north-new-and-more", "common one")]
    public async Task A_poor_password_is_refused(string next, string why)
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync(Admin);
        var password = await MadeAsync(admin, "north-new");
        using var visitor = site.Visit();
        using var _ = await visitor.PostAsync("sign-in", new() { ["Name"] = "north-new", ["Password"] = password });
        using var answer = await visitor.PostAsync("account/password", new() { ["Current"] = password, ["Next"] = next, ["Again"] = next });
        Assert.Contains(why, (await Visitor.ReadAsync(answer, 422)).QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_makes_a_partys_first_account_an_administrator_and_no_second()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("account.first-administrator", await RefusedAsync(site, Roles.Office));
        Assert.Null(await RefusedAsync(site, Roles.Administrator));
        Assert.Equal("account.not-first", await RefusedAsync(site, Roles.Administrator));
    }

    private static async Task<string?> RefusedAsync(TestSite site, Roles roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var made = ($"first-{roles.ToString().ToLowerInvariant()}", "east", new AccountFields(roles, null, LocalText.Of("en", ("en", "First"))));
        return (await Xunit.Record.ExceptionAsync(() => scope.ServiceProvider.GetRequiredService<KeepAccounts>().AddAsync(made, null, CancellationToken.None)) as RefusedException)?.Refusal.Code;
    }

    private static async Task<TestSite> StartAsync(string engine = Engines.Sqlite)
    {
        var site = await TestSite.StartAsync(engine);
        await site.AddAccountAsync(Admin, "north", Roles.Administrator);
        return site;
    }

    private static async Task<string> MadeAsync(Visitor admin, string name)
    {
        using var answer = await admin.PostAsync("accounts", New(name, "N-TRA"));
        return (await Visitor.ReadAsync(answer, 200)).QuerySelector("#told")!.TextContent;
    }

    private static async Task<int> SignInStatusAsync(TestSite site, string name, string password)
    {
        using var visitor = site.Visit();
        using var answer = await visitor.PostAsync("sign-in", new() { ["Name"] = name, ["Password"] = password });
        return (int)answer.StatusCode;
    }

    private static Dictionary<string, string> New(string name, string unit) =>
        new() { ["Name"] = name, ["Display.en"] = "Officer, planning", ["Organization"] = unit, ["Roles"] = nameof(Roles.Drafter) };
}
