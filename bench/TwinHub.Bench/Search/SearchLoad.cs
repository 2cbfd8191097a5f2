using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Search;

namespace TwinHub.Bench.Search;

/// <summary>The index read from 10,000 items, questions asked of it, and an act on one item with and without something that can be found.</summary>
internal sealed class SearchLoad : IAsyncDisposable
{
    private const int Items = 10_000, Asked = 200, Warm = 20, Acts = 300;
    private static readonly string[] Subjects = ["铁路", "公路", "桥梁", "水库", "机场", "港口", "电网", "医院", "学校", "园区", "航道", "隧道"];
    private static readonly string[] Deeds = ["建设", "改造", "规划", "互认", "共享", "治理", "验收", "开工", "通车", "对接", "监测", "评估"];
    private static readonly string[] Things = ["railway", "motorway", "bridges", "reservoir", "airport", "harbour", "grid", "hospital", "schools", "park", "waterway", "tunnels"];
    private static readonly string[] Doings = ["building", "rebuilding", "planned", "recognition", "sharing", "governance", "accepted", "started", "opened", "connecting", "monitoring", "assessed"];
    private static readonly (string What, string Question)[] Questions =
        [("two characters, one item in twelve", "桥梁"), ("four characters, one in 144", "桥梁验收"), ("two words, one in 144", "水库 治理"), ("in every item", "重点"), ("English stem, one in twelve", "connection"), ("English, two stems", "railways planning"), ("code", "2024H1-04321"), ("beginning of a code", "2024H1-09"), ("nothing", "高铁")];
    private readonly Store store;
    private readonly ServiceProvider services;

    private SearchLoad(Store store)
    {
        this.store = store;
        var collection = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        store.AddTo(collection);
        services = collection.BuildServiceProvider();
    }

    public static async Task RunAsync()
    {
        string?[] engines = Environment.GetEnvironmentVariable("TWINHUB_POSTGRES") is { Length: > 0 } postgres ? [null, postgres] : [null];
        foreach (var engine in engines)
        {
            var folder = Directory.CreateTempSubdirectory("twinhub-bench-");
            await using (var load = new SearchLoad(new Store(folder.FullName, engine))) await load.MeasureAsync(engine is null ? "SQLite" : "PostgreSQL");
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task MeasureAsync(string engine)
    {
        await FoundAsync();
        var clock = Stopwatch.StartNew();
        await AskAsync("桥梁");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine,-10} index read from {Items} items, first answer     {clock.Elapsed.TotalMilliseconds,8:0.0} ms"));
        foreach (var (what, question) in Questions)
        {
            var (times, rows) = (new List<double>(Asked), 0);
            for (var i = 0; i < Warm + Asked; i++)
            {
                var one = Stopwatch.StartNew();
                rows = await AskAsync(question);
                if (i >= Warm) times.Add(one.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine,-10} {what,-36} {rows,6} rows   p50 {times[Asked / 2],6:0.00} ms   p95 {times[Asked * 95 / 100],6:0.00} ms   p99 {times[Asked * 99 / 100],6:0.00} ms"));
        }

        await SayActsAsync(engine, "act on an item, nothing that can be found", i => i.Title);
        await SayActsAsync(engine, "act on an item whose name changes", i => i.Title.With("en", i.Title.In("en") + "x"));
    }

    private async Task FoundAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        await store.PrepareAsync(db, CancellationToken.None);
        foreach (var (party, order) in new[] { ("north", 1), ("south", 2) })
        {
            var name = LocalText.Of("zh", ("zh", party));
            db.Add(new Party { Code = party, Order = order, Name = name, Short = name, Mark = name, Color = "#000000", ColorDark = "#ffffff", Area = "1", Weekend = "6;7" });
        }

        var list = new ItemList(Guid.CreateVersion7(), "2024H1", LocalText.Of("zh", ("zh", "清单")), ["north", "south"]);
        for (var n = 1; n <= Items; n++) list.Add(Made(list.Id, n));
        db.Add(list);
        db.Act(new Act("list.made", Actor.Founder, "bench"));
        await db.SaveChangesAsync();
    }

    private static Item Made(Guid list, int n)
    {
        var (a, b) = (n % Subjects.Length, n / Subjects.Length % Deeds.Length);
        var item = new Item(Guid.CreateVersion7(), list, $"2024H1-{n:00000}", new("transport",
            LocalText.Of("zh", ("zh", $"第{n}号{Subjects[a]}{Deeds[b]}工程"), ("en", $"{Things[a]} {Doings[b]} no. {n}")),
            LocalText.Of("zh", ("zh", $"列入重点事项，年底前完成{Subjects[b]}{Deeds[a]}的主要内容，双方共同推进第{n % 97}标段。"), ("en", $"Listed as a key matter: the main part of {Things[b]} {Doings[a]} is done by the end of the year; lot {n % 97} goes forward together.")), new(2024, 6, 30)));
        item.Add(new Deliverable { Id = Guid.CreateVersion7(), Order = 1, Text = LocalText.Of("zh", ("zh", $"{Subjects[a]}{Deeds[b]}方案"), ("en", $"A plan of {Doings[b]}")) });
        return item;
    }

    private async Task<int> AskAsync(string question)
    {
        await using var scope = services.CreateAsyncScope();
        var index = scope.ServiceProvider.GetRequiredService<SearchIndex>();
        return (await index.FindAsync(new(SearchTerm.Of(question), "north"), CancellationToken.None)).Sum(g => g.All);
    }

    private async Task SayActsAsync(string engine, string what, Func<Item, LocalText> title)
    {
        var clock = Stopwatch.StartNew();
        for (var n = 1; n <= Acts; n++)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
            var item = await db.Items.Include(i => i.Units).SingleAsync(i => i.Code == $"2024H1-{n:00000}");
            var entry = db.Entry(item);
            entry.Property(i => i.Title).CurrentValue = title(item);
            if (entry.State == EntityState.Unchanged) db.Add(new UnitContact { Id = Guid.CreateVersion7(), ItemId = item.Id, Organization = "U", Party = "north", Person = LocalText.Empty, Contact = LocalText.Empty, Phone = "1" });
            db.Act(new Act("item.changed", Actor.Founder, item.Code));
            await db.SaveChangesAsync();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine,-10} {what,-44} {clock.Elapsed.TotalMilliseconds / Acts,8:0.00} ms an act"));
    }
}
