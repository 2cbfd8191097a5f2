namespace TwinHub.Regions.Packs;

/// <summary>The files of a pack, opened only when they are plain files within the limits.</summary>
internal sealed class PackFolder
{
    public const string RegionFile = "region.yaml";
    public const string AreasFile = "areas.geojson";
    public const string LinesFile = "project_lines.geojson";
    private const string WordsBegin = "words.", WordsEnd = ".txt";
    private readonly Dictionary<string, FileInfo> files;
    private readonly FaultList faults;

    private PackFolder(IEnumerable<FileInfo> files, FaultList faults) =>
        (this.files, this.faults) = (files.ToDictionary(f => f.Name, StringComparer.Ordinal), faults);

    /// <summary>Null when there is no such folder or it is too large; that is told.</summary>
    public static PackFolder? Open(string folder, FaultList faults)
    {
        if (List(folder) is not { } entries) return Refuse(faults, "pack.folder", ("path", folder));
        if (entries.Count > PackLimits.Entries) return Refuse(faults, "pack.entries", ("limit", PackLimits.Entries));
        foreach (var entry in entries) TellUnknown(entry, faults);
        List<FileInfo> known = [.. entries.OfType<FileInfo>().Where(f => IsKnown(f.Name))];
        var bytes = known.Where(f => f.LinkTarget is null && f.Length <= PackLimits.FileBytes).Sum(f => f.Length);
        return bytes > PackLimits.PackBytes ? Refuse(faults, "pack.size", ("limit", Mebibytes(PackLimits.PackBytes))) : new PackFolder(known, faults);
    }

    /// <summary>The bytes of a file as UTF-8 text; null where it is absent, which only a required file must not be, or cannot be read.</summary>
    public byte[]? Text(string name, bool required, long limit = PackLimits.FileBytes)
    {
        if (!files.TryGetValue(name, out var file)) return required ? Refuse(name, "file.missing") : null;
        if (file.LinkTarget is not null) return Refuse(name, "file.link");
        if (file.Length > limit) return Refuse(name, "file.size", ("limit", Mebibytes(limit)));
        if (file.Length == 0) return Refuse(name, "file.empty"); // pipes and devices have no length either: they are never opened
        return Bytes(file, limit) is { } bytes && Utf8Text.IsWhole(bytes, name, faults) ? bytes : null;
    }

    /// <summary>Languages for which the pack brings sentences of the interface.</summary>
    public IEnumerable<string> WordLanguages => files.Keys.Where(IsWords).Select(n => n[WordsBegin.Length..^WordsEnd.Length]).Order(StringComparer.Ordinal);

    public static string WordsFile(string language) => WordsBegin + language + WordsEnd;

    public bool Has(string name) => files.ContainsKey(name);

    private byte[]? Bytes(FileInfo file, long limit)
    {
        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[Math.Min(stream.Length, limit)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(file.Name, "file.unreadable");
        }
    }

    private static List<FileSystemInfo>? List(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Take(PackLimits.Entries + 1)] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TellUnknown(FileSystemInfo entry, FaultList faults)
    {
        if (entry is FileInfo && (IsKnown(entry.Name) || IsDocument(entry.Name))) return;
        faults.Add(new FaultPlace(entry.Name), "file.unknown");
    }

    private static bool IsKnown(string name) => name is RegionFile or AreasFile or LinesFile || IsWords(name) || PackFormat.Current.Tables.Any(t => t.File == name);

    private static bool IsWords(string name) =>
        name.StartsWith(WordsBegin, StringComparison.Ordinal) && name.EndsWith(WordsEnd, StringComparison.Ordinal) && name.Length > WordsBegin.Length + WordsEnd.Length;

    private static bool IsDocument(string name) => name == "LICENSE" || name.EndsWith(".md", StringComparison.Ordinal);

    private static string Mebibytes(long bytes) => $"{bytes / 1024 / 1024} MiB";

    private static PackFolder? Refuse(FaultList faults, string code, (string, object) value)
    {
        faults.Add(new FaultPlace(""), code, value);
        return null;
    }

    private byte[]? Refuse(string name, string code, params ReadOnlySpan<(string, object)> values)
    {
        faults.Add(new FaultPlace(name), code, values);
        return null;
    }
}
