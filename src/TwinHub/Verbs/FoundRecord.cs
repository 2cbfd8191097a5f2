using System.CommandLine;
using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Regions;
using TwinHub.Regions.Packs;

namespace TwinHub.Verbs;

/// <summary>Founds a record that is still empty, for the verbs that start from a pack.</summary>
internal static class FoundRecord
{
    /// <returns>Faults of the pack, each told; 0 when the record is founded, or no pack was named.</returns>
    /// <exception cref="RefusedException"><c>region.other-pack</c>: the call names a pack, and the record holds another region.</exception>
    public static async Task<int> IfEmptyAsync(ParseResult call, IServiceProvider services, bool demo, CancellationToken cancel)
    {
        var held = await services.GetRequiredService<ReferenceCache>().GetAsync(cancel);
        if (held is not null) RefusedException.ThrowIf(WhyNotBeside(call, held.Region.Code));
        if (held is not null || call.GetValue(RecordOptions.Pack)?.FullName is not { } pack) return 0;
        await Console.Error.WriteLineAsync($"Loading {pack} …");
        var faults = await services.GetRequiredService<LoadPack>().HandleAsync(pack, demo, cancel);
        foreach (var line in CheckPack.Report(faults, "en")) await Console.Error.WriteLineAsync(line);
        return faults.Count;
    }

    private static Refusal? WhyNotBeside(ParseResult call, string held) =>
        RecordOptions.Named(call) is { } pack && ReadPack.FromFolder(pack.FullName).Pack.Region.Code is { Length: > 0 } code && code != held
            ? Refusal.Of("region.other-pack", RecordOptions.Folder(call).Name, held, code) : null;
}
