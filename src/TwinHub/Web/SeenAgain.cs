using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using TwinHub.Data;

namespace TwinHub.Web;

/// <summary>
/// A page seen again when nothing changed is answered 304, before its handler runs. Its tag holds all that a page is made of: build, address with language
/// and query, entries of the journal, saved views, the day, the account with its rights, the theme. The forecast's run follows from these: seed and trials are of the build.
/// Only an answer that is made of nothing else is tagged: a form's token, another cache rule, a cookie, a row or file outside the journal leave it without.
/// </summary>
internal sealed class SeenAgain(RequestDelegate next, Today today, SiteOptions options)
{
    private static readonly string Build = ReadBuild();
    private readonly Func<TwinHubDb, Task<Stand>> stand = EF.CompileAsyncQuery((TwinHubDb db) =>
        db.JournalHead.Select(h => new Stand(h.Size, db.ListViews.Count(), db.ListViews.Max(v => (DateTimeOffset?)v.SavedAt))).Single()); // for one model, so not static

    /// <param name="Entries">Of the journal.</param>
    /// <param name="Views">Saved views of lists, with the moment at which one was last saved.</param>
    private sealed record Stand(long Entries, int Views, DateTimeOffset? SavedAt);

    public async Task InvokeAsync(HttpContext http, Caller caller, TwinHubDb db)
    {
        if (caller.Page is not { } page || !MayBeTagged(http))
        {
            await next(http);
            return;
        }

        var tag = new EntityTagHeaderValue($"\"{Hash(Told(http, page, await stand(db)))}\"", isWeak: true); // weak: compressed or not, it is the same page
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false))) Same(http.Response, tag);
        else await TagAsync(http, (tag, db, db.OutsideReads));
    }

    private async Task TagAsync(HttpContext http, (EntityTagHeaderValue Tag, TwinHubDb Db, int Outside) at)
    {
        http.Response.OnStarting(() =>
        {
            if (IsOfTheRecordAlone(http.Response) && at.Db.OutsideReads == at.Outside) Keep(http.Response, at.Tag);
            return Task.CompletedTask;
        });
        await next(http);
    }

    private static void Same(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        Keep(response, tag);
    }

    private static void Keep(HttpResponse response, EntityTagHeaderValue tag) =>
        (response.Headers.ETag, response.Headers.CacheControl) = (tag.ToString(), "private, no-cache");

    private static bool MayBeTagged(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.GetRouteValue("lang") is not null && http.GetEndpoint()?.Metadata.GetMetadata<MadeAnew>() is null;

    /// <summary>Whoever issues a form's token forbids keeping the answer; so does everyone else who sets a rule of their own.</summary>
    private static bool IsOfTheRecordAlone(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers is { CacheControl.Count: 0, Pragma.Count: 0, SetCookie.Count: 0 }
        && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    private string Told(HttpContext http, Page page, Stand stood) => string.Create(CultureInfo.InvariantCulture,
        $"{Build}\n{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}\n{stood.Entries} {stood.Views} {stood.SavedAt:O}\n{today.Day:O} {today.RealDay:O} {today.IsPinned}\n{page.Theme}\n{options.Demo}\n{Account(http.User)}");

    private static string Account(ClaimsPrincipal user) => string.Join('\n', user.Claims.Select(c => $"{c.Type}={c.Value}").Order(StringComparer.Ordinal));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>The program's own assemblies, the files that every page names, and what the installation says of itself.</summary>
    private static string ReadBuild()
    {
        var program = typeof(SeenAgain).Assembly;
        var own = program.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("TwinHub", StringComparison.Ordinal)).Select(Assembly.Load).Prepend(program);
        string[] parts = [.. own.Select(a => a.ManifestModule.ModuleVersionId.ToString()), StaticFile.Path("site.css"), StaticFile.Path("site.js"), StaticFile.Path("icon.svg"), Environment.GetEnvironmentVariable("TWINHUB_CONTACT") ?? ""];
        return Hash(string.Join('\n', parts));
    }
}

/// <summary>Marks an endpoint whose page is made anew each time: it shows what lies in a folder, or it is always a form, so that the journal need not be asked.</summary>
internal sealed class MadeAnew
{
    public static readonly MadeAnew Mark = new();
}
