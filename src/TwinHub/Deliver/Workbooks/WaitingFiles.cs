using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Keeps a checked workbook until its sender confirms it: by account, for a day.</summary>
public sealed class WaitingFiles(Store store, Actor actor, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(store.Folder, "waiting", actor.Account.ToString("N"));

    public async Task<string> KeepAsync(byte[] file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < clock.GetUtcNow().UtcDateTime - Kept)) File.Delete(old);
        var name = Keys.New().ToString("N");
        await File.WriteAllBytesAsync(Path.Combine(Folder, name), file, cancel);
        return name;
    }

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancel) =>
        Guid.TryParseExact(name, "N", out _) && File.Exists(Path.Combine(Folder, name)) ? await File.ReadAllBytesAsync(Path.Combine(Folder, name), cancel) : null;

    public void Forget(string name) => File.Delete(Path.Combine(Folder, Guid.ParseExact(name, "N").ToString("N")));
}
