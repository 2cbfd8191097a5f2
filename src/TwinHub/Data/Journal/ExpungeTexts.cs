using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;

namespace TwinHub.Data.Journal;

/// <summary>A text to be destroyed, wherever it stands in its record: every version that the cell had, and every cell of the record with one of their wordings.</summary>
internal sealed class ExpungeTexts
{
    private readonly List<(string Digest, string? Audience)> held = [];

    private ExpungeTexts() { }

    /// <summary>Stored forms, as tables hold them.</summary>
    public HashSet<string> Stored { get; } = new(StringComparer.Ordinal);
    /// <summary>What people read.</summary>
    public HashSet<string> Wordings { get; } = new(StringComparer.Ordinal);
    /// <summary>Digests under which they lie beside the entries, each with the audience of its entry.</summary>
    public IReadOnlyList<(string Digest, string? Audience)> Held => held;

    public static async Task<ExpungeTexts> OfAsync(TwinHubDb db, IQueryable<JournalEntry> visible, ExpungeTarget cell, CancellationToken cancel)
    {
        var (entries, texts) = (await RecordEntries.OfAsync(db, visible, cell.Record, cancel), new ExpungeTexts());
        var said = entries.Entries.SelectMany(e => e.Text.Rows.SelectMany(r => r.Values.Where(v => v.After.Digest is not null)
            .Select(v => (Row: r, v.Property, Digest: v.After.Digest!, Value: entries.Value(r.Entity, v.Property, v.After), e.Entry.Audience)))).Where(v => v.Value.Text is not null && !IsMark(v.Value.Text)).ToList();
        foreach (var value in said.Where(v => IsOf(cell, v.Row, v.Property))) texts.Wordings.UnionWith(WordingsOf(value.Value));
        foreach (var value in said.Where(v => texts.Wordings.Overlaps(WordingsOf(v.Value))))
        {
            texts.Stored.Add(value.Value.Text!);
            texts.held.Add((value.Digest, value.Audience));
        }

        return texts;
    }

    /// <summary>Whether a reason would keep what it is to destroy.</summary>
    public bool IsRepeatedIn(string written) => Wordings.Any(w => written.Contains(w, StringComparison.Ordinal));

    /// <summary>Whether this is what stands where a text was destroyed.</summary>
    public static bool IsMark(string? stored) => stored is not null && (stored == FreeText.Expunged || stored == LocalTextColumn.Write(LocalText.Expunged));

    /// <summary>A file of evidence goes with its name.</summary>
    private static bool IsOf(ExpungeTarget cell, SaidRow row, string property) =>
        row.Entity == cell.Entity && row.Key == cell.Key && (property == cell.Property || row.Entity == nameof(EvidenceFile));

    private static IEnumerable<string> WordingsOf(ReadValue value) =>
        value.Local is { } local ? local.Wordings.Values.Select(w => w.Text) : [value.Text!];
}
