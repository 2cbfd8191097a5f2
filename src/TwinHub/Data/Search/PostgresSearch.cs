using System.Data.Common;

namespace TwinHub.Data.Search;

/// <summary>A tsvector under a GIN index: titles weigh A, texts B, codes C, who may see the row D. Words are stemmed as English, and none is left out as too common.</summary>
internal sealed class PostgresSearch : ISearchEngine
{
    public string IsThere => """SELECT to_regclass('"SearchFormat"')::text""";

    public string Tables => """
        DROP TABLE IF EXISTS "SearchRows";
        DROP TEXT SEARCH CONFIGURATION IF EXISTS twinhub_words;
        DROP TEXT SEARCH DICTIONARY IF EXISTS twinhub_stem;
        CREATE TEXT SEARCH DICTIONARY twinhub_stem (TEMPLATE = snowball, LANGUAGE = english);
        CREATE TEXT SEARCH CONFIGURATION twinhub_words (COPY = simple);
        ALTER TEXT SEARCH CONFIGURATION twinhub_words ALTER MAPPING FOR asciiword, word, numword WITH twinhub_stem;
        CREATE TABLE "SearchRows" ("Id" bigint PRIMARY KEY, "Record" text COLLATE "C" NOT NULL, "Audience" text[] NOT NULL, "Code" text COLLATE "C" NOT NULL, "Place" text NOT NULL, "Title" text NOT NULL, "Text" text NOT NULL, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_SearchRows_Record" ON "SearchRows" ("Record");
        CREATE INDEX "IX_SearchRows_Words" ON "SearchRows" USING gin ("Words");
        """;

    public string Find => """
        SELECT "Id", CASE WHEN "Words" @@ to_tsquery('twinhub_words', @title) THEN 1 ELSE 0 END FROM "SearchRows" WHERE "Words" @@ to_tsquery('twinhub_words', @ask) AND "Audience" && string_to_array(@seen, ' OR ')
        """;

    public string Remove => """DELETE FROM "SearchRows" WHERE "Id" = @id""";

    public string Ask(IReadOnlyList<SearchTerm> terms, bool inTitle) => string.Join(" & ", terms.Select(t => Asked(t, inTitle ? "A" : "")));

    public async Task AddAsync((DbConnection Connection, DbTransaction? Transaction) at, IReadOnlyList<(long Id, SearchRow Row)> rows, CancellationToken cancel)
    {
        const string add = """
            INSERT INTO "SearchRows" ("Id", "Record", "Audience", "Code", "Place", "Title", "Text", "Words")
            SELECT id, record, string_to_array(audience, ' '), code, place, title, text, setweight(to_tsvector('twinhub_words', codes), 'C') || setweight(to_tsvector('twinhub_words', titles), 'A') || setweight(to_tsvector('twinhub_words', texts), 'B')
            FROM unnest(@id, @record, @audience, @code, @place, @title, @text, @codes, @titles, @texts) AS u(id, record, audience, code, place, title, text, codes, titles, texts)
            """;
        string[] Each(Func<SearchRow, string> value) => [.. rows.Select(r => value(r.Row))];
        await using var command = at.Command(add,
            ("id", rows.Select(r => r.Id).ToArray()), ("record", Each(r => r.Record)), ("audience", Each(r => r.Audience)), ("code", Each(r => r.Code)), ("place", Each(r => r.Place)),
            ("title", Each(r => LocalTextColumn.Write(r.Title))), ("text", Each(r => LocalTextColumn.Write(r.Text))), ("codes", Each(r => r.CodeWords)), ("titles", Each(r => r.TitleWords)), ("texts", Each(r => r.TextWords)));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Asked(SearchTerm term, string weight) =>
        term.IsBeginning ? Phrase(term, weight, "*") : term.MayBeCode ? $"({Phrase(term, weight, "")} | {Phrase(term, "C", "*")})" : Phrase(term, weight, "");

    /// <summary>The words one after the other, of one weight or any; the last one may be a beginning.</summary>
    private static string Phrase(SearchTerm term, string weight, string last)
    {
        var words = term.Words;
        return $"({string.Join(" <-> ", words.Select((word, nth) => (nth == words.Count - 1 ? last + weight : weight) is { Length: > 0 } label ? $"{word}:{label}" : word))})";
    }
}
