using TwinHub.Core.Changes;
using TwinHub.Core.Lists;

namespace TwinHub.Data.Standing;

/// <summary>On what a revision stands: the parties' keys here, or an issued document that was recorded.</summary>
/// <param name="Change">Null: it came with the founding of the record.</param>
/// <param name="Issued">The document that issued it, where one is recorded.</param>
public sealed record RevisionBasis(ListRevision Revision, ChangeRequest? Change, IssuedDocument? Issued)
{
    /// <summary>Every party turned its key on exactly this text here.</summary>
    public bool IsKeyed => Change is { State: ChangeState.Approved };
    /// <summary>Parties that confirmed it here so far.</summary>
    public IReadOnlyList<string> Turned => Change is null ? [] : [.. Change.Parties.Select(p => p.Party).Where(Change.HasTurned)];
    /// <summary>The sealed copy reproduces another text than the record holds.</summary>
    public required bool Differs { get; init; }

    /// <summary>The bases of the list's revisions, newest first.</summary>
    public static IReadOnlyList<RevisionBasis> Of(ListStanding standing) =>
        [.. standing.List.Revisions.OrderByDescending(r => r.Number)
            .Select(r => new RevisionBasis(r, standing.Changes.GetValueOrDefault(r.Change ?? ""), standing.Issued.FirstOrDefault(d => d.Revision == r.Number)) { Differs = standing.Differing.Contains(r.Number) })];

    /// <summary>Null: nothing is adopted.</summary>
    public static RevisionBasis? Adopted(ListStanding standing) => Of(standing).FirstOrDefault(b => b.Revision == standing.List.Adopted);
}
