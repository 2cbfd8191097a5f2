using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Saves the state and the entries of an act in one transaction. The index is taken last, from one locked head row, so that several nodes keep one gap-free order.</summary>
public sealed class JournalWriter(TimeProvider clock, Today today)
{
    public async Task<int> SaveAsync(TwinHubDb db, Act? act, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var audiences = new Audience(db);
        var changes = Changes(db, audiences);
        if (changes.Count == 0 && act is null) return await save(true, cancel);
        if (act is null) throw new InvalidOperationException($"{changes[0].Metadata.Name} changed without an act.");
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var entries = Entries(db, act, changes, audiences);
        var rows = await save(false, cancel);
        db.ChangeTracker.AcceptAllChanges();
        await AppendAsync(db, entries, save, cancel);
        if (own is not null) await own.CommitAsync(cancel);
        return rows;
    }

    private static List<EntityEntry> Changes(TwinHubDb db, Audience audiences)
    {
        var entries = db.ChangeTracker.Entries().Where(e => JournalModel.IsJournaled(e.Metadata)).ToList();
        return entries.FindAll(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || (e.State == EntityState.Unchanged && audiences.Opens(e)));
    }

    /// <summary>The act's entries before they have an index: one for each audience that it touches.</summary>
    private List<(JournalEntry Entry, IReadOnlyList<string> Touches)> Entries(TwinHubDb db, Act act, List<EntityEntry> changes, Audience audiences)
    {
        var (at, on, values) = (clock.GetUtcNow(), act.EffectiveOn ?? today.Day, new List<JournalValue>());
        var groups = changes.GroupBy(e => audiences.Of(e) ?? "").ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        if (groups.Count == 0) groups[""] = []; // an act that moves no row is still said
        var entries = groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(group =>
        {
            var audience = group.Key.Length == 0 ? null : group.Key;
            var body = new EntryBody(audiences, values).Write(act, audience, (at, on), group.Value);
            return (Entry: Entry(act, audience, (at, on), body), Touches: Touched(act, group.Value));
        }).ToList();
        db.JournalValues.AddRange(values);
        return entries;
    }

    private static JournalEntry Entry(Act act, string? audience, (DateTimeOffset At, DateOnly On) when, byte[] body) => new()
    {
        Index = -1,
        RecordedAt = when.At,
        EffectiveOn = when.On,
        Audience = audience,
        Act = act.Name,
        Account = act.Actor.Account,
        Party = act.Actor.Party,
        Subject = act.Subject,
        Body = body,
        LeafHash = Hash.OfLeaf(body).ToBytes(),
    };

    private static IReadOnlyList<string> Touched(Act act, List<EntityEntry> changes) =>
        [.. changes.Select(Code).OfType<string>().Append(act.Subject).Concat(act.Touches).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string? Code(EntityEntry entry) =>
        entry.Metadata.FindProperty("Code") is not null ? entry.Property("Code").CurrentValue as string : null;

    private static async Task AppendAsync(TwinHubDb db, List<(JournalEntry Entry, IReadOnlyList<string> Touches)> entries, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        var head = await LockHeadAsync(db, cancel);
        var frontier = Frontier.Read(head.Frontier);
        foreach (var (entry, touches) in entries)
        {
            var placed = entry.At(frontier.Size);
            frontier.Append(new Hash(placed.LeafHash));
            db.Journal.Add(placed);
            db.JournalTouches.AddRange(touches.Select(code => new JournalTouch { Index = placed.Index, Code = code }));
        }

        (head.Size, head.Frontier) = (frontier.Size, frontier.ToBytes());
        await save(true, cancel);
    }

    private static async Task<JournalHead> LockHeadAsync(TwinHubDb db, CancellationToken cancel)
    {
        foreach (var stale in db.ChangeTracker.Entries<JournalHead>().ToList()) stale.State = EntityState.Detached;
        var heads = db is PostgresDb ? db.JournalHead.FromSql($"""SELECT * FROM "JournalHead" FOR UPDATE""") : db.JournalHead; // SQLite's transaction holds the only write lock
        return await heads.SingleAsync(cancel);
    }
}
