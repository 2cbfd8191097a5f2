using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Projects;

namespace TwinHub.Data.Search;

/// <summary>What a save changes of what can be found. Most acts change nothing of it.</summary>
/// <param name="Kinds">Kinds of which a row may read otherwise.</param>
/// <param name="Records">Codes of the records that the act touches.</param>
internal sealed record SearchChange(IReadOnlyList<SearchKind> Kinds, IReadOnlyCollection<string> Records)
{
    private static readonly SearchKind[] Items = [SearchKind.Item], Projects = [SearchKind.Project], Decisions = [SearchKind.Decision], Units = [SearchKind.Organization], Terms = [SearchKind.Term],
        Sittings = [SearchKind.Meeting, SearchKind.Decision], Texts = [SearchKind.Paper, SearchKind.Passage, SearchKind.Meeting, SearchKind.Decision];

    /// <summary>A name in which others are named changed, or a party: everything is read anew.</summary>
    public bool IsWide { get; private init; }

    /// <summary>Before the save. Null: nothing that can be found changes.</summary>
    public static SearchChange? Of(TwinHubDb db, IEnumerable<string> touches)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity).ToList();
        var kinds = changed.SelectMany(KindsOf).Distinct().ToList();
        var wide = changed.Exists(e => e is Party or Body);
        return kinds.Count == 0 && !wide ? null : new(kinds, touches.ToHashSet(StringComparer.Ordinal)) { IsWide = wide };
    }

    /// <summary>Records of one kind: with a paper goes the meeting whose agenda or decisions it may open or close.</summary>
    public async Task<IReadOnlyCollection<string>> RecordsOfAsync(TwinHubDb db, SearchKind kind, CancellationToken cancel)
    {
        if (kind is not (SearchKind.Meeting or SearchKind.Decision)) return Records;
        var meetings = await db.Papers.AsNoTracking().Where(p => p.Meeting != null && Records.Contains(p.Code)).Select(p => p.Meeting!).ToListAsync(cancel);
        var all = Records.Union(meetings, StringComparer.Ordinal).ToList();
        return kind == SearchKind.Meeting ? all : [.. all, .. await db.Decisions.AsNoTracking().Where(d => all.Contains(d.Meeting)).Select(d => d.Code).ToListAsync(cancel)];
    }

    private static SearchKind[] KindsOf(object entity) => entity switch
    {
        Item or ItemUnit or Deliverable => Items,
        Project => Projects,
        Meeting or AgendaItem or Visit => Sittings,
        Paper or Passage => Texts,
        Decision => Decisions,
        Organization => Units,
        Term => Terms,
        _ => [],
    };
}
