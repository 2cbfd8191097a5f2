using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Merkle;

namespace TwinHub.Publish.Meetings;

/// <summary>Reads what the papers of the next meeting say, as every party may see it: nothing that one party has not released is in it.</summary>
public sealed class ReadMeetingFacts(TwinHubDb db, ReferenceCache references, StandingCache standings, Today today)
{
    private const int MostTries = 5;

    /// <exception cref="RefusedException"><c>prepare.no-region</c>, <c>prepare.no-meeting</c>, <c>prepare.no-list</c>: there is nothing to prepare; <c>prepare.busy</c>: the record kept changing while it was read.</exception>
    public async Task<MeetingFacts> HandleAsync(CancellationToken cancel)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var facts = await ReadAsync(cancel);
            if ((await HeadAsync(cancel)).Size == facts.JournalSize) return facts; // nothing happened in between: all of it is of one moment
        }

        throw new RefusedException(Refusal.Of("prepare.busy"));
    }

    /// <summary>Size and root of the journal now, and the day that the papers go by.</summary>
    public async Task<(long Size, string Root, DateOnly Day)> HeadAsync(CancellationToken cancel)
    {
        var head = await db.JournalHead.AsNoTracking().SingleAsync(cancel);
        return (head.Size, Convert.ToHexStringLower(Frontier.Read(head.Frontier).Root().ToBytes()), today.Day);
    }

    private async Task<MeetingFacts> ReadAsync(CancellationToken cancel)
    {
        var reference = await references.GetAsync(cancel) ?? throw new RefusedException(Refusal.Of("prepare.no-region"));
        var region = reference.Region;
        var (size, root, day) = await HeadAsync(cancel);
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Code == region.NextMeeting, cancel) ?? throw new RefusedException(Refusal.Of("prepare.no-meeting"));
        var standing = (await standings.GetAsync(region.CurrentList ?? "", cancel))?.For(Actor.EveryParty) ?? throw new RefusedException(Refusal.Of("prepare.no-list"));
        var last = await LastAsync(meeting, cancel);
        var items = await ItemsAsync(standing, reference, cancel);
        return new(reference, meeting, standing, day)
        {
            Last = last,
            JournalSize = size,
            JournalRoot = root,
            Items = items,
            Asks = await AsksAsync(last, items, cancel),
            Drafts = await DraftsAsync(region.NextList, cancel),
        };
    }

    private async Task<Meeting?> LastAsync(Meeting next, CancellationToken cancel) =>
        (await db.Meetings.AsNoTracking().Where(m => m.Body == next.Body && m.Held).ToListAsync(cancel)).OrderBy(m => m.Starts).ThenBy(m => m.Number).LastOrDefault(m => m.Code != next.Code);

    private async Task<IReadOnlyList<ItemFacts>> ItemsAsync(ListStanding standing, Reference reference, CancellationToken cancel)
    {
        var list = standing.List.Id;
        var likely = await db.Milestones.AsNoTracking().Where(m => m.Actual == null && m.LikelyDate != null && db.Items.Any(i => i.ListId == list && i.Id == m.ItemId))
            .Select(m => new { Item = m.ItemId!.Value, Date = m.LikelyDate!.Value }).ToListAsync(cancel);
        var latest = likely.GroupBy(l => l.Item).ToDictionary(g => g.Key, g => g.Max(l => l.Date));
        return [.. standing.Items.Select(i => new ItemFacts(i, ItemFacts.StateOf(i, (today.Day, standing.Run.DoneOn.ContainsKey(i.Id), reference.Region)), latest.TryGetValue(i.Id, out var date) ? date : null))];
    }

    private async Task<IReadOnlyList<AskFacts>> AsksAsync(Meeting? last, IReadOnlyList<ItemFacts> items, CancellationToken cancel)
    {
        if (last is null) return [];
        var papers = db.Papers.VisibleTo(Actor.EveryParty).Where(p => p.Meeting == last.Code && (p.Class == Class.Public || p.Class == Class.Joint)).Select(p => p.Code);
        var asks = await db.Asks.AsNoTracking().Where(a => papers.Contains(a.Paper)).OrderBy(a => a.Code).ToListAsync(cancel);
        var answers = items.SelectMany(i => i.At.Item.Refs.Where(r => r.Kind == RefKind.Ask).Select(r => (r.Ref, Item: i))).ToLookup(r => r.Ref, r => r.Item, StringComparer.Ordinal);
        return [.. asks.Select(a => new AskFacts(a, [.. answers[a.Code].Distinct()]))];
    }

    private async Task<IReadOnlyList<Item>> DraftsAsync(string? nextList, CancellationToken cancel)
    {
        var lists = db.Lists.Where(l => l.Code == nextList).Select(l => l.Id);
        return await db.Items.AsNoTracking().VisibleTo(Actor.EveryParty).Include(i => i.Units).AsSplitQuery()
            .Where(i => lists.Contains(i.ListId) && i.FirstRevision == null).OrderBy(i => i.Code).ToListAsync(cancel);
    }
}
