using TwinHub.Core.Parties;
using TwinHub.Core.Regions;

namespace TwinHub.Core.Evidence;

/// <summary>A file, kept once by its SHA-256 (佐证材料).</summary>
public sealed class EvidenceFile
{
    public required Guid Id { get; init; }
    public required string Sha256 { get; init; }
    public required string Name { get; set; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required Class Class { get; init; }
    /// <summary>Party that brought it.</summary>
    public required string Party { get; init; }
    /// <summary>Kind and code of the record that it supports: item, report, issue, key.</summary>
    public required string Subject { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when a text or file of this class may be held here; above the ceiling only a stub is.</summary>
    public static Refusal? WhyNotHold(Class @class, Class ceiling) => @class <= ceiling ? null : Refusal.Of("class.above-ceiling", @class, ceiling);

    /// <summary>Null when the actor may bring it.</summary>
    public static Refusal? WhyNotBring(Actor actor, Class @class, Class ceiling) =>
        actor.WhyNotAs(Roles.Drafter | Roles.Confirmer | Roles.Office | Roles.KeyHolder) ?? WhyNotHold(@class, ceiling);
}

/// <summary>What stands for a record above the installation's ceiling: number, holder, place; no title, no text.</summary>
public sealed class Stub
{
    public required Guid Id { get; init; }
    /// <summary>paper, evidence, agenda or item.</summary>
    public required string Kind { get; init; }
    /// <summary>Code of the record to which it belongs.</summary>
    public required string Subject { get; init; }
    public required string Number { get; init; }
    public required string Holder { get; init; }
    public required string Place { get; init; }
    public required Class Class { get; init; }
    public required string Party { get; init; }
}
