using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Identity;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Identity;

/// <summary>Personal tokens: made, shown once, used, ended.</summary>
public sealed class TokenTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_token_is_made_on_the_page_shown_once_kept_as_a_digest_and_revoked(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var visitor = await site.SignInAsync("north-office");
        using var made = await visitor.PostAsync("account/tokens", new() { ["Name"] = "Night transfer", ["Scopes"] = "read", ["Days"] = "30" });
        Assert.True(made.Headers.CacheControl!.NoStore);
        var secret = (await Visitor.ReadAsync(made, 200)).GetElementById("told")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, secret));
        var kept = await site.Record.ReadAsync(db => db.Set<AccessToken>().AsNoTracking().SingleAsync());
        Assert.DoesNotContain(secret, string.Join(' ', kept.Sha256, kept.Name, kept.Scopes, kept.Stamp), StringComparison.Ordinal);
        Assert.NotNull(kept.LastUsedAt);
        var page = await visitor.PageAsync("account/tokens");
        Assert.Null(page.GetElementById("told"));
        using var revoked = await visitor.SubmitAsync(page.Forms.First(f => f.GetAttribute("action")!.EndsWith("/revoked", StringComparison.Ordinal)));
        Assert.Equal((302, HttpStatusCode.Unauthorized), ((int)revoked.StatusCode, await AskAsync(site, secret)));
    }

    [Fact]
    public async Task What_is_wrong_with_a_token_is_told_and_nothing_is_made()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = await site.SignInAsync("north-office");
        using var nothing = await visitor.PostAsync("account/tokens", new() { ["Name"] = "", ["Days"] = "366" });
        var page = await Visitor.ReadAsync(nothing, 422);
        Assert.True(Regex.Count(page.Body!.InnerHtml, "class=\"em\"") >= 3);
        using var unknown = await visitor.PostAsync("account/tokens", new() { ["Name"] = "x", ["Scopes"] = "everything", ["Days"] = "1" });
        await Visitor.ReadAsync(unknown, 422);
        Assert.Equal(0, await site.Record.ReadAsync(db => db.Set<AccessToken>().CountAsync()));
    }

    [Fact]
    public async Task A_new_password_or_a_closed_account_ends_every_token()
    {
        await using var site = await TestSite.StartAsync();
        var (stays, ends) = (await site.TokenAsync("north-office"), await site.TokenAsync("south-office"));
        await ChangeAsync(site, "south-office", (users, account) => users.UpdateSecurityStampAsync(account));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await AskAsync(site, stays), await AskAsync(site, ends)));
        await ChangeAsync(site, "north-office", (users, account) =>
        {
            account.Closed = true;
            return users.UpdateAsync(account);
        });
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, stays));
    }

    [Fact]
    public async Task A_token_ends_with_its_last_day_and_an_account_has_a_number_of_them()
    {
        await using var site = await TestSite.StartAsync();
        var secret = await site.TokenAsync("north-office");
        await site.Record.UseAsync(async db =>
        {
            db.Entry(await db.Set<AccessToken>().SingleAsync()).Property(t => t.ExpiresAt).CurrentValue = DateTimeOffset.UnixEpoch;
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, secret));
        for (var i = 0; i < KeepTokens.MostTokens; i++) await site.TokenAsync("north-office"); // the one that ended makes room
        var refused = await Assert.ThrowsAsync<Core.RefusedException>(() => site.TokenAsync("north-office"));
        Assert.Equal("token.too-many", refused.Refusal.Code);
    }

    [Fact]
    public async Task A_token_opens_no_page_and_gives_no_right_that_its_account_lacks()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAccountAsync("reader", "north", Core.Parties.Roles.Viewer);
        using var program = await site.ProgramAsync("reader");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var bare = new HttpClient(handler) { BaseAddress = site.Address };
        bare.DefaultRequestHeaders.Authorization = program.DefaultRequestHeaders.Authorization;
        using var page = await bare.GetAsync(new Uri("/en/lists", UriKind.Relative));
        using var refused = await program.WriteAsync(HttpMethod.Post, ("lists/2024H1/changes", "lists/2024H1"), new { reason = new { en = "late" }, rows = new[] { new { item = "2024H1-001", kind = "redate", @new = "2024-06-29" } } });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (page.StatusCode, refused.StatusCode));
        Assert.Contains("urn:twinhub:refusal:actor.role", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(TestSite site, string secret)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var answer = await http.GetAsync(new Uri("/api/v1/region", UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task ChangeAsync(TestSite site, string name, Func<UserManager<Account>, Account, Task<IdentityResult>> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await change(users, (await users.FindByNameAsync(name))!)).Succeeded);
    }
}
