using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data;

/// <summary>How a data folder comes to the tables of this version.</summary>
public sealed class UpgradeTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_migrations_say_all_that_the_model_says(string engine)
    {
        await using var record = await TestRecord.NewAsync(engine, null, null);
        await record.UseAsync(db =>
        {
            Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add NAME --project src/TwinHub --context SqliteDb, and PostgresDb");
            return Task.CompletedTask;
        });
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_upgraded_empty_database_has_the_tables_of_the_model(string engine)
    {
        await using var upgraded = await TestRecord.EmptyAsync(engine);
        await using var made = await TestRecord.NewAsync(engine, null, null);
        await made.UseAsync(db => db.Database.EnsureCreatedAsync());
        var (expected, found) = (await TablesAsync(made), await TablesAsync(upgraded));
        Assert.True(expected.Count > 100, $"{expected.Count}");
        Assert.Equal(expected, found);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_record_without_a_version_is_refused_and_stays_as_it_is(string engine)
    {
        await using var record = await TestRecord.NewAsync(engine, null, null);
        await record.UseAsync(db => db.Database.EnsureCreatedAsync());
        var before = await TablesAsync(record);
        Assert.Equal("record.unversioned", await RefusedAsync(record));
        Assert.Equal(before, await TablesAsync(record));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_record_that_a_later_version_upgraded_is_refused(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.UseAsync(db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Later', '99.0.0')"""));
        Assert.Equal("record.newer", await RefusedAsync(record));
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Many_that_start_at_once_upgrade_once(string engine)
    {
        await using var record = await TestRecord.NewAsync(engine, null, null);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => record.UseAsync(db => record.Store.PrepareAsync(db, TestContext.Current.CancellationToken)))));
        await record.AssertSoundAsync();
    }

    [Fact]
    public async Task An_upgrade_that_was_killed_keeps_nobody_waiting()
    {
        await using var record = await TestRecord.NewAsync(Engines.Sqlite, null, null);
        await record.UseAsync(db => db.Database.ExecuteSqlRawAsync("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2024-01-01 00:00:00+00:00');
            """));
        await record.UseAsync(db => record.Store.PrepareAsync(db, TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await record.AssertSoundAsync();
    }

    private static async Task<string> RefusedAsync(TestRecord record) =>
        (await Assert.ThrowsAsync<RefusedException>(() => record.UseAsync(db => record.Store.PrepareAsync(db, CancellationToken.None)))).Refusal.Code;

    /// <summary>
    /// Tables, columns, keys and indexes, each as one line; without those in which the library keeps its versions. A column that came later stands behind the
    /// others and has a default for the rows that were there, which nothing reads again: order and default are not compared.
    /// </summary>
    private static Task<List<string>> TablesAsync(TestRecord record) => record.ReadAsync(async db =>
    {
        var lines = await db.Database.SqlQueryRaw<string>(db is SqliteDb ? Sqlite : Postgres).ToListAsync();
        return lines.Where(l => !l.Contains("__EFMigrations", StringComparison.Ordinal) && !l.Contains("Search", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList(); // the index makes its own
    });

    private const string Sqlite = """
        SELECT concat_ws(' ', 'column', t.name, c.name, c.type, c."notnull", c.pk) AS "Value" FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
        UNION ALL SELECT concat_ws(' ', 'key', t.name, k."from", k."table", k."to", k.on_delete) FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table'
        UNION ALL SELECT concat_ws(' ', type, tbl_name, name, sql) FROM sqlite_master WHERE type <> 'table'
        """;

    private const string Postgres = """
        SELECT concat_ws(' ', 'column', table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale, collation_name, is_nullable, is_identity) AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;
}
