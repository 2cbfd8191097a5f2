using System.Data.Common;

namespace TwinHub.Data.Search;

/// <summary>FTS5 with the Porter stemmer. Who may see a row is a column of words too, so that a question reads the index alone. What leaves it leaves its pages (secure-delete).</summary>
internal sealed class SqliteSearch : ISearchEngine
{
    public string IsThere => """SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'SearchFormat'""";

    public string Tables => """
        DROP TABLE IF EXISTS "SearchWords";
        DROP TABLE IF EXISTS "SearchRows";
        CREATE TABLE "SearchRows" ("Id" INTEGER PRIMARY KEY, "Record" TEXT NOT NULL, "Audience" TEXT NOT NULL, "Code" TEXT NOT NULL, "Place" TEXT NOT NULL, "Title" TEXT NOT NULL, "Text" TEXT NOT NULL);
        CREATE INDEX "IX_SearchRows_Record" ON "SearchRows" ("Record");
        CREATE VIRTUAL TABLE "SearchWords" USING fts5(code, title, text, seen, tokenize = 'porter unicode61');
        INSERT INTO "SearchWords"("SearchWords", rank) VALUES ('secure-delete', 1);
        """;

    public string Find => """
        SELECT rowid, 1 FROM "SearchWords" WHERE "SearchWords" MATCH '(' || @title || ') AND seen : (' || @seen || ')'
        UNION ALL SELECT rowid, 0 FROM "SearchWords" WHERE "SearchWords" MATCH '(' || @ask || ') AND seen : (' || @seen || ')'
        """;

    public string Remove => """
        DELETE FROM "SearchWords" WHERE rowid = @id;
        DELETE FROM "SearchRows" WHERE "Id" = @id;
        """;

    public string Ask(IReadOnlyList<SearchTerm> terms, bool inTitle) => string.Join(" AND ", terms.Select(t => Asked(t, $"\"{string.Join(' ', t.Words)}\"", inTitle ? "title" : "{title text}")));

    public async Task AddAsync((DbConnection Connection, DbTransaction? Transaction) at, IReadOnlyList<(long Id, SearchRow Row)> rows, CancellationToken cancel)
    {
        const string add = """
            INSERT INTO "SearchRows" ("Id", "Record", "Audience", "Code", "Place", "Title", "Text") VALUES (@id, @record, @audience, @code, @place, @title, @text);
            INSERT INTO "SearchWords" (rowid, code, title, text, seen) VALUES (@id, @codes, @titles, @texts, @audience);
            """;
        await using var command = at.Command(add);
        foreach (var name in new[] { "@id", "@record", "@audience", "@code", "@place", "@title", "@text", "@codes", "@titles", "@texts" }) command.Add(name, "");
        await command.PrepareAsync(cancel);
        foreach (var (id, row) in rows)
        {
            object[] values = [id, row.Record, row.Audience, row.Code, row.Place, LocalTextColumn.Write(row.Title), LocalTextColumn.Write(row.Text), row.CodeWords, row.TitleWords, row.TextWords];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Asked(SearchTerm term, string phrase, string columns) =>
        term.IsBeginning ? $"({columns} : {phrase} *)" : term.MayBeCode ? $"({columns} : {phrase} OR code : {phrase} *)" : $"({columns} : {phrase})";
}
