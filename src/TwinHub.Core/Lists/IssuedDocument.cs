using TwinHub.Core.Parties;

namespace TwinHub.Core.Lists;

/// <summary>A list revision, minutes or letter as binding text (印发).</summary>
public sealed class IssuedDocument
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    /// <summary>list, minutes or letter.</summary>
    public required string Kind { get; init; }
    public string? List { get; init; }
    public int? Revision { get; init; }
    public required string Number { get; init; }
    public required DateOnly Date { get; init; }
    /// <summary>Codes of the issuing organs, host first, separated by ;.</summary>
    public required string Issuers { get; init; }
    public required LocalText Main { get; init; }
    public required LocalText Copies { get; init; }
    public required LocalText Title { get; init; }
    /// <summary>SHA-256 of the sealed scan or OFD, where one is held as evidence.</summary>
    public string? ScanSha256 { get; init; }
    /// <summary>Digest of the text that the sealed copy reproduces.</summary>
    public string? TextSha256 { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }

    /// <summary>True where the sealed copy reproduces another text than the revision holds.</summary>
    public bool DiffersFrom(ListRevision revision) => TextSha256 is not null && TextSha256 != revision.TextSha256();

    public static Refusal? WhyNotIssue(Actor actor) => actor.WhyNotAs(Roles.Office);
}

/// <summary>A column that one party adds to a list for itself (本方栏). The others never see it.</summary>
public sealed class PartyColumn
{
    public required Guid Id { get; init; }
    public required Guid ListId { get; init; }
    public required string Party { get; init; }
    public required int Order { get; init; }
    public required LocalText Name { get; set; }
    /// <summary>text, number or date.</summary>
    public required string Kind { get; init; }

    public static Refusal? WhyNotAdd(Actor actor) => actor.WhyNotAs(Roles.Office);

    /// <summary>Null when the actor may rename or remove it.</summary>
    public Refusal? WhyNotChange(Actor actor) => actor.WhyNotFor(Party) ?? WhyNotAdd(actor);

    /// <summary>Null when the actor may write in it.</summary>
    public Refusal? WhyNotWrite(Actor actor) => actor.WhyNotFor(Party) ?? actor.WhyNotAs(Roles.Office | Roles.Drafter);
}

public sealed class PartyCell
{
    public required Guid Id { get; init; }
    public required Guid ColumnId { get; init; }
    public required Guid ItemId { get; init; }
    public required string Party { get; init; }
    public required string Value { get; set; }
}
