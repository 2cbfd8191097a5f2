using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;

namespace TwinHub.Data.Whole;

/// <summary>A list with everything that a change request reads or moves.</summary>
/// <param name="Next">The list that carried items go to; null: there is none yet.</param>
/// <param name="Milestones">Of the items of the list.</param>
public sealed record WholeList(ItemList List, ItemList? Next, IReadOnlyList<Milestone> Milestones)
{
    /// <summary>Puts an approved or recorded change into effect.</summary>
    public void Apply(ChangeRequest change, DateOnly on) => List.Apply(change, new Effect(on, Keys.New, Next) { Milestones = Milestones });

    public Refusal? WhyNot(Proposal proposal) => proposal.WhyNot(List, Next, Milestones);
}

/// <summary>Loads lists whole: with items, units, deliverables and references, so that the journal can open whole records.</summary>
internal static class WholeLists
{
    public static Task<WholeList?> WholeListAsync(this TwinHubDb db, string code, CancellationToken cancel) => db.WholeAsync(l => l.Code == code, tracked: true, cancel);

    public static Task<WholeList?> WholeListAsync(this TwinHubDb db, Guid id, CancellationToken cancel) => db.WholeAsync(l => l.Id == id, tracked: true, cancel);

    /// <summary>The same to look at only.</summary>
    public static Task<WholeList?> ReadWholeListAsync(this TwinHubDb db, string code, CancellationToken cancel) => db.WholeAsync(l => l.Code == code, tracked: false, cancel);

    public static Task<WholeList?> ReadWholeListAsync(this TwinHubDb db, Guid id, CancellationToken cancel) => db.WholeAsync(l => l.Id == id, tracked: false, cancel);

    /// <summary>The open list that follows: the first of the same parties that begins later, one of the same kind before others.</summary>
    public static async Task<ItemList?> NextListAsync(this TwinHubDb db, ItemList list, bool tracked, CancellationToken cancel)
    {
        var lists = db.Lists.Include(l => l.Items).AsSplitQuery();
        var later = await (tracked ? lists : lists.AsNoTrackingWithIdentityResolution()).Where(l => l.ClosedOn == null && l.Starts > list.Starts).OrderBy(l => l.Starts).ThenBy(l => l.Code).ToListAsync(cancel);
        var parties = list.Parties.Select(p => p.Party).ToHashSet(StringComparer.Ordinal);
        return later.Where(l => parties.SetEquals(l.Parties.Select(p => p.Party))).OrderBy(l => l.Kind == list.Kind ? 0 : 1).FirstOrDefault();
    }

    private static async Task<WholeList?> WholeAsync(this TwinHubDb db, Expression<Func<ItemList, bool>> which, bool tracked, CancellationToken cancel)
    {
        var lists = db.Lists.Include(l => l.Items).ThenInclude(i => i.Units).Include(l => l.Items).ThenInclude(i => i.Deliverables)
            .Include(l => l.Items).ThenInclude(i => i.Refs).Include(l => l.Revisions).AsSplitQuery();
        var list = await (tracked ? lists : lists.AsNoTrackingWithIdentityResolution()).SingleOrDefaultAsync(which, cancel);
        if (list is null) return null;
        var items = db.Items.Where(i => i.ListId == list.Id).Select(i => (Guid?)i.Id);
        var milestones = db.Milestones.Where(m => items.Contains(m.ItemId)).OrderBy(m => m.Code);
        return new(list, await db.NextListAsync(list, tracked, cancel), await (tracked ? milestones : milestones.AsNoTracking()).ToListAsync(cancel));
    }
}
