namespace TwinHub.Merkle.Tests;

/// <summary>Published test data, kept beside the repository.</summary>
internal static class SharedData
{
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root(), "..", "shared", "testdata", name);
        Assert.True(Directory.Exists(folder), $"The published vectors are not at {folder}.");
        return folder;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TwinHub.slnx"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return folder.FullName;
    }
}
