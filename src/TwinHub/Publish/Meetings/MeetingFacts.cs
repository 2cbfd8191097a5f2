using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Standing;

namespace TwinHub.Publish.Meetings;

/// <summary>All that a meeting's papers say, read from the record once: the papers of every language take their numbers from here and count nothing themselves.</summary>
public sealed record MeetingFacts(Reference Reference, Meeting Meeting, ListStanding Standing, DateOnly Day)
{
    /// <summary>The last sitting of the same body; null: the first one is being prepared.</summary>
    public Meeting? Last { get; init; }
    /// <summary>Entries of the journal that the papers rest on.</summary>
    public required long JournalSize { get; init; }
    /// <summary>Root of the journal's tree at that size.</summary>
    public required string JournalRoot { get; init; }
    /// <summary>Adopted and added items that every party may see, in the order of their codes; the balance counts the others too.</summary>
    public required IReadOnlyList<ItemFacts> Items { get; init; }
    /// <summary>What the last meeting asked for, each with its items.</summary>
    public required IReadOnlyList<AskFacts> Asks { get; init; }
    /// <summary>Drafts of the next list that every party sees.</summary>
    public required IReadOnlyList<Core.Items.Item> Drafts { get; init; }

    public Region Region => Reference.Region;
    public ItemList List => Standing.List;
    public int Revision => Standing.Revision ?? 0;
    public Balance Balance => Standing.Balance;
    public IReadOnlyList<string> Parties => [.. List.Parties.OrderBy(p => p.Order).Select(p => p.Party)];
    public IReadOnlyList<ItemFacts> Open => [.. Items.Where(i => i.IsOpen)];
    public IReadOnlyList<AskFacts> Unanswered => [.. Asks.Where(a => a.Items.Count == 0)];
    public bool Sample => Standing.Sample;

    /// <summary>Points behind schedule from which an item counts as behind, and as slightly behind.</summary>
    public decimal BehindFrom => -Region.LateLag;
    public decimal SlightlyBehindFrom => -Region.AtRiskLag;

    public int Count(FactState state) => Items.Count(i => i.State == state);

    /// <summary>Past due first, the earliest before; then the furthest behind.</summary>
    public IReadOnlyList<ItemFacts> Late =>
        [.. Items.Where(i => i.State is FactState.DuePassed or FactState.Behind).OrderBy(i => i.State).ThenBy(i => i.State == FactState.DuePassed ? i.At.Due.DayNumber : 0).ThenBy(i => i.At.Lead).ThenBy(i => i.At.Code, StringComparer.Ordinal)];

    /// <summary>Themes in the region's order, then those that it does not name.</summary>
    public IReadOnlyList<ThemeFacts> Themes
    {
        get
        {
            var byTheme = Items.ToLookup(i => i.At.Theme);
            var codes = Reference.Scheme("theme").Select(t => t.Code).Concat(byTheme.Select(t => t.Key)).Distinct(StringComparer.Ordinal);
            return [.. codes.Where(byTheme.Contains).Select(code => new ThemeFacts(code, [.. byTheme[code]]))];
        }
    }

    /// <summary>What the reports of the latest round ask for: by party in the list's order, by unit, by item.</summary>
    public IReadOnlyList<RaisedAsk> Raised =>
        [.. Open.SelectMany(i => i.At.Sides.Where(s => s is { InRound: true, Latest.Asks.IsEmpty: false }).Select(s => new RaisedAsk(i, s, s.Latest!)))
            .OrderBy(a => Place(a.Side.Party)).ThenBy(a => a.Report.Organization, StringComparer.Ordinal).ThenBy(a => a.Item.At.Code, StringComparer.Ordinal)];

    /// <summary>Reports of open items that the latest round lacks, by the unit that answers.</summary>
    public IReadOnlyList<MissingReports> Missing =>
        [.. Due.Where(d => !d.Side.InRound).GroupBy(d => (d.Side.Party, Unit: d.Side.Leads[0])).OrderBy(g => Place(g.Key.Party)).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .Select(g => new MissingReports(g.Key.Party, g.Key.Unit, [.. g.Select(d => d.Item)]))];

    public int ReportsDue => Due.Count;
    public int ReportsReleased => Due.Count(d => d.Side.InRound);
    public int ReportsLate => Due.Count(d => d.Side.LateDays > 0);

    public IReadOnlyList<CarryProposal> Carried =>
        [.. Open.Where(i => i.State != FactState.Done).Select(i => new CarryProposal(i, i.CarryRules(List.Ends))).Where(c => c.Rules.Count > 0)];

    public OutlookFacts Outlook => OutlookFacts.Of(Open, List.Ends);

    public IReadOnlyList<Matter> ToDecide => Matter.Choose(Raised);

    private List<(ItemFacts Item, SideStanding Side)> Due => [.. Open.SelectMany(i => i.At.Sides.Select(s => (i, s)))];

    private int Place(string party) => List.Parties.First(p => p.Party == party).Order;
}

/// <summary>Where an item stands by dates and released reports alone: formal papers hold no forecast. From worst to best, then what has ended.</summary>
public enum FactState
{
    DuePassed,
    Behind,
    SlightlyBehind,
    OnSchedule,
    Done,
    Unknown,
    Completed,
    Carried,
    Dropped,
}

/// <summary>One item of the list as papers show it.</summary>
/// <param name="LikelyEnd">Latest likely date that a unit reported for a milestone not yet done.</param>
public sealed record ItemFacts(ItemStanding At, FactState State, DateOnly? LikelyEnd)
{
    public bool IsOpen => At.Item.IsOpen;

    /// <summary>The numbers of the rules by which the item is proposed to be carried over; empty: it is not.</summary>
    public IReadOnlyList<int> CarryRules(DateOnly listEnds)
    {
        var rules = new List<int>();
        if (State == FactState.DuePassed) rules.Add(1);
        if (LikelyEnd > listEnds) rules.Add(2);
        if (State == FactState.Behind) rules.Add(3);
        return rules;
    }

    public static FactState StateOf(ItemStanding item, (DateOnly Today, bool MilestonesDone, Region Region) at) => item.Item.End switch
    {
        Core.Items.ItemEnd.Completed => FactState.Completed,
        Core.Items.ItemEnd.Carried => FactState.Carried,
        Core.Items.ItemEnd.Dropped => FactState.Dropped,
        _ when at.MilestonesDone => FactState.Done,
        _ when item.Due < at.Today => FactState.DuePassed,
        _ when item.Lead is not { } lead => FactState.Unknown,
        _ => item.Lead < at.Region.LateLag ? FactState.Behind : item.Lead < at.Region.AtRiskLag ? FactState.SlightlyBehind : FactState.OnSchedule,
    };
}

/// <summary>The items of one theme; null code: of the whole list. Averages are over open items on which every party has reported.</summary>
public sealed record ThemeFacts(string? Code, IReadOnlyList<ItemFacts> Items)
{
    public int Measured => Measurable.Count;
    public decimal? Progress => Mean(i => i.At.Progress!.Value);
    public decimal? Share => Mean(i => i.At.Share);
    /// <summary>Points, from the rounded averages, so that the row adds up.</summary>
    public decimal? Lead => Progress - Share;

    public int Count(FactState state) => Items.Count(i => i.State == state);

    private List<ItemFacts> Measurable => [.. Items.Where(i => i.IsOpen && i.At.Progress is not null)];

    private decimal? Mean(Func<ItemFacts, decimal> of) =>
        Measurable is { Count: > 0 } items ? Math.Round(items.Average(of), 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>One ask of the last meeting and the items that answer it.</summary>
public sealed record AskFacts(Ask Ask, IReadOnlyList<ItemFacts> Items);

/// <summary>What a lead unit asks for in a report.</summary>
public sealed record RaisedAsk(ItemFacts Item, SideStanding Side, ReleasedReport Report);

/// <summary>What one unit has not reported.</summary>
public sealed record MissingReports(string Party, string Unit, IReadOnlyList<ItemFacts> Items);

/// <summary>An open item proposed for the next list, and by which rules.</summary>
public sealed record CarryProposal(ItemFacts Item, IReadOnlyList<int> Rules);
