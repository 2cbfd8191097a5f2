using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Data.Journal;

namespace TwinHub.Identity;

/// <summary>A personal token of one account, for programs. Only its digest is kept. A secret, so outside the journal.</summary>
public sealed class AccessToken
{
    public required Guid Id { get; init; }
    public required Guid Account { get; init; }
    /// <summary>What it is for, in the account's words.</summary>
    public required string Name { get; init; }
    /// <summary>Scopes, separated by blanks.</summary>
    public required string Scopes { get; init; }
    /// <summary>SHA-256 of the token, in hexadecimal. The token has 256 random bits: it needs no salt.</summary>
    public required string Sha256 { get; init; }
    /// <summary>Stamp of the account when it was made: a new password or a closed account ends every token.</summary>
    public required string Stamp { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }

    public IReadOnlyList<string> ScopeList => Scopes.Split(' ');
}

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> token)
    {
        token.IsOutsideJournal();
        token.ToTable("AccessTokens");
        token.Ignore(t => t.ScopeList);
        token.HasIndex(t => t.Sha256).IsUnique();
        token.HasIndex(t => t.Account);
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.Account).OnDelete(DeleteBehavior.Cascade);
    }
}
