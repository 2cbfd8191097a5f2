using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Web;

/// <summary>A page seen again when nothing changed is not sent again; when anything did, it is.</summary>
public sealed class SeenAgainTests
{
    private const string Path = "lists/2024H1?state=late";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_page_is_sent_again_only_when_something_changed(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        var tag = await TagAsync(office, Path);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(office, Path, tag));
        var form = (await office.PageAsync("lists/new")).Forms.Single(f => f.GetAttribute("action") == "/en/lists/new");
        using (var made = await office.SubmitAsync(form, NextList)) Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(office, Path, tag));
        tag = await TagAsync(office, Path);
        var today = site.Services.GetRequiredService<Today>();
        today.Follow("Europe/Paris", today.Day.AddDays(1));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(office, Path, tag));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Another_right_account_language_theme_or_query_is_another_page(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        await site.AddAccountAsync("north-reader", "north", Roles.Viewer);
        using var reader = await site.SignInAsync("north-reader");
        using var other = await site.SignInAsync("south-office");
        var tag = await TagAsync(reader, Path);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(other, Path, tag));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(reader, "lists/2024H1?state=at-risk", tag));
        reader.Language = "de";
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(reader, Path, tag));
        reader.Language = "en";
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(reader, Path, tag));
        using (var dark = await reader.GetAsync("theme?to=dark")) Assert.Equal(HttpStatusCode.Found, dark.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(reader, Path, tag));
        tag = await TagAsync(reader, Path);
        await ChangeAsync(site, "north-reader", a => a.Roles = Roles.Viewer | Roles.Auditor);
        using (var again = await reader.PostAsync("sign-in/demo", new() { ["name"] = "north-reader" }, formAt: "sign-in")) Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(reader, Path, tag));
        tag = await TagAsync(reader, Path);
        using (var left = await reader.PostAsync("sign-out", [], formAt: "account")) Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await AgainAsync(reader, Path, tag));
    }

    [Fact]
    public async Task A_page_with_a_form_and_an_error_are_never_tagged()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        foreach (var path in new[] { "lists/new", "account", "sign-in", "rounds", "items/2024H1-999", "journal", "papers" })
        {
            using var answer = await office.GetAsync(path);
            Assert.True(answer.Headers.ETag is null, path);
        }
    }

    [Fact]
    public async Task A_tagged_page_is_the_readers_own_and_compressed_as_before()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/en/" + Path, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await office.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(("br", "no-cache, private", "Accept-Encoding", true), (Assert.Single(answer.Content.Headers.ContentEncoding), answer.Headers.CacheControl!.ToString(), Assert.Single(answer.Headers.Vary), answer.Headers.ETag!.IsWeak));
    }

    /// <summary>Whatever changes outside the journal, a page that says it is the same is the same.</summary>
    [Fact]
    public async Task What_is_said_to_be_unchanged_is_unchanged()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        using (var prepared = await office.PostAsync("papers", [])) Assert.Equal(HttpStatusCode.Found, prepared.StatusCode);
        var paths = AuthorityTable.Read().Where(r => r is { Method: "GET" } && r.Address.StartsWith("/en", StringComparison.Ordinal) && !r.Address.Contains('{', StringComparison.Ordinal)).Select(r => r.Address[3..].TrimStart('/')).ToList();
        var before = await ReadAsync(office, paths);
        Assert.True(before.Count > 20, $"Only {before.Count} pages are tagged.");
        await ChangeAsync(site, "south-office", a => a.Display = LocalText.Of("en", ("en", "Another office")));
        await DraftAsync(site, "north-office");
        foreach (var folder in Directory.GetDirectories(System.IO.Path.Combine(site.Record.Store.Folder, "papers"))) Directory.Delete(folder, recursive: true);
        foreach (var (path, page) in before)
        {
            if (await AgainAsync(office, path, page.Tag) == HttpStatusCode.NotModified) Assert.Equal(page.Text, await (await office.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    private static Dictionary<string, string> NextList => new()
    {
        ["Code"] = "2024H2",
        ["Title.en"] = "Second half",
        ["Starts"] = "1 July 2024",
        ["Ends"] = "31 December 2024",
    };

    private static async Task<string> TagAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.Headers.ETag?.ToString() ?? throw new InvalidOperationException($"{path} has no tag: {(int)answer.StatusCode}");
    }

    private static async Task<HttpStatusCode> AgainAsync(Visitor visitor, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{visitor.Language}/{path}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await visitor.Http.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.NotModified) Assert.Equal((tag, 0), (answer.Headers.ETag!.ToString(), (await answer.Content.ReadAsByteArrayAsync()).Length));
        return answer.StatusCode;
    }

    private static async Task<Dictionary<string, (string Tag, string Text)>> ReadAsync(Visitor visitor, IEnumerable<string> paths)
    {
        var pages = new Dictionary<string, (string, string)>();
        foreach (var path in paths)
        {
            using var answer = await visitor.GetAsync(path);
            if (answer.Headers.ETag is { } tag) pages[path] = (tag.ToString(), await answer.Content.ReadAsStringAsync());
        }

        return pages;
    }

    private static async Task ChangeAsync(TestSite site, string name, Action<Account> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByNameAsync(name))!;
        change(account);
        Assert.True((await users.UpdateAsync(account)).Succeeded);
    }

    private static Task DraftAsync(TestSite site, string account) => site.Record.UseAsync(async db =>
    {
        var id = await db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync();
        foreach (var round in await db.Rounds.Select(r => r.Code).ToListAsync())
        {
            db.FormDrafts.Add(new() { Account = id, Form = $"rounds/{round}/units/N-TRA", Fields = "{}", SavedAt = DateTimeOffset.UtcNow });
        }

        await db.SaveChangesAsync();
    });
}
