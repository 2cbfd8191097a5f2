using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Writes the journal's own tables within the transaction of the save, past the change tracker: a save that fails leaves nothing of it behind.</summary>
internal sealed class JournalTables(TwinHubDb db)
{
    private const int MostParameters = 900;
    private readonly DbConnection connection = db.Database.GetDbConnection();

    /// <summary>SQLite's transaction holds the only write lock; PostgreSQL locks the row until the commit.</summary>
    public async Task<Frontier> LockHeadAsync(CancellationToken cancel)
    {
        await using var command = Command($"SELECT \"Frontier\" FROM \"JournalHead\" WHERE \"Id\" = 1{(db is PostgresDb ? " FOR UPDATE" : "")}");
        return Frontier.Read((byte[])(await command.ExecuteScalarAsync(cancel) ?? throw new InvalidOperationException("The record has no head row.")));
    }

    public async Task MoveHeadAsync(Frontier frontier, CancellationToken cancel)
    {
        await using var command = Command("UPDATE \"JournalHead\" SET \"Size\" = @p0, \"Frontier\" = @p1 WHERE \"Id\" = 1", frontier.Size, frontier.ToBytes());
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task InsertAsync(PreparedEntry entry, long index, CancellationToken cancel)
    {
        var (act, at) = (entry.Act, new UtcMoment().ConvertToProvider(entry.When.At));
        await InsertAsync("\"Journal\" (\"Index\", \"RecordedAt\", \"EffectiveOn\", \"Audience\", \"Act\", \"Account\", \"Party\", \"Subject\", \"Body\", \"LeafHash\")",
            [[index, at, entry.When.On, entry.Audience, act.Name, act.Actor.Account, act.Actor.Party, act.Subject, entry.Body, entry.LeafHash.ToBytes()]], cancel);
        await InsertAsync("\"JournalTouches\" (\"Index\", \"Code\")", [.. entry.Touches.Select(c => new object?[] { index, c })], cancel);
        await InsertAsync("\"JournalValues\" (\"Digest\", \"Index\", \"Salt\", \"Value\")", [.. entry.Values.Select(v => new object?[] { v.Digest, index, v.Salt, v.Value })], cancel);
    }

    /// <summary>Destroys texts and their salts.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One of them is gone already, or was never there.</exception>
    public async Task ExpungeAsync(IReadOnlyList<string> digests, long by, CancellationToken cancel)
    {
        foreach (var digest in digests)
        {
            await using var command = Command("UPDATE \"JournalValues\" SET \"Salt\" = '', \"Value\" = NULL, \"ExpungedBy\" = @p0 WHERE \"Digest\" = @p1 AND \"ExpungedBy\" IS NULL", by, digest);
            if (await command.ExecuteNonQueryAsync(cancel) != 1) throw new DbUpdateConcurrencyException("A text to be destroyed is not there any more.");
        }
    }

    private async Task InsertAsync(string into, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        foreach (var chunk in rows.Chunk(rows.Count == 0 ? 1 : MostParameters / rows[0].Length))
        {
            await using var command = Command($"INSERT INTO {into} VALUES {Places(chunk.Length, chunk[0].Length)}", [.. chunk.SelectMany(r => r)]);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>(@p0, @p1), (@p2, @p3) …</summary>
    private static string Places(int rows, int columns)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows * columns; i++) text.Append(CultureInfo.InvariantCulture, $"{(i % columns > 0 ? ", " : i > 0 ? "), (" : "(")}@p{i}");
        return text.Append(')').ToString();
    }

    private DbCommand Command(string sql, params object?[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i] ?? DBNull.Value);
            if (values[i] is null) parameter.DbType = System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
