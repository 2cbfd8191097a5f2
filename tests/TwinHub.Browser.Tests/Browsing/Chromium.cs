using System.Collections.Concurrent;
using Microsoft.Playwright;
using TwinHub.Browser.Tests.Browsing;
using TwinHub.Tests.Record;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace TwinHub.Browser.Tests.Browsing;

/// <summary>The system's chromium and one site on the first region, for the whole run. A test that writes starts a <see cref="TestSite"/> of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
        "--no-first-run", "--disable-domain-reliability", "--disable-features=Translate,OptimizationHints,MediaRouter", "--font-render-hinting=none",
    ];

    private readonly ConcurrentDictionary<(TestSite, string), Lazy<Task<string>>> signedIn = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The first region on SQLite. Shared: read only.</summary>
    public TestSite Site { get; private set; } = null!;

    /// <summary>The page that asks whether a text of an item is to be expunged.</summary>
    public string ToExpunge { get; private set; } = "";

    private static string Program =>
        Environment.GetEnvironmentVariable("TWINHUB_CHROMIUM") is { Length: > 0 } named ? named
        : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need chromium: apt-get install chromium (or set TWINHUB_CHROMIUM to the program).");

    public async ValueTask InitializeAsync()
    {
        var site = TestSite.StartAsync(Engines.Sqlite, PackFolders.FirstRegion);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Quiet });
        Site = await site;
        await WaitingWork.AddAsync(Site);
        await ProposeAsync();
        await AskToExpungeAsync();
    }

    /// <summary>A window, signed in where <paramref name="account"/> is named. Dispose it: that fails when the page did what no page may.</summary>
    public async Task<Window> OpenAsync(string? account = null, Look? look = null, TestSite? site = null)
    {
        var (at, seen) = (site ?? Site, look ?? new Look());
        var options = seen.ForContext(at.Address);
        if (account is not null) options.StorageState = await signedIn.GetOrAdd((at, account), _ => new(() => SignInAsync(at, account))).Value;
        var context = await browser.NewContextAsync(options);
        return await Window.OpenAsync(context, at, seen);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Something that is open for the parties' keys: <c>CR-0001</c>.</summary>
    private async Task ProposeAsync()
    {
        using var office = await Site.ProgramAsync("sc-office");
        var reason = new { zh = "施工图审查延期", en = "The review of the drawings takes longer" };
        using var answer = await office.WriteAsync(HttpMethod.Post, ("lists/2023H2/changes", "lists/2023H2"), new { reason, rows = new[] { new { item = "2023H2-001", kind = "redate", @new = "2024-03-31", reason } } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A request to expunge that is open for the parties' keys: <c>EX-0001</c>.</summary>
    private async Task AskToExpungeAsync()
    {
        using var office = await Site.SignInAsync("sc-office", "zh");
        var links = (await office.PageAsync("history/2023H2-002/texts")).QuerySelectorAll("tbody a.btn").Select(a => a.GetAttribute("href")!["/zh/".Length..]).ToList();
        ToExpunge = links.First(l => l.Contains("entity=Item&", StringComparison.Ordinal));
        using var asked = await office.PostAsync(links.First(l => l.Contains("entity=Deliverable&", StringComparison.Ordinal)), new() { ["Reason.zh"] = "写入了个人信息", ["Authority"] = "个人信息保护规定" });
        Assert.Equal(302, (int)asked.StatusCode);
    }

    private async Task<string> SignInAsync(TestSite site, string account)
    {
        var look = new Look();
        await using var context = await browser.NewContextAsync(look.ForContext(site.Address));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{look.Language}/sign-in");
        await page.Locator($"form:has(input[name=name][value='{account}']) button").ClickAsync();
        Assert.DoesNotContain("sign-in", page.Url, StringComparison.Ordinal);
        return await context.StorageStateAsync();
    }
}

/// <summary>How a page is looked at.</summary>
public sealed record Look(string Language = "zh", int Width = 1440, bool Dark = false, bool Script = true)
{
    public const int Desk = 1440, Phone = 390;

    public string Name => $"{Language}-{Width}-{(Dark ? "dark" : "light")}";

    /// <summary>Widths between which the form of a page changes; the look's own comes last.</summary>
    internal static readonly int[] PhoneWidths = [320, 360, Phone], DeskWidths = [721, 1001, 1181, 1321, 1920, Desk];

    /// <summary>Both languages and widths; <see cref="Window.SeeAsync"/> looks at both themes of each.</summary>
    public static IEnumerable<Look> Loaded => from language in (string[])["zh", "en"] from width in (int[])[Desk, Phone] select new Look(language, width);

    internal BrowserNewContextOptions ForContext(Uri address) => new()
    {
        BaseURL = address.AbsoluteUri,
        ViewportSize = new() { Width = Width, Height = Width == Phone ? 844 : 900 },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = Script,
        HasTouch = Width == Phone,
        Locale = Language == "zh" ? "zh-CN" : "en-GB",
        AcceptDownloads = true,
    };
}
