using TwinHub.Core.Items;
using TwinHub.Scheduling;

namespace TwinHub.Data.Standing;

/// <summary>How long each step most likely takes and when it most likely ends: it begins when what stands before it is likely done.</summary>
/// <param name="today">Nothing that has not begun begins before.</param>
/// <param name="before">Predecessors of a milestone.</param>
/// <param name="calendar">The calendar that its days count by.</param>
internal sealed class LikelyFinishes(DateOnly today, ILookup<Guid, Milestone> before, Func<Milestone, WorkCalendar> calendar)
{
    private const int DaysWithoutPredecessor = 20;
    private readonly Dictionary<Guid, DateOnly> ends = [];

    /// <summary>Low, most likely, high in working days: the unit's likely date or three points where there are any, else the planned length; the spread by class where nobody gave one.</summary>
    public (double Low, double Likely, double High) Days(Milestone m)
    {
        if (m.LikelyDate is null && m is { Low: { } low, Likely: { } likely, High: { } high }) return ((double)low, (double)likely, (double)high);
        var begins = Begins(m);
        var days = Math.Max(1, calendar(m).Count(begins, m.LikelyDate ?? begins.AddDays(Planned(m))));
        var (down, up) = StepSpread.Of(m.Kind);
        return (days * down, days, days * up);
    }

    private DateOnly Begins(Milestone m) => m.Started ?? before[m.Id].Select(b => End(b).AddDays(1)).Append(today).Max();

    private DateOnly End(Milestone m)
    {
        if ((m.Actual ?? m.LikelyDate) is { } known) return known;
        if (ends.TryGetValue(m.Id, out var end)) return end;
        ends[m.Id] = m.Baseline; // ends a circle of predecessors here; the forecast refuses and names it
        var from = Begins(m);
        return ends[m.Id] = m.Likely is { } days ? calendar(m).FinishOf(from, Math.Max(1, (int)days)) : from.AddDays(Planned(m));
    }

    /// <summary>Where nobody gave a date: the step takes as long as its baseline gave it, in calendar days.</summary>
    private int Planned(Milestone m) =>
        Math.Max(1, m.Baseline.DayNumber - (before[m.Id].Any() ? before[m.Id].Max(b => b.Baseline) : m.Baseline.AddDays(-DaysWithoutPredecessor)).DayNumber);
}
