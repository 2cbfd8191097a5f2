using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Bench.Journal;

/// <summary>Acts committed, each with its entry, beside the same changes saved by the same library without a journal, in turns of a second.</summary>
internal sealed class JournalLoad : IAsyncDisposable
{
    private const int WarmTurns = 3, Contacts = 64, Writers = 16;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private readonly Store store;
    private readonly ServiceProvider services;

    public JournalLoad(Store store)
    {
        this.store = store;
        var collection = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        store.AddTo(collection);
        services = collection.BuildServiceProvider();
    }

    public static async Task RunAsync(int turns)
    {
        string?[] engines = Environment.GetEnvironmentVariable("TWINHUB_POSTGRES") is { Length: > 0 } postgres ? [null, postgres] : [null];
        foreach (var engine in engines)
        {
            var folder = Directory.CreateTempSubdirectory("twinhub-bench-");
            await using (var load = new JournalLoad(new Store(folder.FullName, engine))) await load.MeasureAsync(engine is null ? "SQLite" : "PostgreSQL", turns);
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task MeasureAsync(string engine, int turns)
    {
        await FoundAsync();
        foreach (var writers in new[] { 1, Writers })
        {
            var (plain, acts) = (new Spent(), new Spent());
            for (var i = -WarmTurns; i < turns; i++) // one after the other, so that neither side has the busier machine
            {
                if (i == 0) (plain, acts) = (new(), new()); // compiled by now
                await plain.SpendAsync(writers, PlainAsync);
                await acts.SpendAsync(writers, ActAsync);
            }

            Console.WriteLine($"{engine}, {writers} writers: without a journal {plain}; with its entry {acts}; {acts.Rate / plain.Rate:P0} of the rate, {plain.Cpu / acts.Cpu:P0} by processor");
        }
    }

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public async Task FoundAsync()
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

        await services.GetRequiredService<LogSync>().DurableAsync();
    }

    private SemaphoreSlim Gate { get; } = new(1, 1); // the same turn-taking as the journal's, and the same wait for the disk

    /// <summary>What was done in its turns.</summary>
    private sealed class Spent
    {
        private int done;
        private TimeSpan wall, processor;

        /// <summary>Acts a second.</summary>
        public double Rate => done / wall.TotalSeconds;
        /// <summary>Milliseconds of processor an act.</summary>
        public double Cpu => processor.TotalMilliseconds / done;

        public async Task SpendAsync(int writers, Func<int, int, Task> act)
        {
            var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
            {
                for (; clock.Elapsed < Turn; Interlocked.Increment(ref done)) await act(writer, done);
            })));
            wall += clock.Elapsed;
            processor += Process.GetCurrentProcess().TotalProcessorTime - before;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rate:0} acts/s, {Cpu:0.000} ms of processor each");
    }
}
