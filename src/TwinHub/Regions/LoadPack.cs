using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Regions.Founding;
using TwinHub.Regions.Packs;

namespace TwinHub.Regions;

/// <summary>Checks a pack whole, then founds the empty record with it. Demo accounts come with the demonstration only.</summary>
public sealed class LoadPack(FoundRegion found, ReferenceCache references, DemoAccounts accounts)
{
    /// <returns>The faults; empty when the pack was loaded.</returns>
    /// <exception cref="RefusedException"><c>region.already-founded</c>.</exception>
    public async Task<IReadOnlyList<PackFault>> HandleAsync(string folder, bool demo, CancellationToken cancel)
    {
        RefusedException.ThrowIf(await found.WhyNotAsync(cancel));
        var (pack, faults) = ReadPack.FromFolder(folder);
        if (faults.Count > 0) return faults;
        await found.HandleAsync(pack, cancel);
        references.Forget();
        if (demo) await accounts.AddAsync(pack);
        return faults;
    }
}
