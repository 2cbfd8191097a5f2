using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests.Browsing;

/// <summary>One window of the browser. It counts requests, and notes those that leave the host, errors of the page and errors of the server.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly List<string> Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], Colours = ["color-contrast", "link-in-text-block"];
    private readonly IBrowserContext context;
    private readonly TestSite site;
    private readonly ConcurrentQueue<string> faults = new();
    private int requests;

    private Window(IBrowserContext context, TestSite site, Look look, IPage page) => (this.context, this.site, Look, Page) = (context, site, look, page);

    public IPage Page { get; }

    public Look Look { get; private set; }

    /// <summary>Requests since the window was opened.</summary>
    public int Requests => requests;

    internal static async Task<Window> OpenAsync(IBrowserContext context, TestSite site, Look look)
    {
        var window = new Window(context, site, look, await context.NewPageAsync());
        await context.RouteAsync("**/*", window.StayAsync);
        window.Page.Console += (_, message) => window.Note(message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal), $"console: {message.Text}");
        window.Page.PageError += (_, error) => window.Note(true, $"script: {error}");
        window.Page.Response += (_, answer) => window.Note(answer.Status >= 500 || (answer.Status >= 400 && !answer.Request.IsNavigationRequest), $"{answer.Status} {answer.Url}");
        return window;
    }

    /// <summary>Goes to a path after the language.</summary>
    /// <returns>The status answered.</returns>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync($"/{Look.Language}/{path}"))?.Status ?? 0;

    /// <summary>Goes there and looks, by day and by night: the status answered, nothing for axe to say, nothing wider than the window, pictures kept.</summary>
    public async Task SeeAsync(string path, string name, int status = 200)
    {
        Assert.Equal(status, await GoAsync(path));
        await FitsAsync();
        await ShootAsync(name);
        await AxeAsync();
        Look = Look with { Dark = true };
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShootAsync(name, whole: false);
        await AxeAsync(Colours); // the theme changes colours only; the other rules have seen this page
    }

    /// <summary>No violation of WCAG 2.2 at levels A and AA.</summary>
    /// <param name="rules">Null: every rule.</param>
    public async Task AxeAsync(List<string>? rules = null)
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = rules is null ? new() { Type = "tag", Values = Wcag } : new() { Type = "rule", Values = rules } });
        Assert.True(result.Violations.Length == 0, $"{Page.Url} ({Look.Name})\n{string.Join('\n', result.Violations.Select(Say))}");
    }

    /// <summary>The page does not scroll sideways, at its own width and at those between which its form changes; a wide table scrolls within itself.</summary>
    public async Task FitsAsync()
    {
        var height = Page.ViewportSize!.Height;
        foreach (var width in Look.Width == Look.Phone ? Look.PhoneWidths : Look.DeskWidths)
        {
            await Page.SetViewportSizeAsync(width, height);
            var over = await Page.EvaluateAsync<string>("""
                () => { const wide = document.documentElement.scrollWidth - innerWidth; if (wide <= 0) return '';
                const first = [...document.querySelectorAll('main *, header *')].find(e => e.getBoundingClientRect().right > innerWidth + 1);
                return wide + ' px too wide' + (first ? ': ' + first.outerHTML.slice(0, 200) : ''); }
                """);
            Assert.True(over.Length == 0, $"{Page.Url} ({Look.Name} at {width} px): {over}");
        }
    }

    /// <summary>Keeps a picture of the whole page in artifacts/screenshots.</summary>
    public async Task<string> ShootAsync(string name, bool whole = true)
    {
        var file = Path.Combine(PackFolders.Root, "artifacts", "screenshots", $"{name}-{Look.Name}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = whole });
        return file;
    }

    /// <summary>Fails when a request left the host, a script failed, or the server did.</summary>
    public void AssertQuiet() => Assert.True(faults.IsEmpty, string.Join('\n', faults));

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        AssertQuiet();
    }

    private Task StayAsync(IRoute route)
    {
        Interlocked.Increment(ref requests);
        var address = new Uri(route.Request.Url);
        if (address.Scheme is "data" or "blob" || address.Authority == site.Address.Authority) return route.ContinueAsync();
        Note(true, $"request to {address.Authority} from {Page.Url}");
        return route.AbortAsync();
    }

    private void Note(bool wrong, string what)
    {
        if (wrong) faults.Enqueue(what);
    }

    private static string Say(AxeResultItem violation) => $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Take(5).Select(n => $"  {n.Target}  {n.Html}"))}";
}
