using System.CommandLine;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary>Options that several verbs share, and the record that they open.</summary>
internal static class RecordOptions
{
    public static readonly Option<DirectoryInfo> Data = new("--data") { Description = "Folder where the record lives.", DefaultValueFactory = _ => new("data") };
    public static readonly Option<DirectoryInfo?> Pack = new("--pack") { Description = "Pack that founds an empty record.", DefaultValueFactory = _ => Default };
    public static readonly Option<bool> Json = new("--json") { Description = "Report as JSON." };

    private static DirectoryInfo? Default => Environment.GetEnvironmentVariable("TWINHUB_PACK") is { Length: > 0 } folder ? new(folder) : null;

    public static Store Store(ParseResult call) => new(call.GetValue(Data)!.FullName, Environment.GetEnvironmentVariable("TWINHUB_POSTGRES"));

    /// <summary>Services of a verb that works on the record without the site.</summary>
    public static ServiceProvider Open(Store store)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRecord(store);
        services.AddSlices();
        return services.BuildServiceProvider(new ServiceProviderOptions());
    }

    /// <summary>Opens the record, does <paramref name="act"/> in a scope of its own, and gives its exit code.</summary>
    public static async Task<int> InScopeAsync(ParseResult call, Func<IServiceProvider, CancellationToken, Task<int>> act, CancellationToken cancel)
    {
        var store = Store(call);
        Directory.CreateDirectory(store.Folder);
        await using var services = Open(store);
        await using var scope = services.CreateAsyncScope();
        await store.PrepareAsync(scope.ServiceProvider.GetRequiredService<TwinHubDb>(), cancel);
        await scope.ServiceProvider.GetRequiredService<ReferenceCache>().GetAsync(cancel);
        return await act(scope.ServiceProvider, cancel);
    }
}
