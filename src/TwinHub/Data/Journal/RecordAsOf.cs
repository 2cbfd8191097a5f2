using TwinHub.Core.Parties;

namespace TwinHub.Data.Journal;

/// <summary>One row as it stood. What <paramref name="Values"/> does not name was null.</summary>
public sealed record StoodRow(string Entity, string Key, IReadOnlyDictionary<string, ReadValue> Values);

/// <summary>A record as the actor could have known it: on a day, by the days of the facts; or at a size of the journal, by what was recorded by then.</summary>
public sealed class RecordAsOf(TwinHubDb db)
{
    /// <summary>By the days on which facts hold, whenever they were recorded.</summary>
    public Task<IReadOnlyList<StoodRow>> OnAsync(string code, Actor actor, DateOnly day, CancellationToken cancel) =>
        ReadAsync(code, db.Journal.VisibleTo(actor).Where(e => e.EffectiveOn <= day), cancel);

    /// <summary>By the entries below a size: what a tree head of that size signs.</summary>
    public Task<IReadOnlyList<StoodRow>> AtAsync(string code, Actor actor, long size, CancellationToken cancel) =>
        ReadAsync(code, db.Journal.VisibleTo(actor).Where(e => e.Index < size), cancel);

    private async Task<IReadOnlyList<StoodRow>> ReadAsync(string code, IQueryable<JournalEntry> visible, CancellationToken cancel)
    {
        var entries = await RecordEntries.OfAsync(db, visible, code, cancel);
        var state = new ReplayState();
        foreach (var row in entries.Entries.SelectMany(e => e.Text.Rows)) state.Take(row);
        return [.. state.Entities.SelectMany(entity => state.Rows(entity).OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => new StoodRow(entity, r.Key, r.Value.ToDictionary(v => v.Key, v => entries.Value(entity, v.Key, v.Value), StringComparer.Ordinal))))];
    }
}
