using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TwinHub.Data.Search;

/// <summary>
/// The index over the record's texts. It lies outside the journal, in tables that this code makes itself, follows each act in the act's own transaction,
/// and is read anew from the record where it is missing, of an older format, or behind after an act on very many records.
/// </summary>
public sealed class SearchIndex(TwinHubDb db)
{
    /// <summary>Raised when the tables, the cutting into words, or what is read changes.</summary>
    private const int Format = 1, MostFollowed = 200, MostRowsAtOnce = 2000;
    private readonly ISearchEngine engine = db is PostgresDb ? new PostgresSearch() : new SqliteSearch();

    private (DbConnection Connection, DbTransaction? Transaction) At => (db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction());

    /// <summary>Makes the index where it is missing or of another format, and reads the record into it.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (!await IsThereAsync(cancel) || !await IsCurrentAsync(cancel)) await RebuildAsync(cancel);
    }

    /// <summary>What the reader's party may see of what every term is in, by kind: first what has them in its name, then the newest.</summary>
    public async Task<IReadOnlyList<SearchGroup>> FindAsync(SearchQuestion question, CancellationToken cancel)
    {
        var groups = (await HitsAsync(question.Terms, question.Party, cancel)).GroupBy(h => SearchIds.KindOf(h.Id)).Where(g => question.Kind is null || g.Key == question.Kind).OrderBy(g => g.Key)
            .Select(g => (g.Key, All: g.Count(), Shown: g.OrderByDescending(h => h.InTitle).ThenBy(h => h.Id).Skip(question.After).Take(question.Take).Select(h => h.Id).ToList())).ToList();
        var rows = await RowsAsync(groups.SelectMany(g => g.Shown), cancel);
        return [.. groups.Select(g => new SearchGroup(g.Key, g.All, [.. g.Shown.Where(rows.ContainsKey).Select(id => rows[id])]))];
    }

    /// <summary>How many rows every term is in, of those that the party may see.</summary>
    public async Task<int> CountAsync(IReadOnlyList<SearchTerm> terms, string party, CancellationToken cancel) => (await HitsAsync(terms, party, cancel)).Count;

    /// <summary>Codes that the party may see, with the pages that they name.</summary>
    public async Task<IReadOnlyList<(string Code, string Place)>> CodesAsync(string party, CancellationToken cancel)
    {
        await BringUpAsync(cancel);
        await using var command = At.Command("""SELECT "Code", "Place", "Audience" FROM "SearchRows" WHERE "Code" <> '' """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (codes, words) = (new List<(string, string)>(), new[] { SearchRow.Everyone, SearchRow.WordOf(party) });
        while (await reader.ReadAsync(cancel))
        {
            var seen = reader.GetValue(2) is string[] array ? array : reader.GetString(2).Split(' ');
            if (seen.Intersect(words).Any()) codes.Add((reader.GetString(0), reader.GetString(1)));
        }

        return codes;
    }

    /// <summary>Reads anew what an act changed, in its transaction. After an act on very many records the index is emptied instead; the next question reads it anew.</summary>
    internal async Task FollowAsync(SearchChange change, CancellationToken cancel)
    {
        if (change.IsWide || change.Records.Count > MostFollowed)
        {
            await RunAsync($"""DELETE FROM "SearchFormat"; {engine.Tables}""", cancel); // no text stays behind that the record may lose
            return;
        }

        if (!await IsCurrentAsync(cancel)) return; // it will be read whole
        var read = await ReadSearchRows.OfAsync(db, cancel);
        foreach (var kind in change.Kinds)
        {
            var records = kind == SearchKind.Term ? [""] : await change.RecordsOfAsync(db, kind, cancel);
            var free = await RemoveAsync(kind, records, cancel);
            await engine.AddAsync(At, [.. (await read.OfKindAsync(kind, records, cancel)).Select(row => (free.Next(row.Record), row))], cancel);
        }
    }

    private async Task<List<(long Id, bool InTitle)>> HitsAsync(IReadOnlyList<SearchTerm> terms, string party, CancellationToken cancel)
    {
        await BringUpAsync(cancel);
        await using var command = At.Command(engine.Find, ("title", engine.Ask(terms, inTitle: true)), ("ask", engine.Ask(terms, inTitle: false)), ("seen", $"{SearchRow.Everyone} OR {SearchRow.WordOf(party)}"));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (hits, known) = (new List<(long, bool)>(), new HashSet<long>());
        while (await reader.ReadAsync(cancel)) if (reader.GetInt64(0) is var id && known.Add(id)) hits.Add((id, reader.GetInt32(1) == 1));
        return hits;
    }

    private async Task<Dictionary<long, SearchRow>> RowsAsync(IEnumerable<long> ids, CancellationToken cancel)
    {
        var (rows, list) = (new Dictionary<long, SearchRow>(), string.Join(',', ids));
        if (list.Length == 0) return rows;
        await using var command = At.Command($"""SELECT "Id", "Record", "Code", "Place", "Title", "Text" FROM "SearchRows" WHERE "Id" IN ({list})""");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var id = reader.GetInt64(0);
            rows[id] = new(SearchIds.KindOf(id), reader.GetString(1), reader.GetString(3), LocalTextColumn.Read(reader.GetString(4)), LocalTextColumn.Read(reader.GetString(5))) { Code = reader.GetString(2) };
        }

        return rows;
    }

    /// <summary>Takes out what the index has of these records; what comes back gets its numbers again.</summary>
    private async Task<SearchIds> RemoveAsync(SearchKind kind, IReadOnlyCollection<string> records, CancellationToken cancel)
    {
        var ids = new SearchIds(kind);
        foreach (var record in records)
        {
            await using var command = At.Command("""SELECT "Id" FROM "SearchRows" WHERE "Record" = @record AND "Id" BETWEEN @from AND @to ORDER BY "Id" """, ("record", record), ("from", ids.First), ("to", ids.Last));
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) ids.Free(record, reader.GetInt64(0));
        }

        foreach (var id in ids.Freed) await RunAsync(engine.Remove, cancel, ("id", id));
        await using var least = At.Command("""SELECT MIN("Id") FROM "SearchRows" WHERE "Id" BETWEEN @from AND @to""", ("from", ids.First), ("to", ids.Last));
        ids.Below(await least.ExecuteScalarAsync(cancel) is long taken ? taken : null);
        return ids;
    }

    private async Task BringUpAsync(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (!await IsCurrentAsync(cancel)) await RebuildAsync(cancel);
    }

    private async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        await using var command = At.Command(engine.IsThere);
        return await command.ExecuteScalarAsync(cancel) is not (null or DBNull);
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancel)
    {
        await using var command = At.Command("""SELECT MAX("Version") FROM "SearchFormat" """);
        return await command.ExecuteScalarAsync(cancel) is { } version and not DBNull && Convert.ToInt32(version, CultureInfo.InvariantCulture) == Format;
    }

    /// <summary>As the only writer: an act that is under way is in it, or follows it.</summary>
    private async Task RebuildAsync(CancellationToken cancel)
    {
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel);
        await RunAsync("""CREATE TABLE IF NOT EXISTS "SearchFormat" ("Version" integer NOT NULL)""", cancel);
        if (await IsCurrentAsync(cancel)) return; // somebody else was first
        await RunAsync(engine.Tables, cancel);
        var read = await ReadSearchRows.OfAsync(db, cancel);
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            var all = (await read.OfKindAsync(kind, null, cancel)).Index().Select(r => (SearchIds.Middle(kind) + r.Index, r.Item));
            foreach (var rows in all.Chunk(MostRowsAtOnce)) await engine.AddAsync(At, rows, cancel);
        }

        await RunAsync($"""DELETE FROM "SearchFormat"; INSERT INTO "SearchFormat" ("Version") VALUES ({Format})""", cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task RunAsync(string text, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = At.Command(text, values);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
