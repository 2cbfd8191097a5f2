using System.CommandLine;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary>Options that several verbs share, and the record that they open.</summary>
internal static class RecordOptions
{
    public static readonly Option<DirectoryInfo?> Data = new("--data") { Description = "Folder where the record lives: data, or data-NAME where --pack names a folder NAME." };
    public static readonly Option<DirectoryInfo?> Pack = new("--pack") { Description = "Pack that founds an empty record.", DefaultValueFactory = _ => Default };
    public static readonly Option<bool> Json = new("--json") { Description = "Report as JSON." };

    private static DirectoryInfo? Default => Environment.GetEnvironmentVariable("TWINHUB_PACK") is { Length: > 0 } folder ? new(folder) : null;

    /// <summary>The pack that the call itself names; null: the one of the environment, or none.</summary>
    public static DirectoryInfo? Named(ParseResult call) => call.GetResult(Pack) is { Implicit: false } ? call.GetValue(Pack) : null;

    /// <summary>A record holds one region: a pack that is named has a folder of its own, unless the call says which.</summary>
    public static DirectoryInfo Folder(ParseResult call) =>
        call.GetValue(Data) ?? new(Named(call) is { } pack && Path.TrimEndingDirectorySeparator(pack.FullName) != Default?.FullName ? $"data-{pack.Name}" : "data");

    public static Store Store(ParseResult call) => new(Folder(call).FullName, Environment.GetEnvironmentVariable("TWINHUB_POSTGRES"));

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
