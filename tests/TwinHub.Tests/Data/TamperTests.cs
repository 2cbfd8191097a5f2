using Microsoft.EntityFrameworkCore;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

/// <summary>Whoever changes the database past the program is found, and told where.</summary>
public sealed class TamperTests
{
    /// <summary>SQL, and what the first difference says: word, entity, column.</summary>
    public static TheoryData<string, string, string, string?, string?> Tampering
    {
        get
        {
            var data = new TheoryData<string, string, string, string?, string?>();
            foreach (var engine in new[] { Engines.Sqlite, Engines.Postgres })
            {
                foreach (var (sql, what, entity, column) in Cases) data.Add(engine, sql, what, entity, column);
            }

            return data;
        }
    }

    private static IEnumerable<(string Sql, string What, string? Entity, string? Column)> Cases =>
    [
        ("""UPDATE "Items" SET "Due" = '2025-01-01' WHERE "Code" = '2024H1-003'""", "cell", "Item", "Due"),
        ("""UPDATE "Items" SET "Title" = '["en",1,"en","Another title",1]' WHERE "Code" = '2024H1-003'""", "cell", "Item", "Title"),
        ("""UPDATE "Reports" SET "Percent" = '99' WHERE "Organization" = 'N-TRA'""", "cell", "Report", "Percent"),
        ("""UPDATE "Items" SET "EndGround" = 'D-1' WHERE "Code" = '2024H1-003'""", "cell", "Item", "EndGround"),
        ("""DELETE FROM "MilestoneLinks" """, "row.missing", "MilestoneLink", null),
        ("""DELETE FROM "ReportDate" """, "row.missing", "Report.ReportDate", null),
        ("""INSERT INTO "Parties" SELECT 'west', "Order", "Name", "Short", "Mark", "Color", "ColorDark", "Iso", "Area", "Weekend" FROM "Parties" WHERE "Code" = 'east'""", "row.unsaid", "Party", null),
        ("""UPDATE "Observations" SET "Period" = '1999'""", "bulk.unsaid", "Observation", null),
        ("""DELETE FROM "Terms" """, "bulk.missing", "Term", null),
        ("""UPDATE "JournalValues" SET "Value" = '["en",1,"en","Another reason",1]' WHERE "Index" = 4 AND "Value" LIKE '%noise%'""", "value.digest", null, null),
        ("""DELETE FROM "JournalValues" WHERE "Index" = 4 AND "Value" LIKE '%noise%'""", "value.missing", null, null),
        ("""UPDATE "JournalValues" SET "Salt" = '', "Value" = NULL, "ExpungedBy" = 1 WHERE "Index" = 4""", "value.gone", null, null),
        ("""INSERT INTO "JournalValues" ("Digest", "Index", "Salt", "Value") VALUES ('x', 4, 'y', 'z')""", "value.unsaid", null, null),
        ("""UPDATE "Journal" SET "Audience" = NULL WHERE "Index" = 4""", "entry.column", null, "audience"),
        ("""UPDATE "Journal" SET "Account" = "Account", "Party" = 'east' WHERE "Index" = 4""", "entry.column", null, "party"),
        ("""UPDATE "Journal" SET "RecordedAt" = '2020-01-01 00:00:00' WHERE "Index" = 4""", "entry.column", null, "recordedAt"),
        ("""UPDATE "Journal" SET "LeafHash" = (SELECT "LeafHash" FROM "Journal" WHERE "Index" = 0) WHERE "Index" = 4""", "entry.hash", null, null),
        ("""UPDATE "Journal" SET "Body" = (SELECT "Body" FROM "Journal" WHERE "Index" = 3) WHERE "Index" = 4""", "entry.hash", null, null),
        ("""DELETE FROM "Journal" WHERE "Index" = 3""", "entry.gap", null, null),
        ("""UPDATE "JournalTouches" SET "Code" = 'other' WHERE "Index" = 4""", "touch", null, null),
        ("""UPDATE "JournalHead" SET "Size" = 7""", "head.size", null, null),
        ("""DELETE FROM "JournalHead" """, "head.missing", null, null),
    ];

    [Theory, MemberData(nameof(Tampering))]
    public async Task What_was_changed_past_the_program_is_found_and_named(string engine, string sql, string what, string? entity, string? column)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.ReportAsync("Complaints of noise");
        await record.UseAsync(async db => Assert.True(await db.Database.ExecuteSqlRawAsync(sql) > 0, sql));
        var verdict = await record.VerifyAsync();
        Assert.Equal((VerifyRecord.Differs, 1), (verdict.Replay, verdict.ExitCode));
        Assert.Equal((what, entity, column), (verdict.First!.What, verdict.First.Entity, verdict.First.Column));
    }

    [Fact]
    public async Task A_forged_body_with_its_own_hash_does_not_fit_the_head()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var forged = System.Text.Encoding.UTF8.GetBytes((await record.EntriesAsync())[1].Body().Replace("\"account\":\"0", "\"account\":\"1", StringComparison.Ordinal));
        await record.UseAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Journal" SET "Body" = {forged}, "LeafHash" = {Merkle.Hash.OfLeaf(forged).ToBytes()} WHERE "Index" = 1"""));
        var verdict = await record.VerifyAsync();
        Assert.Equal(["entry.column", "head.root"], new[] { verdict.First!.What, (await LastAsync(record)).What });
    }

    [Fact]
    public async Task A_file_of_reference_rows_that_was_changed_is_found()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        foreach (var file in Directory.GetFiles(Path.Combine(record.Store.Folder, "bulk"))) await File.AppendAllTextAsync(file, "x", TestContext.Current.CancellationToken);
        Assert.Equal("bulk.file", (await record.VerifyAsync()).First!.What);
    }

    [Fact]
    public void A_salt_of_another_length_does_not_fit()
    {
        var salt = FreeText.NewSalt();
        var digest = FreeText.DigestOf(salt, "value");
        Assert.True(FreeText.Fits(digest, salt, "value"));
        Assert.False(FreeText.Fits(digest, salt + "va", "lue"));
        Assert.Equal(22, salt.Length);
    }

    private static Task<Difference> LastAsync(TestRecord record) => record.ReadAsync(async db =>
    {
        await using var snapshot = await Snapshot.BeginAsync(db, CancellationToken.None);
        var differences = new Differences();
        var log = new VerifyLog(db, differences);
        await log.RunAsync(null, CancellationToken.None);
        await log.CheckHeadAsync(CancellationToken.None);
        return differences.First[^1];
    });
}
