using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using TwinHub.Core.Parties;
using TwinHub.Identity;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary><c>--as ACCOUNT</c>: the account that a verb acts as; the domain asks it what it asks on the site.</summary>
internal static class AsAccount
{
    public static readonly Option<string> Name = new("--as") { Description = "Account to act as.", Required = true };

    /// <returns>False, and said so, when there is no such account.</returns>
    public static Task<bool> EnterAsync(ParseResult call, IServiceProvider services) => EnterAsync(call.GetValue(Name)!, services);

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
}
