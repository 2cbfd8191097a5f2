using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Changes;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Lists;

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
    public bool Differs => Issued?.DiffersFrom(Revision) == true;

    /// <summary>The bases of <paramref name="list"/>'s revisions, newest first.</summary>
    public static async Task<IReadOnlyList<RevisionBasis>> OfAsync(ItemList list, TwinHubDb db, Actor actor, CancellationToken cancel)
    {
        var issued = await db.IssuedDocuments.AsNoTracking().Where(d => d.List == list.Code).OrderByDescending(d => d.Date).ToListAsync(cancel);
        var codes = list.Revisions.Select(r => r.Change).OfType<string>().ToList();
        var changes = codes.Count == 0 ? [] : await db.Changes.AsNoTracking().VisibleTo(actor).Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, cancel);
        return [.. list.Revisions.OrderByDescending(r => r.Number).Select(r => new RevisionBasis(r, changes.GetValueOrDefault(r.Change ?? ""), issued.Find(d => d.Revision == r.Number)))];
    }
}
