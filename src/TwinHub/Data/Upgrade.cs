using Microsoft.EntityFrameworkCore;
using TwinHub.Core;

namespace TwinHub.Data;

/// <summary>
/// Brings the tables of a record to this version of the program, or leaves them as they are. The library's own lock on SQLite is a row that stays when a
/// process is killed over it, and would be waited for without end; so those who upgrade a folder take turns at a file, which the system frees, and sweep that row.
/// </summary>
internal static class Upgrade
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <exception cref="RefusedException">
    /// <c>record.unversioned</c>: tables of a time before versions; <c>record.newer</c>: a later version of the program made them. Nothing is changed.
    /// </exception>
    public static async Task RunAsync(TwinHubDb db, string turnFile, CancellationToken cancel)
    {
        if (await IsCurrentAsync(db, cancel)) return;
        await using IAsyncDisposable turn = db is SqliteDb ? await TurnAsync(turnFile, cancel) : await PostgresTurn.TakeAsync(db, cancel);
        if (await IsCurrentAsync(db, cancel)) return;
        if (db is SqliteDb && await HasAsync(db, "__EFMigrationsLock", cancel)) await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock";""", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private static async Task<bool> IsCurrentAsync(TwinHubDb db, CancellationToken cancel)
    {
        var (known, applied) = (db.Database.GetMigrations().ToList(), (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList());
        if (applied.Except(known).LastOrDefault() is { } later) throw new RefusedException(Refusal.Of("record.newer", later));
        if (applied.Count == 0 && await db.Database.CanConnectAsync(cancel) && await HasAsync(db, "JournalHead", cancel)) throw new RefusedException(Refusal.Of("record.unversioned"));
        return applied.Count == known.Count;
    }

    private static async Task<bool> HasAsync(TwinHubDb db, string table, CancellationToken cancel)
    {
        var found = db is SqliteDb ? db.Database.SqlQuery<string>($"""SELECT name AS "Value" FROM sqlite_master WHERE type = 'table' AND name = {table}""")
            : db.Database.SqlQuery<string>($"""SELECT tablename::text AS "Value" FROM pg_tables WHERE schemaname = current_schema() AND tablename = {table}""");
        return await found.AnyAsync(cancel);
    }

    private static async Task<FileStream> TurnAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Between, cancel); // another process upgrades it
            }
        }
    }

    /// <summary>The library locks for one migration at a time: of two that start at once, the second would do the next one again. So they take turns for all of them.</summary>
    private sealed class PostgresTurn(TwinHubDb db) : IAsyncDisposable
    {
        public static async Task<PostgresTurn> TakeAsync(TwinHubDb db, CancellationToken cancel)
        {
            await db.Database.OpenConnectionAsync(cancel); // the turn is the session's
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(hashtext('twinhub upgrade'))", cancel);
            return new(db);
        }

        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(hashtext('twinhub upgrade'))");
            await db.Database.CloseConnectionAsync();
        }
    }
}
