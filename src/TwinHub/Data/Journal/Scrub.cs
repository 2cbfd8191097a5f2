using Microsoft.EntityFrameworkCore;

namespace TwinHub.Data.Journal;

/// <summary>Writes the database anew without what was deleted: overwriting in place leaves remnants where pages were split, and in the log.</summary>
internal static class Scrub
{
    private const int Attempts = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Task RunAsync(TwinHubDb db, IReadOnlyCollection<string> tables, CancellationToken cancel) => db is SqliteDb ? SqliteAsync(db, cancel) : PostgresAsync(db, tables, cancel);

    private static async Task SqliteAsync(TwinHubDb db, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync("VACUUM", cancel);
        for (var attempt = 0; attempt < Attempts && !await IsEmptiedAsync(db, cancel); attempt++) await Task.Delay(Pause, cancel); // a reader holds the log
    }

    private static async Task<bool> IsEmptiedAsync(TwinHubDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) && reader.GetInt64(0) == 0;
    }

    private static async Task PostgresAsync(TwinHubDb db, IReadOnlyCollection<string> tables, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"VACUUM FULL {table}";
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
