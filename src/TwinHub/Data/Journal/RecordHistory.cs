using TwinHub.Core.Parties;

namespace TwinHub.Data.Journal;

/// <summary>What one act did to one record.</summary>
/// <param name="Index">Index of the entry.</param>
/// <param name="RecordedAt">Real time of the act.</param>
/// <param name="EffectiveOn">The fact's day.</param>
/// <param name="Audience">Party that alone sees it; null: all.</param>
/// <param name="Act">Stable word.</param>
/// <param name="Account">Who.</param>
/// <param name="Party">Party of the account; empty: the founding.</param>
/// <param name="Subject">Code that the act is about.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Rows">Rows of this record.</param>
public sealed record HistoryEntry(
    long Index, DateTimeOffset RecordedAt, DateOnly EffectiveOn, string? Audience, string Act, Guid Account, string Party, string Subject, ReadValue? Reason, IReadOnlyList<HistoryRow> Rows);

/// <summary>One row in one act: added, changed, deleted or opened.</summary>
public sealed record HistoryRow(string Entity, string Key, string Op, IReadOnlyList<HistoryChange> Changes);

/// <summary>One property in one act. <paramref name="Before"/> is null where nothing stood that the reader may see.</summary>
public sealed record HistoryChange(string Property, ReadValue? Before, ReadValue? After);

/// <summary>Every act on a record that the actor may see, newest first.</summary>
public sealed class RecordHistory(TwinHubDb db)
{
    public async Task<IReadOnlyList<HistoryEntry>> HandleAsync(string code, Actor actor, CancellationToken cancel)
    {
        var entries = await RecordEntries.OfAsync(db, db.Journal.VisibleTo(actor), code, cancel);
        var (state, history) = (new ReplayState(), new List<HistoryEntry>());
        foreach (var (entry, text) in entries.Entries)
        {
            history.Add(new(entry.Index, entry.RecordedAt, entry.EffectiveOn, entry.Audience, entry.Act, entry.Account, entry.Party, entry.Subject, entries.Reason(text), [.. text.Rows.Select(r => Row(entries, state, r))]));
        }

        history.Reverse();
        return history;
    }

    private static HistoryRow Row(RecordEntries entries, ReplayState state, SaidRow row)
    {
        var before = state.Rows(row.Entity).GetValueOrDefault(row.Key) ?? [];
        var changes = row.Op == "deleted"
            ? before.Select(v => new HistoryChange(v.Key, entries.Value(row.Entity, v.Key, v.Value), null)).ToList()
            : [.. row.Values.Select(v => new HistoryChange(v.Property, Before(entries, row, v, before), entries.Value(row.Entity, v.Property, v.After)))];
        state.Take(row);
        return new(row.Entity, row.Key, row.Op, changes);
    }

    private static ReadValue? Before(RecordEntries entries, SaidRow row, SaidChange change, Dictionary<string, Said> before) =>
        change.Before is { } said ? entries.Value(row.Entity, change.Property, said)
        : before.TryGetValue(change.Property, out var stood) ? entries.Value(row.Entity, change.Property, stood)
        : null;
}
