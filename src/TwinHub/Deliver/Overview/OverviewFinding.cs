using TwinHub.Core.Items;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Overview;

/// <summary>The headline and what stands under it.</summary>
internal static class OverviewFinding
{
    /// <summary>A list that does not balance is the headline; else what the next meeting finds.</summary>
    public static string Of(ShowOverview.View view, Page page)
    {
        var (standing, b) = (view.Standing!, view.Standing!.Balance);
        if (!b.Holds) return page.Say("balance.broken", b.Adopted, b.Added, b.Total, b.Open, b.Completed, b.Carried, b.Dropped, b.Open + b.Completed + b.Carried + b.Dropped);
        var (late, risk, asks) = (standing.Count(ItemState.Late), standing.Count(ItemState.AtRisk), standing.Unanswered().Count);
        var finding = page.Say(asks == 0 ? "overview.finding-no-asks" : "overview.finding", b.Total, late, risk, asks);
        return view.Next is { Days: >= 0 } next ? page.Say(next.Days == 0 ? "overview.today" : "overview.in-days", Short(next.Meeting, page), next.Days, finding) : char.ToUpperInvariant(finding[0]) + finding[1..];
    }

    public static string Lede(ListStanding standing, Page page)
    {
        var (finishes, ends) = (new Finishes(standing), standing.List.Ends);
        return page.Say("overview.lede", standing.List.Title, standing.Revision, ends, finishes.Likely(ends), finishes.Sure(ends), standing.Balance.Total);
    }

    /// <summary>The same where a line begins with it.</summary>
    public static string Begun(PlannedMeeting meeting, Page page) => Short(meeting, page) is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : "";

    /// <summary>The number of the sitting; of a body that does not number them, its name.</summary>
    public static string Short(PlannedMeeting meeting, Page page)
    {
        var ordinals = page["overview.ordinals"].Split('|');
        if (meeting.Number is { } n && n > 0 && n <= ordinals.Length) return page.Say("overview.sitting", ordinals[n - 1]);
        return page.Reference.Bodies.FirstOrDefault(b => b.Code == meeting.Body) is { } body ? page.In(body.Name) : meeting.Body;
    }
}

/// <summary>How many items of a list are done by a day: what was, what was planned, what the forecast says.</summary>
public sealed class Finishes(ListStanding standing)
{
    private readonly List<DateOnly> actual = [.. standing.Items.Where(i => i.State == ItemState.Completed).Select(i => i.Item.EndedOn!.Value)];
    private readonly List<DateOnly> planned = [.. standing.Items.Where(i => i.Item.End != ItemEnd.Dropped).Select(i => i.Due)];
    private readonly List<ItemOutlook> open = [.. standing.Items.Where(i => i.Rule != StateRule.Done).Select(i => i.Outlook).OfType<ItemOutlook>()];

    public DateOnly Today => standing.Run.DataDate;
    public int Planned => planned.Count;
    /// <summary>Every milestone done, waiting for the keys on completion.</summary>
    public int WaitingForKeys { get; } = standing.Items.Count(i => i.Item.IsOpen && i.Rule == StateRule.Done);
    /// <summary>Open items that no forecast covers.</summary>
    public int WithoutForecast { get; } = standing.Items.Count(i => i.Item.IsOpen && i.Rule != StateRule.Done && i.Outlook is null);
    public int Estimated => open.Count(o => o.Estimated);
    public int Forecast => open.Count;

    public int Actual(DateOnly day) => actual.Count(d => d <= day);
    public int Plan(DateOnly day) => planned.Count(d => d <= day);
    public int Likely(DateOnly day) => Now + open.Count(o => o.P50 <= day);
    /// <summary>Items that are each done with 80 % confidence.</summary>
    public int Sure(DateOnly day) => Now + open.Count(o => o.P80 <= day);
    public int Low(DateOnly day) => Now + open.Count(o => o.P90 <= day);
    public int High(DateOnly day) => Now + open.Count(o => o.P10 <= day);

    private int Now => actual.Count + WaitingForKeys;
}
