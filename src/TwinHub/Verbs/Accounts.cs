using System.CommandLine;
using System.Text.Json;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary><c>account list</c>, <c>account add</c>, <c>account password</c>: the party's administrator acts; a party's first account is the operator's to make.</summary>
internal static class Accounts
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the account." };
    private static readonly Option<string?> Party = new("--party") { Description = "Code of the party." };
    private static readonly Option<string[]> RoleWords = new("--role") { Description = "viewer, drafter, confirmer, office, key-holder, administrator, auditor; more than one may stand.", AllowMultipleArgumentsPerToken = true, Required = true };
    private static readonly Option<string?> Unit = new("--unit") { Description = "Code of its unit." };
    private static readonly Option<string[]> Display = new("--display") { Description = "Office that it is shown as, LANGUAGE=TEXT; one for each language.", AllowMultipleArgumentsPerToken = true, Required = true };
    private static readonly Option<string?> As = new("--as") { Description = "Administrator to act as; without one only a party's first account is made." };

    public static Command Verb()
    {
        var list = new Command("list", "Lists the accounts. Example: twinhub account list --party north --json") { Party, RecordOptions.Data, RecordOptions.Json };
        list.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => ListAsync(call, services, c), cancel));
        var add = new Command("add", "Makes an account and says its one-time password. Example: twinhub account add north-admin --party north --role administrator --display en=\"Administrator\"")
        { Name, Party, RoleWords, Unit, Display, As, RecordOptions.Data, RecordOptions.Json };
        add.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => AddAsync(call, services, c), cancel));
        var password = new Command("password", "Says a new one-time password. Example: twinhub account password drafter --as north-admin") { Name, AsAccount.Name, RecordOptions.Data, RecordOptions.Json };
        password.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, _) => ResetAsync(call, services), cancel));
        return new Command("account", "Accounts of the parties.") { list, add, password };
    }

    private static async Task<int> ListAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        var parties = (await services.GetRequiredService<ReferenceCache>().GetAsync(cancel))?.Parties.Select(p => p.Code).Where(p => call.GetValue(Party) is not { } only || only == p) ?? [];
        var accounts = new List<Account>();
        foreach (var party in parties) accounts.AddRange(await services.GetRequiredService<KeepAccounts>().OfAsync(party, cancel));
        if (call.GetValue(RecordOptions.Json)) Report.Print(accounts.Select(a => new { name = a.UserName, party = a.Party, unit = a.Organization, roles = Named(a.Roles), closed = a.Closed, demo = a.Demo }));
        else foreach (var a in accounts) Console.WriteLine($"{a.UserName,-28} {a.Party,-14} {a.Organization,-18} {string.Join(',', Named(a.Roles))}{(a.Closed ? " (closed)" : "")}{(a.Demo ? " (demo)" : "")}");
        return ExitCode.Done;
    }

    private static async Task<int> AddAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        if (Read(call) is not { } fields) return ExitCode.Call;
        if (call.GetValue(As) is { } name && !await AsAccount.EnterAsync(name, services)) return ExitCode.Call;
        var actor = services.GetRequiredService<Caller>().Actor;
        if ((call.GetValue(Party) ?? actor?.Party) is not { } party)
        {
            await Console.Error.WriteLineAsync("Name the party with --party.");
            return ExitCode.Call;
        }

        return Say(call, await services.GetRequiredService<KeepAccounts>().AddAsync((call.GetValue(Name)!, party, fields), actor, cancel));
    }

    private static async Task<int> ResetAsync(ParseResult call, IServiceProvider services)
    {
        if (!await AsAccount.EnterAsync(call, services)) return ExitCode.Call;
        return Say(call, await services.GetRequiredService<KeepAccounts>().ResetAsync(call.GetValue(Name)!, services.GetRequiredService<Caller>().Actor!));
    }

    /// <summary>Null, and said so, where a role or a display cannot be read.</summary>
    private static AccountFields? Read(ParseResult call)
    {
        var roles = Roles.None;
        foreach (var typed in call.GetValue(RoleWords)!)
        {
            if (!Enum.TryParse<Roles>(typed.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var role)) return Wrong($"No role {typed}.");
            roles |= role;
        }

        var texts = call.GetValue(Display)!.Select(t => t.Split('=', 2)).ToList();
        return texts.Exists(t => t.Length < 2) ? Wrong("Write --display LANGUAGE=TEXT.") : new(roles, call.GetValue(Unit), LocalText.Of(texts[0][0], texts.Select(t => (t[0], t[1]))));
    }

    private static AccountFields? Wrong(string message)
    {
        Console.Error.WriteLine(message);
        return null;
    }

    private static int Say(ParseResult call, ToldOnce told)
    {
        if (call.GetValue(RecordOptions.Json)) Report.Print(new { name = told.Account.UserName, party = told.Account.Party, password = told.Password });
        else Console.WriteLine($"{told.Account.UserName} of {told.Account.Party}: one-time password {told.Password} (said once; it is changed at the first sign-in)");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Named(Roles roles) => Enum.GetValues<Roles>().Where(r => r != Roles.None && roles.HasFlag(r)).Select(r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString()));
}
