using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>One entry of an act before it has an index.</summary>
internal sealed record PreparedEntry(Act Act, string? Audience, (DateTimeOffset At, DateOnly On) When, byte[] Body)
{
    public Hash LeafHash { get; } = Hash.OfLeaf(Body);
    public required IReadOnlyList<JournalValue> Values { get; init; }
    /// <summary>Codes of the records that it touches.</summary>
    public required IReadOnlyList<string> Touches { get; init; }
}

/// <summary>The entries of an act: one for each audience that it touches.</summary>
internal sealed record PreparedAct(IReadOnlyList<PreparedEntry> Entries, IReadOnlyList<string> Expunges)
{
    public static async Task<PreparedAct> OfAsync(TwinHubDb db, Act act, ((DateTimeOffset At, DateOnly On) When, ConcurrentDictionary<Guid, string> ItemCodes) known, CancellationToken cancel)
    {
        var belonging = await Belonging.OfAsync(db, known.ItemCodes, cancel);
        var groups = new SortedDictionary<string, List<ChangedRow>>(StringComparer.Ordinal); // "": joint
        foreach (var entry in db.ChangeTracker.Entries().Where(e => JournalModel.IsJournaled(e.Metadata)))
        {
            var place = belonging.Of(entry);
            if (entry.State is EntityState.Unchanged && !place.Opens) continue;
            if (!groups.TryGetValue(place.Audience ?? "", out var rows)) groups[place.Audience ?? ""] = rows = [];
            rows.Add(new(entry, place));
        }

        if (groups.Count == 0) groups[act.Audience ?? ""] = []; // an act that moves no row is still said
        if (act.Bulk.Count > 0) groups.TryAdd("", []);
        return new([.. groups.Select(g => Entry(act, g.Key.Length == 0 ? null : g.Key, known.When, g.Value))], act.Expunges);
    }

    private static PreparedEntry Entry(Act act, string? audience, (DateTimeOffset At, DateOnly On) when, List<ChangedRow> rows)
    {
        var values = new List<JournalValue>();
        var body = new EntryBody(values).Write(act, audience, when, rows);
        return new(act, audience, when, body) { Values = values, Touches = Touched(rows.Select(r => r.Place.Of), act.Subject, act.Touches) };
    }

    /// <summary>Codes that an entry touches: of its rows' records, its subject, and what the act names beside them.</summary>
    public static IReadOnlyList<string> Touched(IEnumerable<string?> records, string subject, IEnumerable<string> more) =>
        [.. records.Append(subject).Concat(more).Where(c => !string.IsNullOrEmpty(c)).OfType<string>().Distinct(StringComparer.Ordinal)];
}
