using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;

namespace TwinHub.Data.Standing;

/// <summary>Where one item stands: joint fields, each party's last released report, progress, state and outlook.</summary>
public sealed record ItemStanding(Guid Id, string Code, string Theme, LocalText Title, LocalText Scope, DateOnly Due)
{
    public required Item Item { get; init; }
    /// <summary>In the order of the list's parties.</summary>
    public required IReadOnlyList<SideStanding> Sides { get; init; }
    /// <summary>The lower of the sides' last released percents; null: unknown.</summary>
    public required decimal? Progress { get; init; }
    /// <summary>Elapsed share, in percent.</summary>
    public required decimal Share { get; init; }
    /// <summary>Progress − share, in points.</summary>
    public required decimal? Lead { get; init; }
    public required ItemState State { get; init; }
    public required StateRule Rule { get; init; }
    /// <summary>Null: no milestones, or ended.</summary>
    public ItemOutlook? Outlook { get; init; }
    /// <summary>The sides' percents differ by more than the region allows, or one says done and another not.</summary>
    public required bool Disagree { get; init; }
    /// <summary>What a search looks in: code, name, scope and lead units in every language, in capitals.</summary>
    public required string Words { get; init; }
    public bool Sample => Item.Sample;
}

/// <summary>What one party says of an item.</summary>
/// <param name="Leads">Codes of its lead units in order; the first answers.</param>
/// <param name="Latest">Its last report that every party sees; null: never released one.</param>
/// <param name="InRound">Whether one is released for the latest round.</param>
/// <param name="LateDays">Days between the round's close and the report's submission, when late.</param>
public sealed record SideStanding(string Party, IReadOnlyList<string> Leads, ReleasedReport? Latest, bool InRound, int LateDays);

/// <summary>The released part of a report, as lists and pages show it.</summary>
public sealed record ReleasedReport(Guid Item, Guid Round, string Party, string Organization, decimal? Percent, LocalText Text, LocalText Problems, LocalText Asks)
{
    public Judgement? Judgement { get; init; }
    public DateOnly? SubmittedOn { get; init; }
    public CameBy CameBy { get; init; }
    public bool Sample { get; init; }
}

/// <summary>A list with the standing of each of its adopted items.</summary>
public sealed record ListStanding(ItemList List, IReadOnlyList<ItemStanding> Items, IReadOnlyList<Round> Rounds, OutlookRun Run)
{
    /// <summary>The latest round that has opened.</summary>
    public Round? Round => Rounds.Count > 0 ? Rounds[^1] : null;
    public int? Revision => List.Adopted?.Number;
    /// <summary>First day of the month after the day that this is of.</summary>
    public DateOnly NextMonth => new DateOnly(Run.DataDate.Year, Run.DataDate.Month, 1).AddMonths(1);
    /// <summary>N of every "of N": adopted and added.</summary>
    public int Total => Balance.Total;
    public Balance Balance { get; init; }
    /// <summary>Items above what the reader may see: their codes only.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];
    /// <summary>Drafts that the reader may see.</summary>
    public IReadOnlyList<ItemStanding> Drafts { get; init; } = [];
    /// <summary>Documents that issued its revisions, newest first.</summary>
    public IReadOnlyList<IssuedDocument> Issued { get; init; } = [];
    /// <summary>Revisions whose latest issued document reproduces another text than the record holds: read over all their rows, so found once.</summary>
    public IReadOnlySet<int> Differing { get; init; } = new HashSet<int>();
    /// <summary>The change requests that made its revisions, by code.</summary>
    public IReadOnlyDictionary<string, ChangeRequest> Changes { get; init; } = new Dictionary<string, ChangeRequest>();
    /// <summary>What items follow from or belong to, and every ask of a meeting.</summary>
    public IReadOnlyDictionary<(RefKind Kind, string Code), RefText> Refs { get; init; } = new Dictionary<(RefKind, string), RefText>();
    /// <summary>By item: how far its units moved the day of a milestone between the last two rounds, where they moved one back.</summary>
    public IReadOnlyDictionary<Guid, Slip> Slips { get; init; } = new Dictionary<Guid, Slip>();
    /// <summary>Markup that says the same to every reader of a language, by item and what it is: made when first asked for, kept as long as this standing.</summary>
    public ConcurrentDictionary<(Guid Item, string What), string> Drawn { get; init; } = [];
    /// <summary>How many items each saved view of <see cref="ListFilter.Views"/> has.</summary>
    public IReadOnlyDictionary<string, int> Views { get; init; } = new Dictionary<string, int>();
    public bool Sample => List.Sample || Items.Any(i => i.Sample);

    /// <summary>Items that have not ended.</summary>
    public int Open { get; private init; }

    private IReadOnlyDictionary<ItemState, int> States { get; init; } = new Dictionary<ItemState, int>();
    private bool IsForAll { get; init; }

    public int Count(ItemState state) => States.GetValueOrDefault(state);

    /// <summary>Open items whose reports of the latest round ask for something: those that the forecast delays most, then the least likely to be in time, then the furthest behind.</summary>
    public IReadOnlyList<ItemStanding> ToDecide(int most) =>
        [.. Items.Where(i => i.Item.IsOpen && i.Sides.Any(s => s is { InRound: true, Latest.Asks.IsEmpty: false }))
            .OrderByDescending(i => i.Outlook?.ExpectedDelayDays ?? 0).ThenBy(i => i.Outlook?.OnTime ?? 1).ThenBy(i => i.Lead).ThenBy(i => i.Code, StringComparer.Ordinal).Take(most)];

    /// <summary>Asks of the meeting that adopted the list, and those that no item of it answers.</summary>
    public IReadOnlyList<RefText> Asks => [.. Refs.Values.Where(r => r.Kind == RefKind.Ask && r.Meeting is not null && r.Meeting == List.Meeting).OrderBy(r => r.Code, StringComparer.Ordinal)];

    public IReadOnlyList<RefText> Unanswered()
    {
        var answered = Items.SelectMany(i => i.Item.Refs).Where(r => r.Kind == RefKind.Ask).Select(r => r.Ref).ToHashSet(StringComparer.Ordinal);
        return [.. Asks.Where(a => !answered.Contains(a.Code))];
    }

    /// <summary>The same without the items that <paramref name="actor"/> may not see.</summary>
    public ListStanding For(Actor actor)
    {
        var drafts = Drafts.Where(d => Visibility.MaySee(d.Item, actor)).ToList();
        var refs = Refs.Values.All(r => r.IsSeenBy(actor)) ? Refs : Refs.Where(r => r.Value.IsSeenBy(actor)).ToDictionary();
        var changes = Changes.Where(c => c.Value.Parties.Any(p => p.Party == actor.Party)).ToDictionary();
        if (IsForAll || Items.All(i => Visibility.MaySee(i.Item, actor))) return this with { Drafts = drafts, Refs = refs, Changes = changes };
        var seen = Items.ToLookup(i => Visibility.MaySee(i.Item, actor));
        return (this with { Items = [.. seen[true]], Withheld = [.. seen[false].Select(i => i.Code)], Drafts = drafts, Refs = refs, Changes = changes }).Counted();
    }

    /// <summary>With all counted that a page would otherwise count item by item.</summary>
    internal ListStanding Counted() => this with
    {
        Views = ListFilter.Views.ToDictionary(v => v, v => Items.Count(i => ListRows.InView(v, i, this))),
        States = Items.CountBy(i => i.State).ToDictionary(),
        Open = Items.Count(i => i.Item.IsOpen),
        IsForAll = Items.All(i => Visibility.IsForAll(i.Item)),
    };
}

/// <summary>Where the items of a list stand, as the actor may see it.</summary>
public sealed class Standings(TwinHubDb db, StandingCache cache, Actor actor)
{
    /// <summary>Null: no such list.</summary>
    public async Task<ListStanding?> OfListAsync(string code, CancellationToken cancel) => (await cache.GetAsync(code, cancel))?.For(actor);

    /// <summary>Released reports of <paramref name="items"/>: what every party sees; a party's own unreleased ones are not in it.</summary>
    public async Task<ILookup<Guid, ReleasedReport>> ReportsAsync(IQueryable<Guid> items, CancellationToken cancel) =>
        (await StandingCache.Released(db.Reports.VisibleTo(actor).Where(r => items.Contains(r.ItemId))).ToListAsync(cancel)).ToLookup(r => r.Item);
}
