using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TwinHub.Data;

namespace TwinHub.Identity;

/// <summary>Puts what makes an actor into the signed cookie: party, unit, roles, display.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new("party", user.Party));
        identity.AddClaim(new("roles", user.Roles.ToString()));
        identity.AddClaim(new("display", LocalTextColumn.Write(user.Display)));
        if (user.Organization is { } organization) identity.AddClaim(new("organization", organization));
        return identity;
    }
}
