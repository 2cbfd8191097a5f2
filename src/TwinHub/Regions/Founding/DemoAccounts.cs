using Microsoft.AspNetCore.Identity;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Regions.Packs;

namespace TwinHub.Regions.Founding;

/// <summary>Accounts without a password that a pack names for its demonstration.</summary>
public sealed class DemoAccounts(UserManager<Account> users)
{
    public async Task AddAsync(Pack pack)
    {
        foreach (var row in pack["demo_accounts"]) await users.CreateAsync(Read(pack, row));
    }

    private static Account Read(Pack pack, PackRow row) => new()
    {
        Id = Keys.New(),
        UserName = row.Needed("name"),
        Party = row.Needed("party"),
        Organization = row.Text("organization"),
        Roles = row.Codes("roles").Select(PackTexts.Word<Roles>).Aggregate((all, one) => all | one),
        Display = LocalText.Of(pack.Region.Binding, row.Local("display").Select(t => (t.Key, t.Value))),
        Demo = true,
    };
}
