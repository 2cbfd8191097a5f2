using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Scheduling;

namespace TwinHub.Data.Standing;

/// <summary>The milestones of open items as a network for the forecast: only what every party may see goes in.</summary>
public sealed class ReadNetwork(TwinHubDb db, Today today)
{
    private readonly Dictionary<string, int> calendarOf = new(StringComparer.Ordinal);

    /// <summary>The network as known today, and which activity is which milestone's.</summary>
    public async Task<(ForecastInput Input, IReadOnlyList<Milestone> Milestones)> HandleAsync(CancellationToken cancel)
    {
        var calendars = await CalendarsAsync(cancel);
        var milestones = await db.Milestones.AsNoTracking().OrderBy(m => m.Number).ToListAsync(cancel);
        var index = milestones.Select((m, i) => (m.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var links = (await db.MilestoneLinks.AsNoTracking().ToListAsync(cancel))
            .Where(l => index.ContainsKey(l.BeforeId) && index.ContainsKey(l.AfterId)).ToList();
        var before = links.ToLookup(l => l.AfterId, l => milestones[index[l.BeforeId]]);
        var likely = new LikelyFinishes(today.Day, before, m => calendars[calendarOf.GetValueOrDefault(m.Party ?? "", 0)]);
        var activities = milestones.ConvertAll(m => Activity(m, likely, calendars));
        var targets = await TargetsAsync(milestones, cancel);
        return (new(today.Day, calendars, activities, [.. links.Select(l => new Link(index[l.BeforeId], index[l.AfterId], LagDays: (double)l.Lag))], targets), milestones);
    }

    private async Task<IReadOnlyList<DueTarget>> TargetsAsync(List<Milestone> milestones, CancellationToken cancel)
    {
        var due = await db.Items.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Due, cancel);
        return [.. milestones.Select((m, i) => (m, i)).Where(p => p.m.ItemId is not null).GroupBy(p => p.m.ItemId!.Value)
            .Where(g => due.ContainsKey(g.Key)).Select(g => new DueTarget(g.MaxBy(p => p.m.Order).i, due[g.Key]))];
    }

    private ForecastActivity Activity(Milestone m, LikelyFinishes likely, IReadOnlyList<WorkCalendar> calendars)
    {
        var at = calendarOf.GetValueOrDefault(m.Party ?? "", 0);
        var (low, mode, high) = likely.Days(m);
        var running = m.Actual is null && m.Started is { } started && started <= today.Day ? calendars[at].Count(started, today.Day.AddDays(-1)) : (double?)null;
        return new((uint)m.Number, new Triangular(low, mode, high)) { Calendar = at, FinishedOn = m.Actual, ElapsedDays = running };
    }

    private async Task<IReadOnlyList<WorkCalendar>> CalendarsAsync(CancellationToken cancel)
    {
        var days = (await db.CalendarDays.AsNoTracking().ToListAsync(cancel)).ToLookup(d => d.Party);
        var parties = await db.Parties.AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancel);
        calendarOf.Clear();
        for (var i = 0; i < parties.Count; i++) calendarOf[parties[i].Code] = i;
        return [.. parties.Select(p => new WorkCalendar(Weekend(p.Weekend), Notices(days[p.Code])))];
    }

    private static List<DayOfWeek> Weekend(string days) =>
        [.. days.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(d => (DayOfWeek)(int.Parse(d, System.Globalization.CultureInfo.InvariantCulture) % 7))];

    private static List<YearNotice> Notices(IEnumerable<Core.Regions.CalendarDay> days) =>
        [.. days.GroupBy(d => d.Day.Year).Select(y => new YearNotice(y.Key, [.. y.Where(d => !d.Works).Select(d => d.Day)], [.. y.Where(d => d.Works).Select(d => d.Day)]))];
}
