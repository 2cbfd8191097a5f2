using TwinHub.Core.Regions;

namespace TwinHub.Core.Items;

/// <summary>State of an item (状态). The order is from worst to best, then what has ended.</summary>
public enum ItemState
{
    Late,
    AtRisk,
    OnTrack,
    Unknown,
    Completed,
    Carried,
    Dropped,
}

/// <summary>Which rule gave the state; the page names it.</summary>
public enum StateRule
{
    Ended,
    DuePassed,
    Done,
    Forecast,
    Schedule,
    NothingKnown,
}

/// <summary>What is known of an item's milestones and forecast when its state is asked for.</summary>
/// <param name="HasMilestones">Whether it has any.</param>
/// <param name="DoneOn">Actual date of the last milestone, when every one is done.</param>
/// <param name="P50">Most likely finish, where a forecast exists.</param>
/// <param name="P80">Finish with 80 % confidence.</param>
public sealed record Outlook(bool HasMilestones, DateOnly? DoneOn, DateOnly? P50, DateOnly? P80)
{
    public static readonly Outlook None = new(false, null, null, null);
}

/// <summary>Progress against time: shares in percent, lead and lag in percentage points.</summary>
public static class Progress
{
    /// <summary>The lower of the parties' last released percents; null (unknown) when a party concerned never reported.</summary>
    public static decimal? Of(IEnumerable<decimal?> percentByParty)
    {
        decimal? lowest = null;
        foreach (var percent in percentByParty)
        {
            if (percent is null) return null;
            lowest = lowest is null || percent < lowest ? percent : lowest;
        }

        return lowest;
    }

    /// <summary>Elapsed share (时序进度) in percent: calendar days from the list's first day to the due date, both ends counted, clipped to 0–100.</summary>
    public static decimal Share(DateOnly starts, DateOnly due, DateOnly today)
    {
        if (due < starts) return today >= due ? 100 : 0;
        var whole = due.DayNumber - starts.DayNumber + 1;
        return Math.Clamp(100m * (today.DayNumber - starts.DayNumber + 1) / whole, 0, 100);
    }

    /// <summary>Progress − share in points; negative is behind.</summary>
    public static decimal? Lead(decimal? progress, decimal share) => progress - share;

    /// <summary>The state and the rule that gave it.</summary>
    public static (ItemState State, StateRule Rule) State(Item item, Outlook outlook, decimal? lead, (DateOnly Today, Region Region) at) =>
        item.End is { } end ? (EndedAs(end), StateRule.Ended)
        : outlook.DoneOn is { } done ? (done > item.Due ? ItemState.Late : ItemState.OnTrack, StateRule.Done)
        : item.Due < at.Today ? (ItemState.Late, StateRule.DuePassed)
        : outlook is { P50: { } p50, P80: { } p80 } ? (ByForecast(p50, p80, item.Due), StateRule.Forecast)
        : lead is { } points ? (BySchedule(points, at.Region), StateRule.Schedule)
        : (ItemState.Unknown, StateRule.NothingKnown);

    private static ItemState EndedAs(ItemEnd end) => end switch
    {
        ItemEnd.Completed => ItemState.Completed,
        ItemEnd.Carried => ItemState.Carried,
        _ => ItemState.Dropped,
    };

    private static ItemState ByForecast(DateOnly p50, DateOnly p80, DateOnly due) =>
        p50 > due ? ItemState.Late : p80 > due ? ItemState.AtRisk : ItemState.OnTrack;

    /// <summary>State by lead or lag alone, in points, after the region's thresholds.</summary>
    public static ItemState BySchedule(decimal lead, Region region) =>
        lead < region.LateLag ? ItemState.Late : lead < region.AtRiskLag ? ItemState.AtRisk : ItemState.OnTrack;
}
