using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Identity;

/// <summary>What an account is to be.</summary>
public sealed record AccountFields(Roles Roles, string? Organization, LocalText Display);

/// <summary>An account and the password that is told once.</summary>
public sealed record ToldOnce(Account Account, string Password);

/// <summary>A party's administrator keeps its accounts; the site and the command line end here. Nothing of it is in the journal; every change is logged.</summary>
public sealed partial class KeepAccounts(TwinHubDb db, UserManager<Account> users, ReferenceCache references, ILogger<KeepAccounts> log)
{
    /// <summary>Claim of an account whose password was told once and is not changed yet.</summary>
    public const string MustChange = "must-change-password";

    /// <summary>Null when the actor may keep accounts of <paramref name="party"/>.</summary>
    public static Refusal? WhyNotKeep(Actor actor, string party) => actor.WhyNotAs(Roles.Administrator) ?? actor.WhyNotFor(party);

    public Task<List<Account>> OfAsync(string party, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(u => u.Party == party).OrderBy(u => u.UserName).ToListAsync(cancel);

    /// <exception cref="NotFoundException">No such account of the actor's party.</exception>
    public async Task<Account> FindAsync(string name, Actor actor) =>
        await users.FindByNameAsync(name) is { } account && account.Party == actor.Party ? account : throw new NotFoundException("account", name);

    /// <summary>Null when the operator of the machine may make this account without being one: the first of its party, an administrator.</summary>
    public async Task<Refusal?> WhyNotFirstAsync(string party, Roles roles, CancellationToken cancel) =>
        (roles & Roles.Administrator) == 0 ? Refusal.Of("account.first-administrator")
        : await db.Users.AnyAsync(u => u.Party == party && !u.Demo, cancel) ? Refusal.Of("account.not-first", party) : null;

    /// <param name="actor">Null: the operator, making a party's first account.</param>
    /// <exception cref="RefusedException">Not an administrator of the party; the reasons of <see cref="WhyNotFirstAsync"/>; what is wrong with name or fields.</exception>
    public async Task<ToldOnce> AddAsync((string Name, string Party, AccountFields Fields) made, Actor? actor, CancellationToken cancel)
    {
        var (name, party, fields) = made;
        RefusedException.ThrowIf(actor is null ? await WhyNotFirstAsync(party, fields.Roles, cancel) : WhyNotKeep(actor, party));
        RefusedException.ThrowIf(await WhyNotAsync(party, fields, cancel) ?? (AccountName().IsMatch(name) ? null : Refusal.Of("account.name-unreadable")));
        var account = new Account { Id = Keys.New(), UserName = name, Party = party, Roles = fields.Roles, Organization = fields.Organization, Display = fields.Display };
        var password = OneTimePassword.Make();
        ThrowIf(await users.CreateAsync(account, password));
        ThrowIf(await users.AddClaimAsync(account, new Claim(MustChange, "true")));
        Log("made", account, actor);
        return new(account, password);
    }

    /// <exception cref="RefusedException">Not an administrator; the last one would be lost; what is wrong with the fields.</exception>
    public async Task ChangeAsync(string name, AccountFields fields, Actor actor, CancellationToken cancel)
    {
        var account = await KeptAsync(name, actor);
        RefusedException.ThrowIf(await WhyNotAsync(account.Party, fields, cancel) ?? ((fields.Roles & Roles.Administrator) == 0 ? await WhyNotLoseAsync(account, cancel) : null));
        (account.Roles, account.Organization, account.Display) = (fields.Roles, fields.Organization, fields.Display);
        ThrowIf(await users.UpdateAsync(account));
        Log("changed", account, actor);
    }

    /// <summary>Closed, an account cannot sign in, and whoever is in is out within a minute. Its acts keep its name.</summary>
    public async Task CloseAsync(string name, Actor actor, CancellationToken cancel)
    {
        var account = await KeptAsync(name, actor);
        RefusedException.ThrowIf(await WhyNotLoseAsync(account, cancel));
        account.Closed = true;
        ThrowIf(await users.UpdateSecurityStampAsync(account));
        Log("closed", account, actor);
    }

    public async Task OpenAsync(string name, Actor actor)
    {
        var account = await KeptAsync(name, actor);
        (account.Closed, account.LockoutEnd) = (false, null);
        ThrowIf(await users.UpdateAsync(account));
        Log("opened", account, actor);
    }

    /// <summary>A new password, told once; the old one and every session end.</summary>
    public async Task<ToldOnce> ResetAsync(string name, Actor actor)
    {
        var (account, password) = (await KeptAsync(name, actor), OneTimePassword.Make());
        account.LockoutEnd = null;
        ThrowIf(await users.RemovePasswordAsync(account));
        ThrowIf(await users.AddPasswordAsync(account, password));
        if (!(await users.GetClaimsAsync(account)).Any(c => c.Type == MustChange)) ThrowIf(await users.AddClaimAsync(account, new Claim(MustChange, "true")));
        Log("given a new password", account, actor);
        return new(account, password);
    }

    /// <summary>What the password rules or the store say no to, as a refusal.</summary>
    public static void ThrowIf(IdentityResult result) => RefusedException.ThrowIf(result.Succeeded ? null : result.Errors.First().Code switch
    {
        "PasswordTooShort" => Refusal.Of("account.password-short"),
        "PasswordCommon" => Refusal.Of("account.password-common"),
        "PasswordMismatch" => Refusal.Of("account.password-wrong"),
        "DuplicateUserName" => Refusal.Of("account.name-taken"),
        "InvalidUserName" => Refusal.Of("account.name-unreadable"),
        _ => Refusal.Of("record.changed"),
    });

    private async Task<Account> KeptAsync(string name, Actor actor)
    {
        RefusedException.ThrowIf(WhyNotKeep(actor, actor.Party));
        return await FindAsync(name, actor);
    }

    private async Task<Refusal?> WhyNotAsync(string party, AccountFields fields, CancellationToken cancel)
    {
        var reference = (await references.GetAsync(cancel))!;
        if (reference.Parties.All(p => p.Code != party)) return Refusal.Of("account.party-unknown", party);
        if (fields.Roles == Roles.None) return Refusal.Of("account.no-role");
        if (fields.Display.IsEmpty) return Refusal.Of("account.no-display");
        return fields.Organization is not { } unit || (reference.Organizations.TryGetValue(unit, out var known) && known.Party == party) ? null : Refusal.Of("account.unit-unknown", unit);
    }

    /// <summary>A party keeps an open administrator.</summary>
    private async Task<Refusal?> WhyNotLoseAsync(Account account, CancellationToken cancel) =>
        (account.Roles & Roles.Administrator) == 0 || account.Closed || (await OfAsync(account.Party, cancel)).Exists(a => a.Id != account.Id && !a.Closed && (a.Roles & Roles.Administrator) != 0)
            ? null : Refusal.Of("account.last-administrator");

    private void Log(string what, Account account, Actor? actor) =>
        log.LogInformation("Account {Account} of {Party} {What} by {Actor}: roles {Roles}, unit {Unit}", account.UserName, account.Party, what, actor?.Account.ToString() ?? "the operator", account.Roles, account.Organization);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{1,39}$")]
    private static partial Regex AccountName();
}
