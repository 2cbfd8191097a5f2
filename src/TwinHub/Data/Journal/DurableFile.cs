namespace TwinHub.Data.Journal;

/// <summary>Files beside the database, whole on disk before an entry speaks of them, and readable to their owner only.</summary>
internal static class DurableFile
{
    /// <summary>Writes beside, then renames: nobody sees half a file. What is there is replaced.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        File.Move(await BesideAsync(path, bytes, cancel), path, overwrite: true);

    /// <summary>The same, but what is there stays.</summary>
    public static async Task WriteNewAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var beside = await BesideAsync(path, bytes, cancel);
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    private static async Task<string> BesideAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var beside = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(beside, options);
        await file.WriteAsync(bytes, cancel);
        file.Flush(flushToDisk: true);
        return beside;
    }
}
