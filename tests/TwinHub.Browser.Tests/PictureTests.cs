using TwinHub.Browser.Tests.Browsing;
using TwinHub.Tests.Record;

namespace TwinHub.Browser.Tests;

/// <summary>Takes the pictures of README and guides into artifacts/pictures; <c>docs/pictures.sh</c> puts them in their place.</summary>
public sealed class PictureTests(Chromium chromium)
{
    private const long MostBytes = 200_000;
    private const int Quality = 62;

    public static TheoryData<string, string, Look> Taken => new()
    {
        { "overview", "", new Look() },
        { "overview", "", new Look(Language: "en", Dark: true) },
        { "list", "lists/2023H2", new Look() },
        { "list", "lists/2023H2", new Look(Language: "en", Dark: true) },
        { "item", "items/2023H2-002", new Look() },
        { "item", "items/2023H2-002", new Look(Language: "en") },
        { "meeting", "meetings/JM07", new Look() },
        { "meeting", "meetings/JM07", new Look(Language: "en") },
        { "zones", "zones", new Look() },
        { "zones", "zones", new Look(Language: "en", Dark: true) },
        { "report", "rounds/2023H2-R4/units/cq-transport", new Look(Width: Look.Phone) },
        { "report", "rounds/2023H2-R4/units/cq-transport", new Look(Language: "en", Width: Look.Phone, Dark: true) },
        { "list", "lists/2023H2", new Look(Width: Look.Phone) },
        { "list", "lists/2023H2", new Look(Language: "en", Width: Look.Phone) },
    };

    [Theory, MemberData(nameof(Taken))]
    public async Task A_picture_is_of_the_running_site_and_small(string name, string path, Look look)
    {
        await using var window = await chromium.OpenAsync(name == "report" ? "cq-transport-drafter" : "cq-office", look);
        Assert.Equal(200, await window.GoAsync(path));
        var file = Path.Combine(PackFolders.Root, "artifacts", "pictures", $"{name}-{look.Name}.jpg");
        await window.Page.ScreenshotAsync(new() { Path = file, Type = Microsoft.Playwright.ScreenshotType.Jpeg, Quality = Quality });
        Assert.InRange(new FileInfo(file).Length, 1, MostBytes);
    }
}
