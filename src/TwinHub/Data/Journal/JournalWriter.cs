using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using TwinHub.Data.Search;

namespace TwinHub.Data.Journal;

/// <summary>
/// Saves the state and the entries of an act in one transaction, or nothing. The index is taken last, from one locked head row,
/// so that several nodes keep one gap-free order. The context takes its changes for saved only when they are.
/// </summary>
public sealed class JournalWriter(TimeProvider clock, Today today, LogSync sync) : IDisposable
{
    private const int Attempts = 4;
    private readonly ConcurrentDictionary<Guid, string> itemCodes = new(); // a code never changes
    private readonly SemaphoreSlim sqliteGate = new(1, 1); // SQLite has one writer; those who wait here are served in order, those who wait there by luck

    public void Dispose() => sqliteGate.Dispose();

    /// <exception cref="InvalidOperationException">Journaled rows changed without an act, or the journal itself by other hands.</exception>
    /// <exception cref="RecordBusyException">Other saves were in the way each time. Nothing is saved, and it may be tried again.</exception>
    public async Task<int> SaveAsync(TwinHubDb db, Act? act, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false; // once is enough: every look at the tracked rows would do it again
        try
        {
            return await SaveDetectedAsync(db, act, save, cancel);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task<int> SaveDetectedAsync(TwinHubDb db, Act? act, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        SaveRules.Check(db, act);
        var writes = act is null ? null : await PreparedAct.OfAsync(db, act, ((clock.GetUtcNow(), act.EffectiveOn ?? today.Day), itemCodes), cancel);
        if (db.Database.CurrentTransaction is not null) return await WriteAsync(db, writes, save, cancel);
        var rows = await InTurnAsync(db, () => writes is null ? save(true, cancel) : CommitAsync(db, writes, save, cancel), cancel);
        await sync.DurableAsync(); // not cancelled: it is committed
        return rows;
    }

    private async Task<int> InTurnAsync(TwinHubDb db, Func<Task<int>> save, CancellationToken cancel)
    {
        var gate = db is SqliteDb ? sqliteGate : null;
        if (gate is not null) await gate.WaitAsync(cancel);
        db.SyncsLater = true;
        try
        {
            return await RetriedAsync(save);
        }
        finally
        {
            db.SyncsLater = false;
            gate?.Release();
        }
    }

    /// <summary>A deadlock or a lock that another node held too long: nothing was saved and the context still holds every change.</summary>
    private static async Task<int> RetriedAsync(Func<Task<int>> save)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await save();
            }
            catch (Exception e) when (IsBusy(e))
            {
                if (attempt == Attempts) throw new RecordBusyException(e);
            }
        }
    }

    private static bool IsBusy(Exception e) => e.GetBaseException() switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED,
        DbException { SqlState: "40001" or "40P01" or "55P03" } => true, // serialization failure, deadlock, lock not available
        _ => false,
    };

    private static async Task<int> CommitAsync(TwinHubDb db, PreparedAct writes, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var found = SearchChange.Of(db, writes.Entries.SelectMany(e => e.Touches));
        var rows = await save(false, cancel);
        await AppendAsync(db, writes, cancel);
        if (found is not null) await new SearchIndex(db).FollowAsync(found, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.AcceptAllChanges();
        return rows;
    }

    private static async Task<int> WriteAsync(TwinHubDb db, PreparedAct? writes, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        var found = writes is null ? null : SearchChange.Of(db, writes.Entries.SelectMany(e => e.Touches));
        var rows = await save(false, cancel);
        if (writes is not null) await AppendAsync(db, writes, cancel);
        if (found is not null) await new SearchIndex(db).FollowAsync(found, cancel);
        db.ChangeTracker.AcceptAllChanges();
        return rows;
    }

    private static async Task AppendAsync(TwinHubDb db, PreparedAct act, CancellationToken cancel)
    {
        var tables = new JournalTables(db);
        var frontier = await tables.LockHeadAsync(cancel);
        var first = frontier.Size;
        foreach (var entry in act.Entries)
        {
            tables.Add(entry, frontier.Size);
            frontier.Append(entry.LeafHash);
        }

        if (act.Expunges.Count > 0) await tables.ExpungeAsync(act.Expunges, first, cancel);
        await tables.WriteAsync(frontier, cancel);
    }
}

/// <summary>Other saves were in the way each time this one was tried. Nothing of it is saved.</summary>
public sealed class RecordBusyException(Exception inner) : Exception("The record is busy.", inner);
