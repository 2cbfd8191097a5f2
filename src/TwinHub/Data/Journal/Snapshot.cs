using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TwinHub.Data.Journal;

/// <summary>One state of the whole record, to be read from beginning to end while others write.</summary>
internal static class Snapshot
{
    public static async Task<IDbContextTransaction> BeginAsync(TwinHubDb db, CancellationToken cancel)
    {
        if (db is PostgresDb) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true); // takes no write lock
        return await db.Database.UseTransactionAsync(deferred, cancel) ?? throw new InvalidOperationException("No transaction.");
    }
}
