using System.Text;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Signs how many entries the journal has and their root, as a C2SP checkpoint. It signs only what continues the last head that it signed.</summary>
public sealed class SignTreeHead(TwinHubDb db, Store store, LogKey key)
{
    private const int PageRows = 10_000;

    /// <param name="Checkpoint">Origin, size and root.</param>
    /// <param name="Note">The signed text, as it is sent and kept.</param>
    /// <param name="Key">Public key, name+id+base64: give it by another way than the note.</param>
    public sealed record Signed(Checkpoint Checkpoint, string Note, string Key);

    private string LastPath => Path.Combine(store.Folder, "journal.head");

    /// <exception cref="RefusedException"><c>journal.forked</c>: the entries that were signed last are not the first ones of this journal; <c>region.not-founded</c>.</exception>
    public async Task<Signed> HandleAsync(CancellationToken cancel)
    {
        var outer = db.Database.CurrentTransaction;
        await using var snapshot = outer is null ? await Snapshot.BeginAsync(db, cancel) : null;
        var origin = await db.Regions.AsNoTracking().Select(r => r.Code).FirstOrDefaultAsync(cancel) ?? throw new RefusedException(Refusal.Of("region.not-founded"));
        var head = Frontier.Read(await db.JournalHead.AsNoTracking().Select(h => h.Frontier).SingleAsync(cancel));
        await store.Sync.DurableAsync(); // what is signed must not be lost
        var last = File.Exists(LastPath) ? Frontier.Read(await File.ReadAllBytesAsync(LastPath, cancel)) : new Frontier();
        RefusedException.ThrowIf(await ContinuesAsync(last, head, cancel) ? null : Refusal.Of("journal.forked", last.Size));
        var signer = await key.OfAsync(origin, cancel);
        await DurableFile.WriteAsync(LastPath, head.ToBytes(), cancel); // before the signature leaves the house
        var checkpoint = new Checkpoint(origin, head.Head());
        return new(checkpoint, Encoding.UTF8.GetString(new SignedNote(checkpoint.ToString(), signer.Sign(checkpoint.ToString())).ToBytes()), signer.Key.ToString());
    }

    /// <summary>Whether the head is the last one with the entries after it appended.</summary>
    private async Task<bool> ContinuesAsync(Frontier last, Frontier head, CancellationToken cancel)
    {
        while (last.Size < head.Size)
        {
            var from = last.Size;
            var leaves = await db.Journal.AsNoTracking().Where(e => e.Index >= from && e.Index < head.Size).OrderBy(e => e.Index).Take(PageRows).Select(e => e.LeafHash).ToListAsync(cancel);
            foreach (var leaf in leaves) last.Append(new Hash(leaf));
            if (leaves.Count == 0) return false;
        }

        return last.Size == head.Size && last.Root() == head.Root();
    }
}
