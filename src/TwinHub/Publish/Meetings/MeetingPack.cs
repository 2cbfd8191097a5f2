using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TwinHub.Core.Regions;

namespace TwinHub.Publish.Meetings;

/// <summary>What a folder of prepared papers says of itself (<c>manifest.json</c>): on which record it rests, and every file with its digest. No moment: the same record gives the same bytes.</summary>
/// <param name="Meeting">Code of the meeting.</param>
/// <param name="List">Code of the list reported on.</param>
/// <param name="Revision">Its adopted revision.</param>
/// <param name="AsOf">Day that the papers go by.</param>
public sealed record MeetingPack(string Meeting, string List, int Revision, DateOnly AsOf)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file for people too: Chinese as Chinese
        WriteIndented = true,
        NewLine = "\n",
    };

    public int Format { get; init; } = 1;
    /// <summary>The meeting's name by language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }
    public string? NextList { get; init; }
    public required PackRecord Journal { get; init; }
    /// <summary>Build that wrote the files: another one may write other words.</summary>
    public required Guid Program { get; init; }
    public required bool Sample { get; init; }
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
    /// <summary>Texts of the record that a language lacks, as often as its papers show one.</summary>
    public required IReadOnlyDictionary<string, int> Untranslated { get; init; }
    public required IReadOnlyList<PackFile> Files { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Null: nothing was prepared in the folder, or not to the end.</summary>
    public static MeetingPack? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<MeetingPack>(File.ReadAllBytes(file), Json);
        }
        catch (JsonException)
        {
            return null; // of another format: the papers are made anew
        }
    }

    /// <summary>True when every file is there as it was written.</summary>
    public bool IsWhole(string folder) => Files.All(f => f.IsIn(folder));
}

/// <summary>The record at the time: entries of the journal, and the root of their tree.</summary>
public sealed record PackRecord(long Size, string Root);

/// <summary>One paper in one language and format.</summary>
/// <param name="Path">From the pack's folder, with /.</param>
/// <param name="Paper">Number of the paper.</param>
public sealed record PackFile(string Path, string Language, int Paper, Class Class, long Bytes, string Sha256)
{
    /// <summary>The end of its name, without the dot.</summary>
    public string Extension() => System.IO.Path.GetExtension(Path)[1..];

    public string In(string folder) => System.IO.Path.Combine(folder, Path.Replace('/', System.IO.Path.DirectorySeparatorChar));

    internal bool IsIn(string folder) => File.Exists(In(folder)) && Digest(File.ReadAllBytes(In(folder))) == Sha256;

    internal static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
