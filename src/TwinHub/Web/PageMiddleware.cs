using System.Security.Claims;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Web;

/// <summary>Makes the page of the request from its address and its cookie.</summary>
internal sealed class PageMiddleware(RequestDelegate next, ReferenceCache references, Today today, SiteOptions options)
{
    public async Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (await references.GetAsync(http.RequestAborted) is { } reference)
        {
            caller.Actor = ReadActor(http.User);
            caller.Page = Make(http, reference, caller.Actor);
        }

        await next(http);
    }

    private Page Make(HttpContext http, Reference reference, Actor? actor)
    {
        var languages = RegionLanguage.Of(reference.Region);
        var (first, rest) = Split(http.Request.Path.Value ?? "");
        var language = languages.FirstOrDefault(l => l.Code == first) ?? Preferred(http, languages);
        return new()
        {
            Language = language,
            Words = reference.WordsIn(language.Code),
            Reference = reference,
            Today = today,
            Actor = actor,
            Account = LocalTextColumn.Read(http.User.FindFirstValue("display") ?? ""),
            Demo = options.Demo,
            Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"]! : "",
            Path = rest + http.Request.QueryString.Value,
        };
    }

    /// <summary>The actor that a signed cookie names.</summary>
    public static Actor? ReadActor(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account) && user.FindFirstValue("party") is { } party
            ? new(account, party, Enum.Parse<Roles>(user.FindFirstValue("roles") ?? ""), user.FindFirstValue("organization"))
            : null;

    private static (string First, string After) Split(string path)
    {
        var parts = path.TrimStart('/').Split('/', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static RegionLanguage Preferred(HttpContext http, IReadOnlyList<RegionLanguage> languages) =>
        http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => languages.FirstOrDefault(r => l.Value.StartsWith(r.Code, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(l => l is not null) ?? languages[0];
}

/// <summary>How the site was started.</summary>
/// <param name="Demo">Demo accounts exist; the site is bound to this machine only.</param>
public sealed record SiteOptions(bool Demo)
{
    public Limits Limits { get; init; } = new();
}
