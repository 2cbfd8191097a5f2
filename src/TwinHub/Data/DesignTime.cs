using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TwinHub.Data.Journal;

namespace TwinHub.Data;

/// <summary>Contexts for <c>dotnet ef migrations add</c>: they know the model, and never connect.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options, DesignJournal.Writer);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design").Options, DesignJournal.Writer);
}

internal static class DesignJournal
{
    public static JournalWriter Writer => new(TimeProvider.System, new Today(TimeProvider.System), LogSync.Of(null));
}
