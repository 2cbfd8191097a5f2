using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Changes;

/// <summary>The register of change requests: those that wait first, with who must still turn a key and how long it waits.</summary>
public sealed class ShowChanges(TwinHubDb db, Actor actor)
{
    private const int MostRows = 500;

    public sealed record View(IReadOnlyList<Line> Lines, IReadOnlyList<Founded> Founded, string Filter, Actor Actor)
    {
        /// <summary>Requests to destroy a text that wait for keys.</summary>
        public int Expunges { get; init; }
        public IEnumerable<Line> Waiting => Lines.Where(l => l.Change.TakesKeys);
        public int ForMe => Waiting.Count(l => l.MayTurn);
        public IEnumerable<Line> Shown => Filter switch
        {
            "waiting" => Waiting,
            "mine" => Lines.Where(l => l.MayTurn),
            "ended" => Lines.Where(l => !l.Change.TakesKeys),
            _ => Lines,
        };
    }

    public sealed record Line(ChangeRequest Change, string List, bool MayTurn);

    /// <summary>A revision, or the end of an item, that was there before the record began: a fact with its source, recorded, not keyed.</summary>
    public sealed record Founded(string List, int? Revision, string? Item, ItemEnd? End, DateOnly On, LocalText Ground, string? Decision, string? Source, bool Sample);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/changes", (string? show, ShowChanges slice, CancellationToken cancel) => slice.ShowAsync(show ?? "", cancel));

    private async Task<RazorComponentResult> ShowAsync(string show, CancellationToken cancel)
    {
        var lists = await db.Lists.AsNoTracking().Select(l => new { l.Id, l.Code }).ToDictionaryAsync(l => l.Id, l => l.Code, cancel);
        var changes = await db.Changes.AsNoTracking().VisibleTo(actor).OrderByDescending(c => c.ProposedAt).Take(MostRows).ToListAsync(cancel);
        var lines = changes.OrderBy(c => c.State == ChangeState.Open ? 0 : c.TakesKeys ? 1 : 2).ThenByDescending(c => c.ProposedAt).Select(c => Of(c, lists[c.ListId])).ToList();
        var view = new View(lines, await FoundedAsync(lists, cancel), show, actor) { Expunges = await db.ExpungeRequests.CountAsync(r => r.State == ChangeState.Open, cancel) };
        return new RazorComponentResult<ChangesPage>(new { View = view });
    }

    private Line Of(ChangeRequest change, string list) => new(change, list,
        change.WhyNotTurnKey(actor, change.TextSha256, new KeyBasis(InPerson: true)) is null || (actor.Is(Roles.Office) && change.WhyNotTurnKey(actor, change.TextSha256, Recorded) is null));

    private static readonly KeyBasis Recorded = new(false, "-", DateOnly.MinValue, "-");

    private async Task<IReadOnlyList<Founded>> FoundedAsync(Dictionary<Guid, string> lists, CancellationToken cancel)
    {
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.Change == null && r.State == RevisionState.Adopted)
            .Select(r => new { List = EF.Property<Guid>(r, "ListId"), r.Number, r.Date, r.Ground, r.Decision, r.Source, r.Sample }).ToListAsync(cancel);
        var changes = db.Changes.Select(c => (string?)c.Code);
        var ends = await db.Items.AsNoTracking().Where(i => i.End != null && !changes.Contains(i.EndGround))
            .Select(i => new { i.ListId, i.Code, i.End, i.EndedOn, i.EndReason, i.EndGround, i.Source, i.Sample }).ToListAsync(cancel);
        return [.. revisions.Select(r => new Founded(lists[r.List], r.Number, null, null, r.Date, r.Ground, r.Decision, r.Source, r.Sample))
            .Concat(ends.Select(e => new Founded(lists[e.ListId], null, e.Code, e.End, e.EndedOn!.Value, e.EndReason, e.EndGround, e.Source, e.Sample)))
            .OrderByDescending(f => f.On).ThenBy(f => f.Item, StringComparer.Ordinal)];
    }
}
