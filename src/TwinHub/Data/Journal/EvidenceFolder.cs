using System.Security.Cryptography;

namespace TwinHub.Data.Journal;

/// <summary>Files of evidence, each once under its SHA-256.</summary>
public sealed class EvidenceFolder(Store store)
{
    /// <summary>Keeps a file whole on disk, before the act that speaks of it is saved.</summary>
    /// <returns>Its SHA-256, lower-case hexadecimal.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
        await DurableFile.WriteAsync(PathOf(sha256), bytes, cancel);
        return sha256;
    }

    public async Task<bool> HoldsAsync(string sha256, CancellationToken cancel)
    {
        if (!IsName(sha256) || !File.Exists(PathOf(sha256))) return false;
        await using var file = File.OpenRead(PathOf(sha256));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) == sha256;
    }

    /// <summary>Overwrites and removes it.</summary>
    /// <returns>False where it was not there.</returns>
    public async Task<bool> DestroyAsync(string sha256, CancellationToken cancel)
    {
        if (!IsName(sha256) || !File.Exists(PathOf(sha256))) return false;
        await using (var file = File.OpenWrite(PathOf(sha256)))
        {
            await file.WriteAsync(new byte[file.Length], cancel);
            file.Flush(flushToDisk: true);
        }

        File.Delete(PathOf(sha256));
        return true;
    }

    /// <summary><c>files/ab/abcd…</c>: a folder for each first two digits.</summary>
    public string PathOf(string sha256) => Path.Combine(store.Files, sha256[..2], sha256);

    /// <summary>Lower-case hexadecimal of a SHA-256, and no path.</summary>
    public static bool IsName(string sha256) => sha256.Length == 2 * SHA256.HashSizeInBytes && sha256.All(char.IsAsciiHexDigitLower);
}
