using TwinHub.Data.Standing;

namespace TwinHub.Publish.Meetings;

/// <summary>What the forecast says of the open items as a whole. For the brief alone.</summary>
/// <param name="Forecast">Open items that it covers.</param>
/// <param name="OnTimeLikely">P50 not after the due date.</param>
/// <param name="OnTimeSure">P80 not after the due date.</param>
/// <param name="DoneLikely">P50 not after the list's last day.</param>
/// <param name="DoneSure">P80 not after the list's last day.</param>
/// <param name="Estimated">A unit gave the likely date or duration of the next step.</param>
public sealed record OutlookFacts(int Forecast, int OnTimeLikely, int OnTimeSure, int DoneLikely, int DoneSure, int Estimated)
{
    public static OutlookFacts Of(IEnumerable<ItemFacts> open, DateOnly ends)
    {
        var items = open.Where(i => i.At.Outlook is not null).Select(i => (i.At.Due, By: i.At.Outlook!)).ToList();
        return new(items.Count, items.Count(i => i.By.P50 <= i.Due), items.Count(i => i.By.P80 <= i.Due), items.Count(i => i.By.P50 <= ends), items.Count(i => i.By.P80 <= ends), items.Count(i => i.By.Estimated));
    }
}

/// <summary>One matter that the meeting could settle: an item, what its lead units ask for, and which party's lead unit moves first, the one further behind.</summary>
public sealed record Matter(ItemFacts Item, IReadOnlyList<RaisedAsk> Asks, SideStanding Mover)
{
    private const int Most = 5;

    /// <summary>Of the items with an ask, those that the forecast delays most, then the least likely to be in time, then the furthest behind.</summary>
    public static IReadOnlyList<Matter> Choose(IEnumerable<RaisedAsk> raised) =>
        [.. raised.GroupBy(a => a.Item).Select(g => new Matter(g.Key, [.. g], MoverOf(g.Key)))
            .OrderByDescending(m => m.Item.At.Outlook?.ExpectedDelayDays ?? 0).ThenBy(m => m.Item.At.Outlook?.OnTime ?? 1).ThenBy(m => m.Item.At.Lead).ThenBy(m => m.Item.At.Code, StringComparer.Ordinal).Take(Most)];

    private static SideStanding MoverOf(ItemFacts item) => item.At.Sides.OrderBy(s => s.Latest?.Percent ?? -1).First();
}
