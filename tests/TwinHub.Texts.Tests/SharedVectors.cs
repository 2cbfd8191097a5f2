namespace TwinHub.Texts.Tests;

/// <summary>Files beside the repository that hold vectors of the methods.</summary>
internal static class SharedVectors
{
    public static string[] Lines(string path) => File.ReadAllLines(PathOf(path));

    public static string Text(string path) => File.ReadAllText(PathOf(path));

    private static string PathOf(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "TwinHub.slnx"))) root = root.Parent;
        var file = Path.Combine(root?.Parent?.FullName ?? "/", "shared", "testdata", path);
        return File.Exists(file) ? file : throw new FileNotFoundException($"The vectors of the methods are missing: {file}. Leave these tests out with -trait- \"shared=vectors\".");
    }
}
