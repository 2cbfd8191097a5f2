using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TwinHub.Core;

namespace TwinHub.Data;

/// <summary>Saving where two accounts may write at the same moment.</summary>
internal static class OneWriter
{
    /// <summary>Begins a transaction that holds the record's one write lock from the start: a number taken in it is taken once.</summary>
    public static async Task<IDbContextTransaction> BeginAsOnlyWriterAsync(this TwinHubDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel); // SQLite begins with the only write lock
        if (db is PostgresDb) _ = await db.JournalHead.FromSql($"""SELECT * FROM "JournalHead" FOR UPDATE""").AsNoTracking().ToListAsync(cancel);
        return transaction;
    }

    /// <summary>Saves, or says that somebody else was first.</summary>
    /// <exception cref="RefusedException"><c>record.changed</c>: the rows moved on since they were read.</exception>
    public static async Task SaveOrRefuseAsync(this TwinHubDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed is DbUpdateConcurrencyException || IsTaken(failed.InnerException))
        {
            throw new RefusedException(Refusal.Of("record.changed"));
        }
    }

    /// <summary>The next free code: the prefix and a number of four digits or more.</summary>
    public static async Task<string> NextCodeAsync(this IQueryable<string> codes, string prefix, CancellationToken cancel)
    {
        var taken = await codes.Where(c => c.StartsWith(prefix)).ToListAsync(cancel);
        var last = taken.Select(c => int.TryParse(c.AsSpan(prefix.Length), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{last + 1:0000}");
    }

    private static bool IsTaken(Exception? cause) =>
        cause is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 };
}
