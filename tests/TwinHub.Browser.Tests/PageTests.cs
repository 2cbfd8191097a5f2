using Microsoft.AspNetCore.Routing;
using TwinHub.Browser.Tests.Browsing;

namespace TwinHub.Browser.Tests;

/// <summary>Every page of the first region, looked at in both languages, widths and themes.</summary>
public sealed class PageTests(Chromium chromium)
{
    /// <summary>Route → one page of it; who looks, where it is not the joint office.</summary>
    private static readonly Dictionary<string, (string Path, string? Account)> Pages = new()
    {
        ["/{lang}/sign-in"] = ("sign-in", null),
        ["/{lang}/account"] = ("account", Office),
        ["/{lang}"] = ("", Office),
        ["/{lang}/account/password"] = ("account/password", Office),
        ["/{lang}/account/tokens"] = ("account/tokens", Office),
        ["/{lang}/accounts"] = ("accounts", "cq-admin"),
        ["/{lang}/accounts/{name}"] = ("accounts/cq-transport-drafter", "cq-admin"),
        ["/{lang}/drafts/{code}"] = ("drafts/2023H2-108", Office),
        ["/{lang}/evidence"] = ("evidence?subject=item/2023H2-001", Office),
        ["/{lang}/evidence/new"] = ("evidence/new?subject=item/2023H2-001", Office),
        ["/{lang}/expunges"] = ("expunges", Office),
        ["/{lang}/expunges/{code}"] = ("expunges/EX-0001", Office),
        ["/{lang}/history/{code}/expunge"] = (ToExpunge, Office),
        ["/{lang}/history/{code}/texts"] = ("history/2023H2-002/texts", Office),
        ["/{lang}/help"] = ("help", Office),
        ["/{lang}/help/api"] = ("help/api", Office),
        ["/{lang}/history/{code}"] = ("history/2023H2-002", Office),
        ["/{lang}/issued"] = ("issued", Office),
        ["/{lang}/issued/{code}"] = ("issued/ISS-2023H2-1", Office),
        ["/{lang}/journal"] = ("journal", Office),
        ["/{lang}/journal/head"] = ("journal/head", Office),
        ["/{lang}/lists/new"] = ("lists/new", Office),
        ["/{lang}/lists/{code}/close"] = ("lists/2023H2/close", Office),
        ["/{lang}/lists/{code}/columns"] = ("lists/2023H2/columns", Office),
        ["/{lang}/lists/{code}/drafts"] = ("lists/2023H2/drafts", Office),
        ["/{lang}/lists/{code}/drafts/new"] = ("lists/2023H2/drafts/new", Office),
        ["/{lang}/lists/{code}/issue"] = ("lists/2023H2/issue", Office),
        ["/{lang}/measure"] = ("measure", Office),
        ["/{lang}/measure/{code}"] = ("measure/gdp.current", Office),
        ["/{lang}/mechanism"] = ("mechanism", Office),
        ["/{lang}/projects"] = ("projects", Office),
        ["/{lang}/projects/{code}"] = ("projects/cyzx", Office),
        ["/{lang}/search"] = ("search?q=%E9%AB%98%E9%93%81", Office),
        ["/{lang}/organizations/{code}"] = ("organizations/cq-transport", Office),
        ["/{lang}/terms"] = ("terms", Office),
        ["/{lang}/changes"] = ("changes", Office),
        ["/{lang}/changes/{code}"] = ("changes/CR-0001", Office),
        ["/{lang}/decisions/{code}"] = ("decisions/JM07-D1", Office),
        ["/{lang}/import"] = ("import", Office),
        ["/{lang}/items/{code}"] = ("items/2023H2-001", Office),
        ["/{lang}/lists"] = ("lists", Office),
        ["/{lang}/lists/{code}"] = ("lists/2023H2", Office),
        ["/{lang}/lists/{code}/changes/new"] = ("lists/2023H2/changes/new", Office),
        ["/{lang}/lists/{code}/compare"] = ("lists/2023H2/compare", Office),
        ["/{lang}/lists/{code}/import"] = ("lists/2023H2/import", Office),
        ["/{lang}/lists/{code}/views"] = ("lists/2023H2/views?theme=infrastructure&state=late", Office),
        ["/{lang}/lists/{code}/revisions"] = ("lists/2023H2/revisions", Office),
        ["/{lang}/lists/{code}/revisions/{number:int}"] = ("lists/2023H2/revisions/1", Office),
        ["/{lang}/meetings"] = ("meetings", Office),
        ["/{lang}/meetings/{code}"] = ("meetings/JM07", Office),
        ["/{lang}/meetings/{code}/asks"] = ("meetings/JM07/asks", Office),
        ["/{lang}/meetings/{code}/decisions"] = ("meetings/JM07/decisions", Office),
        ["/{lang}/papers"] = ("papers", Office),
        ["/{lang}/papers/{code}"] = ("papers/JM01-P1", Office),
        ["/{lang}/rounds"] = ("rounds", Office),
        ["/{lang}/rounds/{round}"] = ("rounds/2023H2-R4", Office),
        ["/{lang}/rounds/{round}/office"] = ("rounds/2023H2-R4/office", Office),
        ["/{lang}/rounds/{round}/units/{organization}"] = ("rounds/2023H2-R4/units/cq-transport", "cq-transport-drafter"),
        ["/{lang}/region"] = ("region", Office),
        ["/{lang}/region/calendar"] = ("region/calendar?year=2023", "cq-admin"),
        ["/{lang}/region/themes"] = ("region/themes", "cq-admin"),
        ["/{lang}/region/units"] = ("region/units", "cq-admin"),
        ["/{lang}/region/units/{code}"] = ("region/units/cq-transport", "cq-admin"),
        ["/{lang}/zones"] = ("zones", Office),
        ["/{lang}/zones/{code}"] = ("zones/suitong", Office),
    };

    /// <summary>What answers a file or another address, not a page.</summary>
    private static readonly string[] NoPages =
    [
        "/{lang}/theme", "/{lang}/papers/{meeting}/{language}/{file}", "/{lang}/evidence/{sha256}", "/{lang}/evidence/{sha256}/check", "/{lang}/journal/export", "/{lang}/measure/{code}/observations.csv", "/{lang}/projects.csv",
        "/{lang}/lists/{code}/export.ods", "/{lang}/lists/{code}/export.csv", "/{lang}/lists/{code}/export.json",
    ];
    private const string Office = "cq-office", ToExpunge = "history/2023H2-002/expunge";

    /// <summary>What else a page can be: a filter that finds nothing, a form that is wrong, an answer that is no.</summary>
    private static readonly (string Path, string Account, int Status)[] Others =
    [
        ("lists/2023H2?state=late&theme=opening", Office, 200), ("lists/2023H2?view=attention", "sc-viewer", 200), ("items/2023H2-002", "sc-office", 200), ("changes?show=mine", "cq-viewer", 200), ("changes/CR-0002", "sc-office", 200),
        ("lists/2023H2/compare?from=1&to=2", Office, 200), ("journal?act=key.turned", Office, 200), ("terms?q=zzz", Office, 200), ("measure/gdp.current?period=2021", Office, 200), ("papers", "cq-viewer", 200),
        ("accounts", Office, 403), ("lists/new", "cq-viewer", 403), ("items/2023H2-999", Office, 404), ("lists/2023H2?colour=blue", Office, 400),
    ];

    public static TheoryData<string, Look> Seen => [.. from route in Pages.Keys from look in Look.Loaded select (route, look)];

    public static TheoryData<string, string, int, Look> Besides => [.. from other in Others from look in Look.Loaded select (other.Path, other.Account, other.Status, look)];

    [Theory, MemberData(nameof(Seen))]
    public async Task A_page_is_read_by_everyone_in_every_look(string route, Look look)
    {
        var (path, account) = Pages[route];
        await using var window = await chromium.OpenAsync(account, look);
        await window.SeeAsync(path == ToExpunge ? chromium.ToExpunge : path, Name(path));
    }

    [Theory, MemberData(nameof(Besides))]
    public async Task Nothing_found_and_no_are_pages_too(string path, string account, int status, Look look)
    {
        await using var window = await chromium.OpenAsync(account, look);
        await window.SeeAsync(path, $"{Name(path)}-{account}", status);
    }

    [Fact]
    public async Task Chosen_and_followed_the_dark_theme_is_the_same()
    {
        await using var window = await chromium.OpenAsync(Office, new Look(Dark: true));
        await window.GoAsync("");
        var followed = await ColoursAsync(window);
        await window.Page.Locator(".lang a[href*='/theme?to=dark']").ClickAsync();
        await window.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Light });
        Assert.Equal(followed, await ColoursAsync(window));
    }

    private static Task<string> ColoursAsync(Window window) => window.Page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('body *')].map(e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.fill, s.stroke, s.borderTopColor].join(); }).join(' ')");

    private static string Name(string path) => string.Concat((path.Length == 0 ? "overview" : path).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    [Fact]
    public void Every_page_is_looked_at()
    {
        var mapped = chromium.Site.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Where(r => r.StartsWith("/{lang}", StringComparison.Ordinal) && !r.EndsWith(".xlsx", StringComparison.Ordinal));
        Assert.Empty(mapped.Except(Pages.Keys).Except(NoPages));
    }
}
