using System.Globalization;
using Microsoft.Playwright;

namespace TwinHub.Bench.Site;

/// <summary>What a browser fetches and when it has painted, each page seen for the first time: requests, KiB on the wire, largest contentful paint.</summary>
internal sealed class FirstSight(IBrowser browser, string cookie)
{
    private sealed record Seen(int Requests, double KibiBytes, double PaintMs);

    /// <param name="words">Prefix of the names, repetitions, cookie, and the pages as name=address.</param>
    public static async Task RunAsync(string[] words)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] });
        var sight = new FirstSight(browser, words[2]);
        foreach (var page in words[3..]) await sight.MeasureAsync($"{words[0]}.{page[..page.IndexOf('=', StringComparison.Ordinal)]}", page[(page.IndexOf('=', StringComparison.Ordinal) + 1)..], int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private async Task MeasureAsync(string name, string address, int times)
    {
        await SeeAsync(address); // the first of a page warms the server and is dropped
        var seen = new List<Seen>();
        for (var i = 0; i < times; i++) seen.Add(await SeeAsync(address));
        Say($"{name}.sight.requests", "count", seen.ConvertAll(s => (double)s.Requests));
        Say($"{name}.sight.weight", "KiB", seen.ConvertAll(s => s.KibiBytes));
        Say($"{name}.sight.lcp", "ms", seen.ConvertAll(s => s.PaintMs));
    }

    private async Task<Seen> SeeAsync(string address)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await context.AddCookiesAsync(cookie.Split("; ").Select(c => c.Split('=', 2)).Select(c => new Cookie { Name = c[0], Value = c[1], Url = address }));
        var page = await context.NewPageAsync();
        var wire = await context.NewCDPSessionAsync(page);
        var (requests, bytes) = (0, 0.0);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.requestWillBeSent").OnEvent += (_, _) => requests++;
        wire.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.AddInitScriptAsync("window.painted = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.painted = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });");
        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        if (answer?.Status != 200) throw new InvalidOperationException($"{address} answered {answer?.Status}.");
        await page.WaitForTimeoutAsync(400);
        return new(requests, bytes / 1024, await page.EvaluateAsync<double>("window.painted"));
    }

    private static void Say(string name, string unit, List<double> values)
    {
        values.Sort();
        foreach (var (what, value) in new[] { ("min", values[0]), ("median", values[values.Count / 2]), ("max", values[^1]) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}.{what} {value:0.#} {unit}"));
        }
    }
}
