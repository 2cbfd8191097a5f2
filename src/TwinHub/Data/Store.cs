using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TwinHub.Data.Journal;

namespace TwinHub.Data;

/// <summary>Where the record lives: a folder with SQLite in it, or PostgreSQL beside a folder of files.</summary>
/// <param name="Folder">Files, keys, and the SQLite database.</param>
/// <param name="Postgres">Connection string; null: SQLite in the folder.</param>
public sealed record Store(string Folder, string? Postgres)
{
    public string Files => Path.Combine(Folder, "files");

    internal LogSync Sync => LogSync.Of(Postgres is null ? Path.Combine(Folder, "twinhub.db-wal") : null);

    private string Sqlite => $"Data Source={Path.Combine(Folder, "twinhub.db")};Foreign Keys=True;Default Timeout=30";

    public void Configure(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(new OutsideReads());
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)); // a test holds it; asked at each start it costs a tenth of a second
        if (Postgres is null) options.UseSqlite(Sqlite, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(new SqliteSettings(Sync));
        else options.UseNpgsql(Postgres, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
    }

    /// <summary>Registers the record's context for the engine.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this).AddSingleton(Sync);
        services.AddSingleton<Today>();
        services.AddSingleton<JournalWriter>();
        services.AddSingleton<Standing.StandingCache>();
        services.AddSingleton<LogKey>().AddSingleton<EvidenceFolder>();
        services.AddScoped<VerifyRecord>().AddScoped<SignTreeHead>().AddScoped<ExportJournal>().AddScoped<RecordHistory>().AddScoped<RecordAsOf>().AddScoped<Expunge>().AddScoped<RecordTexts>().AddScoped<Search.SearchIndex>();
        if (Postgres is null) services.AddDbContext<TwinHubDb, SqliteDb>(Configure);
        else services.AddDbContext<TwinHubDb, PostgresDb>(Configure);
    }

    /// <summary>Brings the tables to this version. SQLite gets a write-ahead log, so that readers and the writer do not wait for each other.</summary>
    /// <exception cref="Core.RefusedException"><c>record.unversioned</c>, <c>record.newer</c>: another version of the program made them.</exception>
    public async Task PrepareAsync(TwinHubDb db, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        if (Postgres is null) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancel);
        await Upgrade.RunAsync(db, Path.Combine(Folder, "twinhub.upgrade"), cancel);
        await new Search.SearchIndex(db).PrepareAsync(cancel);
    }
}
