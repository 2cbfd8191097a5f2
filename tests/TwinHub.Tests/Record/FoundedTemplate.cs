using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Regions.Founding;
using TwinHub.Regions.Packs;

namespace TwinHub.Tests.Record;

/// <summary>Records that were founded once, with the pack's demo accounts, for copies.</summary>
internal static class FoundedTemplate
{
    private static readonly ConcurrentDictionary<(string, string), Lazy<Task<Store>>> Known = new();

    public static Task<Store> OfAsync(string engine, string pack) => Known.GetOrAdd((engine, pack), _ => new(() => Task.Run(() => FoundAsync(engine, pack)))).Value;

    private static async Task<Store> FoundAsync(string engine, string pack)
    {
        var (read, faults) = ReadPack.FromFolder(PackFolders.Of(pack));
        Assert.True(faults.Count == 0, $"The pack {pack} has faults: {string.Join("; ", faults.Take(5))}");
        var record = await TestRecord.NewAsync(engine, null, WithAccounts);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(record.Store.Folder, recursive: true);
        await record.UseAsync(async db =>
        {
            await record.Store.PrepareAsync(db, CancellationToken.None);
            record.Today.Follow(read.Region.TimeZone, read.Region.AsOf);
            await new FoundRegion(db, record.Store).HandleAsync(read, CancellationToken.None);
        });
        await using (var scope = record.Scope()) await scope.ServiceProvider.GetRequiredService<DemoAccounts>().AddAsync(read);
        await record.CloseAsync();
        return record.Store;
    }

    private static void WithAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<TwinHubDb>();
        services.AddScoped<DemoAccounts>();
    }
}
