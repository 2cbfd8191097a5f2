using Microsoft.AspNetCore.Identity;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Regions.Founding;
using TwinHub.Regions.Packs;

namespace TwinHub.Regions;

/// <summary>Checks a pack whole, then founds the empty record with it. Demo accounts come with the demonstration only.</summary>
public sealed class LoadPack(FoundRegion found, ReferenceCache references, UserManager<Account> users)
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
        if (demo) await AddDemoAccountsAsync(pack);
        return faults;
    }

    private async Task AddDemoAccountsAsync(Pack pack)
    {
        foreach (var row in pack["demo_accounts"])
        {
            await users.CreateAsync(new Account
            {
                Id = Keys.New(),
                UserName = row.Needed("name"),
                Party = row.Needed("party"),
                Organization = row.Text("organization"),
                Roles = row.Codes("roles").Select(PackTexts.Word<Roles>).Aggregate((all, one) => all | one),
                Display = LocalText.Of(pack.Region.Binding, row.Local("display").Select(t => (t.Key, t.Value))),
                Demo = true,
            });
        }
    }
}
