using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
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
    public Balance Balance { get; init; }
    public bool Sample => List.Sample || Items.Any(i => i.Sample);

    public int Count(ItemState state) => Items.Count(i => i.State == state);
}

/// <summary>Reads where the items of a list stand, as the actor may see it. Queries: list with revisions and items (a few, split), rounds, reports.</summary>
public sealed class Standings(TwinHubDb db, ReferenceCache references, OutlookCache outlooks, Today today, Actor actor)
{
    /// <summary>Null: no such list.</summary>
    public async Task<ListStanding?> OfListAsync(string code, CancellationToken cancel)
    {
        var list = await db.Lists.AsNoTracking().Include(l => l.Items).ThenInclude(i => i.Units).Include(l => l.Revisions).AsSplitQuery()
            .SingleOrDefaultAsync(l => l.Code == code, cancel);
        if (list is null) return null;
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.ListId == list.Id && r.Opens <= today.Day).OrderBy(r => r.Number).ToListAsync(cancel);
        var items = list.Items.Where(i => !i.IsDraft).OrderBy(i => i.Code, StringComparer.Ordinal).ToList();
        var reports = await ReportsAsync(db.Items.Where(i => i.ListId == list.Id).Select(i => i.Id), cancel);
        var run = await outlooks.GetAsync(cancel);
        var region = (await references.GetAsync(cancel))!.Region;
        var made = items.ConvertAll(i => Of(i, list, [.. reports[i.Id]], (rounds, run, region)));
        return new(list, made, rounds, run) { Balance = list.Balance() };
    }

    /// <summary>Released reports of <paramref name="items"/>: what every party sees; a party's own unreleased ones are not in it.</summary>
    public async Task<ILookup<Guid, ReleasedReport>> ReportsAsync(IQueryable<Guid> items, CancellationToken cancel) =>
        (await db.Reports.AsNoTracking().VisibleTo(actor).Where(r => r.State == ReportState.Released && !r.Superseded && items.Contains(r.ItemId))
            .Select(r => new ReleasedReport(r.ItemId, r.RoundId, r.Party, r.Organization, r.Percent, r.Text, r.Problems, r.Asks)
            { Judgement = r.Judgement, SubmittedOn = r.SubmittedOn, CameBy = r.CameBy, Sample = r.Sample }).ToListAsync(cancel)).ToLookup(r => r.Item);

    private ItemStanding Of(Item item, ItemList list, IReadOnlyList<ReleasedReport> reports, (List<Round> Rounds, OutlookRun Run, Core.Regions.Region Region) at)
    {
        var sides = list.Parties.OrderBy(p => p.Order).Select(p => Side(p.Party, item, reports, at.Rounds)).Where(s => s.Leads.Count > 0).ToList();
        var progress = Progress.Of(sides.Select(s => s.Latest?.Percent));
        var share = Progress.Share(list.Starts, item.Due, item.EndedOn ?? today.Day);
        var lead = Progress.Lead(progress, share);
        var (state, rule) = Progress.State(item, at.Run.Of(item.Id), lead, (today.Day, at.Region));
        return new(item.Id, item.Code, item.Theme, item.Title, item.Scope, item.Due)
        {
            Item = item,
            Sides = sides,
            Progress = progress,
            Share = share,
            Lead = lead,
            State = state,
            Rule = rule,
            Outlook = item.IsOpen ? at.Run.Items.GetValueOrDefault(item.Id) : null,
            Disagree = item.IsOpen && Disagrees(sides, at.Region.Disagreement),
        };
    }

    private static SideStanding Side(string party, Item item, IReadOnlyList<ReleasedReport> reports, List<Round> rounds)
    {
        var leads = item.LeadsOf(party).Select(u => u.Organization).ToList();
        var latest = rounds.AsEnumerable().Reverse().Select(round => reports.FirstOrDefault(r => r.Party == party && r.Round == round.Id)).FirstOrDefault(r => r is not null);
        var last = rounds.Count > 0 ? rounds[^1] : null;
        var inRound = last is not null && latest?.Round == last.Id;
        var late = inRound && latest!.SubmittedOn is { } on && on > last!.Closes ? on.DayNumber - last.Closes.DayNumber : 0;
        return new(party, leads, latest, inRound, late);
    }

    private static bool Disagrees(List<SideStanding> sides, decimal points)
    {
        var percents = sides.Select(s => s.Latest?.Percent).OfType<decimal>().ToList();
        return percents.Count > 1 && (percents.Max() - percents.Min() > points || (percents.Max() == 100 && percents.Min() < 100));
    }
}
