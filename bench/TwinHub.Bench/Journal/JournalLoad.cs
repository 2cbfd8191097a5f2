using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Merkle;

namespace TwinHub.Bench.Journal;

/// <summary>Acts committed, each with its entry, beside the same changes saved by the same library without a journal; and a long journal verified.</summary>
internal sealed class JournalLoad : IAsyncDisposable
{
    private const int Warm = 50, Contacts = 64, Writers = 16, BatchActs = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(6);
    private readonly Store store;
    private readonly ServiceProvider services;

    private JournalLoad(Store store)
    {
        this.store = store;
        var collection = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        store.AddTo(collection);
        services = collection.BuildServiceProvider();
    }

    public static async Task RunAsync(int entries)
    {
        string?[] engines = Environment.GetEnvironmentVariable("TWINHUB_POSTGRES") is { Length: > 0 } postgres ? [null, postgres] : [null];
        foreach (var engine in engines)
        {
            var folder = Directory.CreateTempSubdirectory("twinhub-bench-");
            await using (var load = new JournalLoad(new Store(folder.FullName, engine))) await load.MeasureAsync(engine is null ? "SQLite" : "PostgreSQL", entries);
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task MeasureAsync(string engine, int entries)
    {
        await FoundAsync();
        foreach (var writers in new[] { 1, Writers })
        {
            for (var i = 0; i < 2; i++) // first and second, so that neither side has the colder machine
            {
                await SayAsync($"{engine}, {writers} writers, without a journal", writers, PlainAsync);
                await SayAsync($"{engine}, {writers} writers, with its entry", writers, ActAsync);
            }
        }

        await FillAsync(entries);
        await VerifyAsync(engine);
    }

    private async Task FoundAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        await store.PrepareAsync(db, CancellationToken.None);
        var list = new ItemList(Guid.CreateVersion7(), "2024H1", LocalText.Of("en", ("en", "List")), ["north", "south"]);
        var item = Guid.CreateVersion7();
        list.Add(new Item(item, list.Id, "2024H1-001", new("transport", LocalText.Of("en", ("en", "Ring railway")), LocalText.Empty, new(2024, 6, 30))));
        db.Add(list);
        for (var i = 0; i < Contacts; i++)
        {
            db.Add(new UnitContact { Id = Guid.CreateVersion7(), ItemId = item, Organization = $"U{i}", Party = "north", Person = LocalText.Empty, Contact = LocalText.Of("en", ("en", "Desk officer")), Phone = "1" });
        }

        db.Act(new Act("contacts.added", Actor.Founder, "bench"));
        await db.SaveChangesAsync();
    }

    private static async Task SayAsync(string what, int writers, Func<int, int, Task> act)
    {
        for (var i = 0; i < Warm; i++) await act(0, i);
        var (clock, cpu, done) = (Stopwatch.StartNew(), Cpu(), 0);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; clock.Elapsed < Span; i++)
            {
                await act(writer, i);
                Interlocked.Increment(ref done);
            }
        })));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-50} {done / clock.Elapsed.TotalSeconds,8:0} acts/s  {1000 * (Cpu() - cpu).TotalSeconds / done,6:0.000} ms of processor an act"));
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>What a handler does: a context of its own, one row read by its key, changed, saved.</summary>
    private async Task ActAsync(int writer, int number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        (await db.Contacts.SingleAsync(c => c.Organization == $"U{writer}")).Phone = $"023 {number}";
        db.Act(new Act("contact.changed", Actor.Founder, "bench"));
        await db.SaveChangesAsync();
    }

    /// <summary>The same on a plain context with the same model, connection and settings.</summary>
    private async Task PlainAsync(int writer, int number)
    {
        await using var scope = services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<TwinHubDb>().Model;
        var options = new DbContextOptionsBuilder();
        store.Configure(options.UseModel(model).UseLoggerFactory(services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>()));
        await using var db = new DbContext(options.Options);
        (await db.Set<UnitContact>().SingleAsync(c => c.Organization == $"U{writer}")).Phone = $"024 {number}";
        if (store.Postgres is null) await Gate.WaitAsync();
        try
        {
            await db.SaveChangesAsync();
        }
        finally
        {
            if (store.Postgres is null) Gate.Release();
        }
    }

    private SemaphoreSlim Gate { get; } = new(1, 1); // the same turn-taking as the journal's

    /// <summary>Many acts in each transaction: what is measured is reading them.</summary>
    private async Task FillAsync(int entries)
    {
        var made = 0;
        while (made < entries)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var contacts = await db.Contacts.ToListAsync();
            for (var i = 0; i < BatchActs && made < entries; i++, made++)
            {
                contacts[made % contacts.Count].Phone = $"025 {made}";
                db.Act(new Act("contact.changed", Actor.Founder, "bench"));
                await db.SaveChangesAsync();
            }

            await transaction.CommitAsync();
        }
    }

    private async Task VerifyAsync(string engine)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        for (var i = 0; i < 2; i++)
        {
            var (clock, cpu) = (Stopwatch.StartNew(), Cpu());
            var (entries, root) = await HashesAsync(db);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}, hashes of {entries} entries {clock.Elapsed.TotalSeconds,8:0.0} s  {(Cpu() - cpu).TotalSeconds:0.0} s of processor  {root}"));
        }

        var (whole, start) = (Stopwatch.StartNew(), Cpu());
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyRecord>().HandleAsync(null, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}, whole record verified {whole.Elapsed.TotalSeconds,8:0.0} s  {(Cpu() - start).TotalSeconds:0.0} s of processor  peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB  {verdict}"));
    }

    /// <summary>Bodies read and hashed, and the tree over them.</summary>
    private static async Task<(long Entries, string Root)> HashesAsync(TwinHubDb db)
    {
        var frontier = new Frontier();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT \"Body\" FROM \"Journal\" ORDER BY \"Index\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) frontier.Append(Hash.OfLeaf(reader.GetFieldValue<byte[]>(0)));
        return (frontier.Size, frontier.Root().ToBase64());
    }
}
