using TwinHub.Core;
using TwinHub.Core.Parties;

namespace TwinHub.Data;

/// <summary>One change of the record by one account. Saving journaled rows without one is refused.</summary>
/// <param name="Name">Stable word, noun and participle: <c>key.turned</c>.</param>
/// <param name="Subject">Code of the record that it is about.</param>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record Act(string Name, Actor Actor, string Subject, LocalText? Reason = null)
{
    /// <summary>The fact's day; null: today.</summary>
    public DateOnly? EffectiveOn { get; init; }
    /// <summary>Codes of further records that it touches.</summary>
    public IReadOnlyList<string> Touches { get; init; } = [];
    /// <summary>Bulk reference rows that entered with it: table, SHA-256 of the file, number of rows.</summary>
    public IReadOnlyList<BulkFile> Bulk { get; init; } = [];
    /// <summary>Of an act that moves no row: the party to which it is internal; null: joint.</summary>
    public string? Audience { get; init; }
    /// <summary>Digests of free texts that it destroys.</summary>
    public IReadOnlyList<string> Expunges { get; init; } = [];
}

/// <summary>Bulk reference data enter as a file of the canonical rows written.</summary>
public sealed record BulkFile(string Table, int Format, string Sha256, int Rows);
