using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Tests.Record;

/// <summary>A record of a test's own, on either engine, founded with a pack; gone when disposed.</summary>
public sealed class TestRecord : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DirectoryInfo folder;

    private TestRecord(Store store, DirectoryInfo folder, Action<IServiceCollection>? more)
    {
        (Store, this.folder) = (store, folder);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging(); // one for all: with one of its own each record would build the model anew
        store.AddTo(collection);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public TestClock Clock { get; } = new(TestClock.Start);

    /// <summary>Its folder and, on PostgreSQL, its database.</summary>
    public Store Store { get; }

    public Today Today => services.GetRequiredService<Today>();

    /// <summary>A record without tables' rows; nothing is founded.</summary>
    public static async Task<TestRecord> EmptyAsync(string engine, Action<IServiceCollection>? more = null)
    {
        var record = await NewAsync(engine, null, more);
        await record.UseAsync(db => record.Store.PrepareAsync(db, CancellationToken.None));
        return record;
    }

    /// <summary>A record founded with a pack. The first call for an engine and pack loads it; every other copies.</summary>
    /// <param name="engine">One of <see cref="Engines"/>.</param>
    /// <param name="pack">One of <see cref="PackFolders"/>.</param>
    /// <param name="more">Registers what the test needs beside the record: slices, say.</param>
    public static async Task<TestRecord> FoundedAsync(string engine, string pack = PackFolders.ThreeParties, Action<IServiceCollection>? more = null)
    {
        var record = await NewAsync(engine, await FoundedTemplate.OfAsync(engine, pack), more);
        var region = await record.ReadAsync(db => db.Regions.AsNoTracking().SingleAsync());
        record.Today.Follow(region.TimeZone, region.AsOf);
        return record;
    }

    /// <summary>An account that is the same in every record: of a party, with roles, in a unit where it has one.</summary>
    public static Actor Account(string party, Roles roles, string? organization = null) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{party}/{roles}/{organization}")).AsSpan(0, 16)), party, roles, organization);

    /// <summary>A scope as a request has one: its services, its own context.</summary>
    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public async Task UseAsync(Func<TwinHubDb, Task> use)
    {
        await using var scope = Scope();
        await use(scope.ServiceProvider.GetRequiredService<TwinHubDb>());
    }

    public async Task<T> ReadAsync<T>(Func<TwinHubDb, Task<T>> read)
    {
        await using var scope = Scope();
        return await read(scope.ServiceProvider.GetRequiredService<TwinHubDb>());
    }

    /// <summary>One act in a context of its own.</summary>
    public Task ActAsync(Act act, Func<TwinHubDb, Task> change) => UseAsync(async db =>
    {
        await change(db);
        db.Act(act);
        await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Store.Postgres is { } connection) await PostgresServer.DropAsync(connection);
        folder.Delete(recursive: true);
    }

    /// <summary>Lets go of every connection to the database, so that it can be copied.</summary>
    internal async Task CloseAsync()
    {
        await UseAsync(db =>
        {
            if (db.Database.GetDbConnection() is SqliteConnection sqlite) SqliteConnection.ClearPool(sqlite);
            if (db.Database.GetDbConnection() is Npgsql.NpgsqlConnection postgres) Npgsql.NpgsqlConnection.ClearPool(postgres);
            return Task.CompletedTask;
        });
        await services.DisposeAsync();
    }

    internal static async Task<TestRecord> NewAsync(string engine, Store? template, Action<IServiceCollection>? more)
    {
        var folder = Directory.CreateTempSubdirectory("twinhub-record-");
        if (template is not null) Copy(template.Folder, folder.FullName);
        var postgres = engine == Engines.Postgres ? await PostgresServer.CreateAsync("record", template?.Postgres) : null;
        return new TestRecord(new Store(folder.FullName, postgres), folder, more);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
