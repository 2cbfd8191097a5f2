using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>The key with which this record signs its tree heads: a file in the data folder that only its owner reads, made at first use.</summary>
public sealed class LogKey(Store store) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private NoteSigner? signer;

    private string FilePath => Path.Combine(store.Folder, "journal.key");

    public void Dispose()
    {
        signer?.Dispose();
        gate.Dispose();
    }

    /// <param name="origin">Name of the log: the region's code.</param>
    /// <param name="cancel">Leaves no half key.</param>
    /// <exception cref="FormatException">The file is not such a key.</exception>
    public async Task<NoteSigner> OfAsync(string origin, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            return signer ??= File.Exists(FilePath) ? NoteSigner.Import(origin, NoteKeyKind.Log, await File.ReadAllBytesAsync(FilePath, cancel)) : await MakeAsync(origin, cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<NoteSigner> MakeAsync(string origin, CancellationToken cancel)
    {
        using var made = NoteSigner.Create(origin, NoteKeyKind.Log);
        await DurableFile.WriteNewAsync(FilePath, made.ExportPkcs8(), cancel); // of two that make it at once one stays
        return NoteSigner.Import(origin, NoteKeyKind.Log, await File.ReadAllBytesAsync(FilePath, cancel));
    }
}
