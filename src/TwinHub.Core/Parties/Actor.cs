namespace TwinHub.Core.Parties;

/// <summary>What an account may do, within its party.</summary>
[Flags]
public enum Roles
{
    None = 0,
    /// <summary>Reads what its party may see.</summary>
    Viewer = 1,
    /// <summary>Writes reports of its own unit and proposes changes.</summary>
    Drafter = 2,
    /// <summary>Confirms reports that another account of its unit wrote.</summary>
    Confirmer = 4,
    /// <summary>The party's part of the joint office: opens, returns, releases and chases its own units.</summary>
    Office = 8,
    /// <summary>Turns the party's key in person.</summary>
    KeyHolder = 16,
    /// <summary>Keeps the party's accounts.</summary>
    Administrator = 32,
    /// <summary>Reads the journal and verifies it.</summary>
    Auditor = 64,
}

/// <summary>Who acts: one account of exactly one party.</summary>
/// <param name="Account">Key of the account.</param>
/// <param name="Party">Code of its party.</param>
/// <param name="Roles">What it may do there.</param>
/// <param name="Organization">Code of its unit, where it has one.</param>
public sealed record Actor(Guid Account, string Party, Roles Roles, string? Organization)
{
    /// <summary>The act that founds a region comes before any account.</summary>
    public static readonly Actor Founder = new(Guid.Empty, "", Roles.None, null);

    /// <summary>Reads what every party may see and nothing else: of no party and without a role, it may do no act. Joint papers are read so.</summary>
    public static readonly Actor EveryParty = new(Guid.Empty, "", Roles.None, null);

    public bool Is(Roles role) => (Roles & role) != 0;

    /// <summary>Null when the actor has one of <paramref name="roles"/>; otherwise the reason.</summary>
    public Refusal? WhyNotAs(Roles roles) => Is(roles) ? null : Refusal.Of("actor.role");

    /// <summary>Null when the actor may act for <paramref name="party"/>: only for its own.</summary>
    public Refusal? WhyNotFor(string party) => party == Party ? null : Refusal.Of("actor.other-party", party);
}
