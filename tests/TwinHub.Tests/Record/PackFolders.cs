namespace TwinHub.Tests.Record;

/// <summary>Packs that tests found records with.</summary>
public static class PackFolders
{
    /// <summary>Made up: three parties, three languages, every table.</summary>
    public const string ThreeParties = "three-parties";

    /// <summary>The first region.</summary>
    public const string FirstRegion = "chengdu-chongqing";

    /// <summary>Every pack that is shipped.</summary>
    public static IReadOnlyList<string> Shipped => [.. Directory.GetDirectories(Path.Combine(Root, "packs")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static string Root { get; } = FindRoot();

    public static string Of(string pack)
    {
        var own = Path.Combine(Root, "tests", "TwinHub.Tests", "Packs", pack);
        return Directory.Exists(own) ? own : Path.Combine(Root, "packs", pack);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TwinHub.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No TwinHub.slnx above {AppContext.BaseDirectory}.");
    }
}
