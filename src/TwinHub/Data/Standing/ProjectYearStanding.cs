using TwinHub.Core.Items;
using TwinHub.Core.Projects;
using TwinHub.Core.Regions;

namespace TwinHub.Data.Standing;

/// <summary>Plan of a year and what is done of it, of one party. Amounts in 100 million.</summary>
/// <param name="Done">Since January; null: no figure for the month.</param>
public sealed record PartyYear(string Party, decimal Plan, decimal? Done, bool Sample);

/// <summary>
/// Where a project stands against the plan of its latest year: the plan in the record is the denominator, and months/12 the share
/// (时序进度 of money).
/// </summary>
/// <param name="Month">Latest month for which every party with a plan has a figure, else the latest with any; 0: none.</param>
public sealed record ProjectYearStanding(int Year, int Month, IReadOnlyList<PartyYear> Parties)
{
    private const decimal Months = 12;

    public decimal Plan => Parties.Sum(p => p.Plan);
    /// <summary>Null when a party with a plan has no figure: a sum without it would be less than it says.</summary>
    public decimal? Done => Month > 0 && Parties.All(p => p.Done is not null) ? Parties.Sum(p => p.Done) : null;
    public decimal? Percent => PercentOf(Done, Plan);
    public decimal? Share => Month > 0 ? 100 * Month / Months : null;
    /// <summary>Percentage points; negative is behind.</summary>
    public decimal? Lead => Percent - Share;
    public bool Sample => Parties.Any(p => p.Sample);

    public static decimal? PercentOf(decimal? done, decimal plan) => plan > 0 ? 100 * done / plan : null;

    /// <summary>Points that one party leads or lags by.</summary>
    public decimal? LeadOf(PartyYear party) => PercentOf(party.Done, party.Plan) - Share;

    public ItemState State(Region region) => Lead is { } lead ? Progress.BySchedule(lead, region) : ItemState.Unknown;

    /// <summary>Null: no plan of a year up to <paramref name="today"/> is in the record.</summary>
    /// <param name="project">With its years and months.</param>
    public static ProjectYearStanding? Of(Project project, DateOnly today)
    {
        var years = project.Years.Where(y => y.Year <= today.Year).ToLookup(y => y.Year);
        if (years.Count == 0) return null;
        var year = years.Max(y => y.Key);
        var months = project.Months.Where(m => m.Year == year && (year < today.Year || m.Month <= today.Month)).ToLookup(m => m.Month);
        var plans = years[year].ToList();
        var whole = months.Where(m => plans.TrueForAll(p => m.Any(d => d.Party == p.Party))).Select(m => m.Key).DefaultIfEmpty().Max();
        var month = whole > 0 ? whole : months.Select(m => m.Key).DefaultIfEmpty().Max();
        return new(year, month, [.. plans.Select(p => months[month].FirstOrDefault(d => d.Party == p.Party) is var done ? new PartyYear(p.Party, p.Plan, done?.Done, p.Sample || done?.Sample == true) : null!)]);
    }

    /// <summary>State of a project for its line on a map: what is finished, else by schedule, else unknown.</summary>
    public static ItemState StateOf(Project project, DateOnly today, Region region) =>
        project.ActualFinish is not null || project.Stage == "completed" || project.Status == "completed" ? ItemState.Completed : Of(project, today)?.State(region) ?? ItemState.Unknown;
}
