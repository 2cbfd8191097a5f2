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
    private const string Entries = "\"Journal\" (\"Index\", \"RecordedAt\", \"EffectiveOn\", \"Audience\", \"Act\", \"Account\", \"Party\", \"Subject\", \"Body\", \"LeafHash\")";
    private const string Touches = "\"JournalTouches\" (\"Index\", \"Code\")", Values = "\"JournalValues\" (\"Digest\", \"Index\", \"Salt\", \"Value\")";
    private static readonly UtcMoment Moment = new();
    private readonly DbConnection connection = db.Database.GetDbConnection();
    private readonly List<object?[]> entries = [], touches = [], values = [];

    /// <summary>SQLite's transaction holds the only write lock; PostgreSQL locks the row until the commit.</summary>
    public async Task<Frontier> LockHeadAsync(CancellationToken cancel)
    {
        await using var command = Command($"SELECT \"Frontier\" FROM \"JournalHead\" WHERE \"Id\" = 1{(db is PostgresDb ? " FOR UPDATE" : "")}");
        return Frontier.Read((byte[])(await command.ExecuteScalarAsync(cancel) ?? throw new InvalidOperationException("The record has no head row.")));
    }

    public void Add(PreparedEntry entry, long index)
    {
        var act = entry.Act;
        entries.Add([index, Moment.ConvertToProvider(entry.When.At), entry.When.On, entry.Audience, act.Name, act.Actor.Account, act.Actor.Party, act.Subject, entry.Body, entry.LeafHash.ToBytes()]);
        touches.AddRange(entry.Touches.Select(c => new object?[] { index, c }));
        values.AddRange(entry.Values.Select(v => new object?[] { v.Digest, index, v.Salt, v.Value }));
    }

    /// <summary>All that was added, and the head that it leads to: of an ordinary act in one command to the server. SQLite, which is no way off, looks up each value in each statement of a command.</summary>
    public async Task WriteAsync(Frontier frontier, CancellationToken cancel)
    {
        var (sql, parameters) = (new StringBuilder(), new List<object?>());
        foreach (var (into, rows) in new[] { (Entries, entries), (Touches, touches), (Values, values) })
        {
            foreach (var chunk in rows.Chunk(rows.Count == 0 ? 1 : MostParameters / rows[0].Length))
            {
                if (parameters.Count > 0 && (db is SqliteDb || parameters.Count + (chunk.Length * chunk[0].Length) > MostParameters)) await FlushAsync(sql, parameters, cancel);
                Append(sql, parameters, (into, chunk));
            }
        }

        if (db is SqliteDb) await FlushAsync(sql, parameters, cancel);
        sql.Append(CultureInfo.InvariantCulture, $"UPDATE \"JournalHead\" SET \"Size\" = @p{parameters.Count}, \"Frontier\" = @p{parameters.Count + 1} WHERE \"Id\" = 1");
        parameters.AddRange([frontier.Size, frontier.ToBytes()]);
        await FlushAsync(sql, parameters, cancel);
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

    private async Task FlushAsync(StringBuilder sql, List<object?> parameters, CancellationToken cancel)
    {
        await using var command = Command(sql.ToString(), [.. parameters]);
        await command.ExecuteNonQueryAsync(cancel);
        sql.Clear();
        parameters.Clear();
    }

    /// <summary>INSERT INTO … VALUES (@p0, @p1), (@p2, @p3) …</summary>
    private static void Append(StringBuilder sql, List<object?> parameters, (string Into, object?[][] Rows) insert)
    {
        sql.Append("INSERT INTO ").Append(insert.Into).Append(" VALUES ");
        foreach (var row in insert.Rows)
        {
            for (var i = 0; i < row.Length; i++) sql.Append(i == 0 ? "(@p" : ", @p").Append(CultureInfo.InvariantCulture, $"{parameters.Count + i}");
            sql.Append("), ");
            parameters.AddRange(row);
        }

        sql.Length -= 2;
        sql.Append("; ");
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
