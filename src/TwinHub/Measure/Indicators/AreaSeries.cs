using System.Globalization;
using TwinHub.Core.Indicators;
using TwinHub.Regional;

namespace TwinHub.Measure.Indicators;

/// <summary>One period of an area: every observation of it, the one that calculations use first.</summary>
/// <param name="Time">In years.</param>
public sealed record PeriodValue(string Period, decimal Time, IReadOnlyList<Observation> Observations)
{
    public Observation Best => Observations[0];
    public decimal Value => Best.Value;
    /// <summary>Sources differ: all of them are shown.</summary>
    public bool Conflicts => Observations.Select(o => o.Value).Distinct().Skip(1).Any();
    /// <summary>A rounded figure, or one that is known to be too low.</summary>
    public bool Rough => Best.Quality is "rounded" or "lower_bound";
}

/// <summary>What is observed of one indicator in one area, in order of time. Nothing is filled in between.</summary>
public sealed record AreaSeries(string Area, IReadOnlyList<PeriodValue> Periods)
{
    private static readonly string[] Best = ["official", "census", "press_table", "secondary", "rounded", "lower_bound"];

    public PeriodValue First => Periods[0];
    public PeriodValue Last => Periods[^1];
    public bool Grows => Periods.Count > 1 && First.Value > 0 && Last.Value > 0;
    /// <summary>Fraction a year between the first and the last period; null: only one period, or a value that is not positive.</summary>
    public double? AnnualRate => Grows ? Growth.CompoundAnnual((double)First.Value, (double)Last.Value, (double)(Last.Time - First.Time)) : null;
    public bool Sample => Periods.Any(p => p.Observations.Any(o => o.Sample));

    public PeriodValue? At(string period) => Periods.FirstOrDefault(p => p.Period == period);

    /// <summary>Series by area.</summary>
    /// <param name="observations">Of one indicator.</param>
    public static IReadOnlyDictionary<string, AreaSeries> Of(IEnumerable<Observation> observations) =>
        observations.GroupBy(o => o.Area).ToDictionary(g => g.Key, g => new AreaSeries(g.Key, [.. g.GroupBy(o => o.Period).Select(Period).OrderBy(p => p.Time)]), StringComparer.Ordinal);

    /// <summary>A year, or a month as a part of its year.</summary>
    public static decimal TimeOf(string period) =>
        int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture) + (period.Length >= 7 ? (int.Parse(period.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1) / 12m : 0);

    private static PeriodValue Period(IGrouping<string, Observation> period) =>
        new(period.Key, TimeOf(period.Key), [.. period.OrderBy(o => Rank(o.Quality)).ThenBy(o => o.Source, StringComparer.Ordinal).ThenBy(o => o.Value)]);

    private static int Rank(string quality) => Array.IndexOf(Best, quality) is var at && at < 0 ? Best.Length : at;
}
