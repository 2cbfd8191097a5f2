using TwinHub.Data;
using TwinHub.Regions;
using TwinHub.Regions.Packs;

namespace TwinHub.Verbs;

/// <summary>Founds a record that is still empty, for the verbs that start from a pack.</summary>
internal static class FoundRecord
{
    /// <returns>Faults of the pack, each told; 0 when the record is founded, or no pack was named.</returns>
    public static async Task<int> IfEmptyAsync(IServiceProvider services, string? pack, bool demo, CancellationToken cancel)
    {
        if (pack is null || await services.GetRequiredService<ReferenceCache>().GetAsync(cancel) is not null) return 0;
        await Console.Error.WriteLineAsync($"Loading {pack} …");
        var faults = await services.GetRequiredService<LoadPack>().HandleAsync(pack, demo, cancel);
        foreach (var line in CheckPack.Report(faults, "en")) await Console.Error.WriteLineAsync(line);
        return faults.Count;
    }
}
