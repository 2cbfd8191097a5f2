using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TwinHub.Data.Journal;

/// <summary>One state of the whole record, to be read from beginning to end while others write.</summary>
internal static class Snapshot
{
    public static async Task<IAsyncDisposable> BeginAsync(TwinHubDb db, CancellationToken cancel)
    {
        if (db is PostgresDb) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true); // takes no write lock
        await db.Database.UseTransactionAsync(deferred, cancel);
        return new Deferred(db, deferred);
    }

    /// <summary>A transaction that was lent to the context is not ended by it.</summary>
    private sealed class Deferred(TwinHubDb db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
