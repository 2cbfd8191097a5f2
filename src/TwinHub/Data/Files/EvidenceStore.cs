using System.Security.Cryptography;
using TwinHub.Core;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data.Journal;

namespace TwinHub.Data.Files;

/// <summary>A file that came with a form.</summary>
/// <param name="Name">As the sender named it; only its last part is kept.</param>
/// <param name="Class">Who may see it, asked before it was sent.</param>
public sealed record Upload(string Name, Stream Content, Class Class);

/// <summary>Keeps files under their SHA-256, each content once: <c>files/ab/abcd…</c>.</summary>
public sealed class EvidenceStore(TwinHubDb db, Store store, TimeProvider clock, ReferenceCache references, Actor actor)
{
    public const long MostBytes = 64L << 20;
    private const int MostNameChars = 200;

    /// <summary>Takes the file in as evidence of <paramref name="subject"/>. The caller saves, under its act.</summary>
    /// <exception cref="RefusedException"><c>class.above-ceiling</c>, <c>actor.role</c>, <c>evidence.empty</c>, <c>evidence.too-large</c>.</exception>
    public async Task<EvidenceFile> BringAsync(Upload upload, string subject, CancellationToken cancel)
    {
        var ceiling = (await references.GetAsync(cancel))!.Region.Ceiling;
        RefusedException.ThrowIf(EvidenceFile.WhyNotBring(actor, upload.Class, ceiling));
        var (sha, size, type) = await KeepAsync(upload.Content, cancel);
        var file = new EvidenceFile
        {
            Id = Keys.New(),
            Sha256 = sha,
            Name = CleanName(upload.Name),
            ContentType = type,
            Size = size,
            Class = upload.Class,
            Party = actor.Party,
            Subject = subject,
            By = actor.Account,
            At = clock.GetUtcNow(),
        };
        db.Evidence.Add(file);
        return file;
    }

    public string PathOf(string sha256) => new EvidenceFolder(store).PathOf(sha256);

    /// <summary>The content; null where it is not held.</summary>
    public Stream? Open(string sha256) => File.Exists(PathOf(sha256)) ? File.OpenRead(PathOf(sha256)) : null;

    /// <summary>Whether the content that lies there still has this digest; null: it is not held.</summary>
    public async Task<bool?> CheckAsync(string sha256, CancellationToken cancel)
    {
        await using var content = Open(sha256);
        return content is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == sha256;
    }

    private async Task<(string Sha256, long Size, string Type)> KeepAsync(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(store.Files);
        var waiting = Path.Combine(store.Files, $"{Keys.New():N}.part");
        try
        {
            var (sha, size, type) = await WriteAsync(content, waiting, cancel);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha))!);
            if (!File.Exists(PathOf(sha))) File.Move(waiting, PathOf(sha), overwrite: true);
            return (sha, size, type);
        }
        finally
        {
            File.Delete(waiting);
        }
    }

    private static async Task<(string Sha256, long Size, string Type)> WriteAsync(Stream content, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        await content.CopyToAsync(file, cancel);
        RefusedException.ThrowIf(file.Length == 0 ? Refusal.Of("evidence.empty") : file.Length > MostBytes ? Refusal.Of("evidence.too-large") : null);
        file.Position = 0;
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        var type = FileKinds.Of(file);
        file.Flush(flushToDisk: true); // the row that names it must never outlive it
        return (sha, file.Length, type);
    }

    private static string CleanName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]).Trim().TrimStart('.');
        return clean.Length == 0 ? "file" : clean.Length <= MostNameChars ? clean : string.Concat(clean.AsSpan(0, MostNameChars - 10), Path.GetExtension(clean) is { Length: < 10 } ending ? ending : "");
    }
}
