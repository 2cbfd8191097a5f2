using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Data;
using TwinHub.Publish.Meetings;
using TwinHub.Regions;
using TwinHub.Verbs;

namespace TwinHub.Bench.Publish;

/// <summary>The papers of a meeting on a list of 107 items, in two languages, as 8 docx, 8 html and 2 xlsx: read from SQLite, composed, written, with digests. The forecast is made before, as on a running site.</summary>
[MemoryDiagnoser]
public class MeetingPackBench
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("twinhub-bench-");
    private ServiceProvider? services;

    [GlobalSetup]
    public async Task FoundAsync()
    {
        var store = new Store(Path.Combine(folder.FullName, "data"), null);
        Directory.CreateDirectory(store.Folder);
        services = RecordOptions.Open(store);
        await using var scope = services.CreateAsyncScope();
        await store.PrepareAsync(scope.ServiceProvider.GetRequiredService<TwinHubDb>(), CancellationToken.None);
        var faults = await scope.ServiceProvider.GetRequiredService<LoadPack>().HandleAsync(Pack(), demo: false, CancellationToken.None);
        if (faults.Count > 0) throw new InvalidOperationException($"The pack has {faults.Count} faults.");
    }

    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await services!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Benchmark(Description = "meeting pack, 107 items, zh and en")]
    public async Task<int> PrepareAsync()
    {
        await using var scope = services!.CreateAsyncScope();
        var prepared = await scope.ServiceProvider.GetRequiredService<PrepareMeeting>().HandleAsync(new(Path.Combine(folder.FullName, "out")), null, CancellationToken.None);
        return prepared.Pack.Files.Count;
    }

    private static string Pack()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "TwinHub.slnx"))) at = at.Parent;
        return Directory.GetDirectories(Path.Combine(at!.FullName, "packs")).Order(StringComparer.Ordinal).First();
    }
}
