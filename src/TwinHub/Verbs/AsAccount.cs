using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary><c>--as ACCOUNT</c>: the account that a verb acts as; the domain asks it what it asks on the site.</summary>
internal static class AsAccount
{
    public static readonly Option<string?> Name = new("--as") { Description = "Account to act as; without it the only account of a joint office, or in a demonstration that of the first party." };

    /// <returns>False, and said so, when there is no such account, or which one is meant must be said.</returns>
    public static async Task<bool> EnterAsync(ParseResult call, IServiceProvider services)
    {
        if (call.GetValue(Name) is { } name) return await EnterAsync(name, services);
        if (await OfficeAsync(services) is { } office) return await EnterAsync(office, services);
        await Console.Error.WriteLineAsync("Say with --as which account acts. twinhub account list shows them; twinhub account add makes one.");
        return false;
    }

    public static async Task<bool> EnterAsync(string name, IServiceProvider services)
    {
        if (await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(name) is not { Closed: false } account)
        {
            await Console.Error.WriteLineAsync($"No open account {name}. twinhub account list shows them.");
            return false;
        }

        services.GetRequiredService<Caller>().Actor = new Actor(account.Id, account.Party, account.Roles, account.Organization);
        return true;
    }

    private static async Task<string?> OfficeAsync(IServiceProvider services)
    {
        var parties = (await services.GetRequiredService<ReferenceCache>().GetAsync(default))?.Parties.Select(p => p.Code).ToList() ?? [];
        var accounts = await services.GetRequiredService<TwinHubDb>().Users.AsNoTracking().Where(u => !u.Closed).ToListAsync();
        var offices = accounts.Where(a => a.Roles.HasFlag(Roles.Office)).OrderBy(a => parties.IndexOf(a.Party)).ThenBy(a => a.UserName, StringComparer.Ordinal).ToList();
        return offices.Count == 1 || offices.TrueForAll(a => a.Demo) ? offices.FirstOrDefault()?.UserName : null;
    }
}
