using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Data;

namespace TwinHub.Identity;

/// <summary>Makes, finds and revokes the personal tokens of an account. Nothing of it is in the journal; every change is logged.</summary>
public sealed class KeepTokens(TwinHubDb db, TimeProvider clock, ILogger<KeepTokens> log)
{
    public const int MostTokens = 20, MostDays = 365, DefaultDays = 90, MostNameChars = 80;
    private const string Prefix = "twinhub_";
    private const int SecretBytes = 32;
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(5);

    /// <summary>A token and its text, which is told once.</summary>
    public sealed record Told(AccessToken Token, string Secret);

    /// <summary>Those of an account, the newest first; expired ones too.</summary>
    public Task<List<AccessToken>> OfAsync(Guid account, CancellationToken cancel) =>
        db.Set<AccessToken>().AsNoTracking().Where(t => t.Account == account && db.Users.Any(u => u.Id == account && u.SecurityStamp == t.Stamp)).OrderByDescending(t => t.MadeAt).ToListAsync(cancel);

    /// <exception cref="RefusedException"><c>token.name</c>, <c>token.scopes</c>, <c>token.days</c>, <c>token.too-many</c>.</exception>
    public async Task<Told> MakeAsync(Guid account, (string Name, IReadOnlyList<string> Scopes, int Days) made, CancellationToken cancel)
    {
        var (name, scopes, days) = made;
        RefusedException.ThrowIf(name.Length is 0 or > MostNameChars ? Refusal.Of("token.name", MostNameChars) : null);
        RefusedException.ThrowIf(scopes.Count == 0 || scopes.Except(AccessScope.All).Any() ? Refusal.Of("token.scopes") : null);
        RefusedException.ThrowIf(days is < 1 or > MostDays ? Refusal.Of("token.days", MostDays) : null);
        var (secret, now) = (Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)), clock.GetUtcNow());
        var stamp = await db.Users.Where(u => u.Id == account).Select(u => u.SecurityStamp).SingleAsync(cancel) ?? "";
        var all = await db.Set<AccessToken>().Where(t => t.Account == account).ToListAsync(cancel);
        db.RemoveRange(all.Where(t => t.ExpiresAt <= now || t.Stamp != stamp)); // what no longer opens anything
        RefusedException.ThrowIf(all.Count(t => t.ExpiresAt > now && t.Stamp == stamp) >= MostTokens ? Refusal.Of("token.too-many", MostTokens) : null);
        var token = new AccessToken { Id = Keys.New(), Account = account, Name = name, Scopes = string.Join(' ', AccessScope.All.Where(scopes.Contains)), Sha256 = Digest(secret), Stamp = stamp, MadeAt = now, ExpiresAt = now.AddDays(days) };
        db.Add(token);
        await db.SaveChangesAsync(cancel);
        log.LogInformation("Account {Account} made token {Token} for {Scopes} until {Until}", account, token.Id, token.Scopes, token.ExpiresAt);
        return new(token, secret);
    }

    /// <exception cref="Web.NotFoundException">No such token of the account.</exception>
    public async Task RevokeAsync(Guid account, Guid id, CancellationToken cancel)
    {
        var token = await db.Set<AccessToken>().SingleOrDefaultAsync(t => t.Id == id && t.Account == account, cancel) ?? throw new Web.NotFoundException("token", id.ToString());
        db.Remove(token);
        await db.SaveChangesAsync(cancel);
        log.LogInformation("Account {Account} revoked token {Token}", account, id);
    }

    /// <summary>The account that a token speaks for; null: revoked, expired, of a closed account, or never made.</summary>
    public async Task<(Account Account, AccessToken Token)?> FindAsync(string secret, CancellationToken cancel)
    {
        var (digest, now) = (Digest(secret), clock.GetUtcNow());
        if (await db.Set<AccessToken>().SingleOrDefaultAsync(t => t.Sha256 == digest, cancel) is not { } token || token.ExpiresAt <= now) return null;
        var account = await db.Users.AsNoTracking().SingleAsync(u => u.Id == token.Account, cancel);
        if (account.Closed || account.SecurityStamp != token.Stamp || account.LockoutEnd > now) return null;
        if (token.LastUsedAt is not { } last || now - last > UseNoted)
        {
            token.LastUsedAt = now;
            await db.SaveChangesAsync(cancel);
        }

        return (account, token);
    }

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
