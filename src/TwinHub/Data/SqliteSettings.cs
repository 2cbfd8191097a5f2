using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TwinHub.Data;

/// <summary>
/// What SQLite forgets with each of its connections: deleted bytes are overwritten, another process's lock is waited for. A commit is in the log when it returns,
/// and on disk when <see cref="LogSync"/> has said so: saves wait for it after their turn, so that one write to the disk carries many of them.
/// </summary>
internal sealed class SqliteSettings(LogSync sync) : DbConnectionInterceptor, IDbTransactionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 30000;"; // the log is emptied into the database at 32 MiB: many acts change the same pages
    private static readonly ConditionalWeakTable<object, object> Known = []; // connections of the pool that have them

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection)) return;
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection)) return;
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A transaction that a slice began itself; those of the journal wait after their turn.</summary>
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Context is TwinHubDb { SyncsLater: true } ? Task.CompletedTask : sync.DurableAsync();

    private static bool IsNew(DbConnection connection) => Known.TryAdd(((SqliteConnection)connection).Handle!, Known);

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }
}
