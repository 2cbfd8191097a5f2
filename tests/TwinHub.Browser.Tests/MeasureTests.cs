using TwinHub.Browser.Tests.Browsing;

namespace TwinHub.Browser.Tests;

public sealed class MeasureTests(Chromium chromium)
{
    private static readonly (string Path, string Name)[] Pages =
    [
        ("zones", "zones"), ("zones/suitong", "zone"), ("projects", "projects"), ("projects/cyzx", "project"), ("measure", "measure"), ("measure/gdp.current?period=2021", "indicator"),
    ];

    public static TheoryData<string, string, Look> Seen
    {
        get
        {
            var seen = new TheoryData<string, string, Look>();
            foreach (var (path, name) in Pages)
            {
                foreach (var look in Look.All) seen.Add(path, name, look);
            }

            return seen;
        }
    }

    [Theory, MemberData(nameof(Seen))]
    public async Task What_is_measured_is_read_in_every_look(string path, string name, Look look)
    {
        await using var window = await chromium.OpenAsync("cq-office", look);
        await window.SeeAsync(path, name);
    }
}
