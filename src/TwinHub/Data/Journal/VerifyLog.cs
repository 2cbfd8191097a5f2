using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Reads the entries in their order, one at a time: their hashes, their columns, and what they say.</summary>
internal sealed class VerifyLog(TwinHubDb db, Differences differences)
{
    private const string Columns = "\"Index\", \"RecordedAt\", \"EffectiveOn\", \"Audience\", \"Act\", \"Account\", \"Party\", \"Subject\", \"Body\", \"LeafHash\"";
    private readonly List<long> touches = [];

    public Frontier Frontier { get; } = new();
    public ReplayState State { get; } = new();
    /// <summary>Every digest of a free text, and the entry that holds it.</summary>
    public Dictionary<Hash, long> Digests { get; } = [];
    /// <summary>Digests that were expunged, and the entry that did.</summary>
    public Dictionary<Hash, long> Expunged { get; } = [];
    public List<(long Entry, BulkFile File)> Bulk { get; } = [];

    public async Task RunAsync(IProgress<long>? progress, CancellationToken cancel)
    {
        await using var command = Command($"SELECT {Columns} FROM \"Journal\" ORDER BY \"Index\"");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            Take(reader);
            if (Frontier.Size % 10_000 == 0) progress?.Report(Frontier.Size);
        }
    }

    public async Task CheckHeadAsync(CancellationToken cancel)
    {
        await using var command = Command("SELECT \"Size\", \"Frontier\" FROM \"JournalHead\"");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) differences.Add(new("head.missing"));
        else if (reader.GetInt64(0) != Frontier.Size) differences.Add(new("head.size", Expected: Text(Frontier.Size), Found: Text(reader.GetInt64(0))));
        else if (!reader.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(Frontier.ToBytes())) differences.Add(new("head.root", Expected: Frontier.Root().ToBase64()));
    }

    /// <summary>Each entry's touched codes, told by their sum: the same sum in the table and no code more or less.</summary>
    public async Task CheckTouchesAsync(CancellationToken cancel)
    {
        await using var command = Command("SELECT \"Index\", \"Code\" FROM \"JournalTouches\"");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (index, code) = (reader.GetInt64(0), reader.GetString(1));
            if (index >= 0 && index < touches.Count) touches[(int)index] -= Mark(code);
            else differences.Add(new("touch.unsaid", index, Found: code));
        }

        for (var i = 0; i < touches.Count; i++) if (touches[i] != 0) differences.Add(new("touch", i));
    }

    private void Take(DbDataReader reader)
    {
        var (index, body, hash) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(8), reader.GetFieldValue<byte[]>(9));
        var leaf = Hash.OfLeaf(body);
        if (index != Frontier.Size) differences.Add(new("entry.gap", Frontier.Size, Found: Text(index)));
        if (!hash.AsSpan().SequenceEqual(leaf.ToBytes())) differences.Add(new("entry.hash", index, Expected: Convert.ToBase64String(hash), Found: leaf.ToBase64()));
        Frontier.Append(leaf);
        try
        {
            Take(index, EntryText.Read(body), reader);
        }
        catch (FormatException)
        {
            touches.Add(0);
            differences.Add(new("entry.unreadable", index));
        }
    }

    private void Take(long index, EntryText entry, DbDataReader reader)
    {
        CheckColumns(index, entry, reader);
        touches.Add(PreparedAct.Touched(entry.Rows.Select(r => r.Of), entry.Subject, entry.Touches).Sum(Mark));
        foreach (var row in entry.Rows)
        {
            if (State.Apply(row) is { } broken) differences.Add(new("entry.row", index, row.Entity, row.Key, broken.Property, broken.Expected, broken.Found));
        }

        foreach (var digest in entry.Digests) Digests[Hash.FromBase64(digest)] = index;
        foreach (var digest in entry.Expunges) Expunged.TryAdd(Hash.FromBase64(digest), index);
        Bulk.AddRange(entry.Bulk.Select(file => (index, file)));
    }

    /// <summary>The columns repeat the body for queries: one that does not would show an entry to the wrong party.</summary>
    private void CheckColumns(long index, EntryText entry, DbDataReader reader)
    {
        Check(index, "recordedAt", entry.RecordedAt, JournalModel.Written(reader.GetDateTime(1)));
        Check(index, "effectiveOn", entry.EffectiveOn, JournalModel.Written(reader.GetFieldValue<DateOnly>(2)));
        Check(index, "audience", entry.Audience, reader.IsDBNull(3) ? null : reader.GetString(3));
        Check(index, "act", entry.Act, reader.GetString(4));
        Check(index, "account", entry.Account.ToString("D"), reader.GetGuid(5).ToString("D"));
        Check(index, "party", entry.Party, reader.GetString(6));
        Check(index, "subject", entry.Subject, reader.GetString(7));
    }

    private void Check(long index, string column, string? expected, string? found)
    {
        if (expected != found) differences.Add(new("entry.column", index, Column: column, Expected: expected, Found: found));
    }

    /// <summary>Not zero, and of this process only: nobody can choose codes whose marks cancel out.</summary>
    private static long Mark(string code) => (uint)HashCode.Combine(code) + (1L << 32);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
        return command;
    }
}
