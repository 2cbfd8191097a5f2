using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;

namespace TwinHub.Data.Journal;

/// <summary>A text of a record as its entries say it last.</summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Value">The latest version that is still held; where none is, what is left of the latest.</param>
/// <param name="Versions">Versions still held.</param>
/// <param name="Audience">The party that alone sees it; null: every party sees a version.</param>
/// <param name="Index">Entry that wrote the latest.</param>
/// <param name="On">Day of the fact in that entry.</param>
public sealed record HeldText(ExpungeTarget Cell, ReadValue Value, int Versions, string? Audience, long Index, DateOnly On)
{
    public bool IsFile => Cell.Entity == nameof(EvidenceFile);
}

/// <summary>How far expunging one text would go.</summary>
public sealed class ExpungeReach
{
    private readonly ExpungeTexts texts;

    internal ExpungeReach(ExpungeTexts texts) => this.texts = texts;

    /// <summary>Texts beside the entries that say it: earlier versions, and repetitions in the record.</summary>
    public int Texts => texts.Held.Count;
    /// <summary>One of them was shown to every party: it takes every key.</summary>
    public bool IsJoint => texts.Held.Any(h => h.Audience is null);

    /// <summary>Whether what was written as a reason would keep what it is to destroy.</summary>
    public bool IsRepeatedIn(string written) => texts.IsRepeatedIn(written);
}

/// <summary>The texts of a record that can be expunged, as far as the actor sees them.</summary>
public sealed class RecordTexts(TwinHubDb db)
{
    /// <summary>Those that are still held, in the order of their entities and the newest first.</summary>
    public async Task<IReadOnlyList<HeldText>> ListAsync(string code, Actor actor, CancellationToken cancel) =>
        [.. (await AllAsync(code, actor, cancel)).Where(t => t.Versions > 0).OrderBy(t => t.Cell.Entity, StringComparer.Ordinal).ThenByDescending(t => t.Index)];

    /// <summary>One, held or expunged; null: there is none that the actor may see.</summary>
    public async Task<HeldText?> FindAsync(ExpungeTarget cell, Actor actor, CancellationToken cancel) =>
        (await AllAsync(cell.Record, actor, cancel)).FirstOrDefault(t => t.Cell == cell);

    /// <summary>Null: nothing is held there that the actor may see.</summary>
    public async Task<ExpungeReach?> ReachAsync(ExpungeTarget cell, Actor actor, CancellationToken cancel) =>
        await ExpungeTexts.OfAsync(db, db.Journal.VisibleTo(actor), cell, cancel) is { Held.Count: > 0 } texts ? new ExpungeReach(texts) : null;

    private async Task<IEnumerable<HeldText>> AllAsync(string code, Actor actor, CancellationToken cancel)
    {
        var entries = await RecordEntries.OfAsync(db, db.Journal.VisibleTo(actor), code, cancel);
        var said = from e in entries.Entries
                   from row in e.Text.Rows
                   from value in row.Values
                   where value.After.Digest is not null && (row.Entity != nameof(EvidenceFile) || value.Property == nameof(EvidenceFile.Name)) // a file goes with its name
                   let read = entries.Value(row.Entity, value.Property, value.After)
                   where !ExpungeTexts.IsMark(read.Text)
                   select (Cell: new ExpungeTarget(code, row.Entity, row.Key, value.Property), Value: read, e.Entry);
        return said.GroupBy(s => s.Cell).Select(g => Latest(g.Key, [.. g.Select(s => (s.Value, s.Entry))]));
    }

    private static HeldText Latest(ExpungeTarget cell, List<(ReadValue Value, JournalEntry Entry)> said)
    {
        var held = said.FindAll(s => s.Value.Text is not null);
        var (value, entry) = (held.Count > 0 ? held : said)[^1];
        return new(cell, value, held.Count, said.Exists(s => s.Entry.Audience is null) ? null : entry.Audience, entry.Index, entry.EffectiveOn);
    }
}
