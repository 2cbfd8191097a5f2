using System.Text.Json;

namespace TwinHub.Scheduling.Tests;

/// <summary>Reads the shared test data in place; tests that use it carry the trait "shared".</summary>
internal static class SharedData
{
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root(), "..", "shared", "testdata", path));

    public static JsonElement Json(string path) => JsonDocument.Parse(Text(path)).RootElement;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TwinHub.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("TwinHub.slnx is above no folder of this test.");
        return folder;
    }
}
