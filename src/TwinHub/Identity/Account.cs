using Microsoft.AspNetCore.Identity;
using TwinHub.Core;
using TwinHub.Core.Parties;

namespace TwinHub.Identity;

/// <summary>One account of exactly one party. Accounts and secrets stay outside the journal.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public string Party { get; set; } = "";
    public string? Organization { get; set; }
    public Roles Roles { get; set; }
    /// <summary>Office as people read it, never a person's name.</summary>
    public LocalText Display { get; set; } = LocalText.Empty;
    /// <summary>Exists only in the demonstration.</summary>
    public bool Demo { get; set; }
    public bool Closed { get; set; }
}
