namespace TwinHub.Scheduling;

/// <summary>What the trials say, with all that is needed to run them again.</summary>
/// <param name="DataDate">The day as of which the network was known.</param>
/// <param name="Seed">The seed of the random numbers.</param>
/// <param name="Run">The run with that seed.</param>
/// <param name="Trials">How many trials were made.</param>
/// <param name="Targets">In the order of the input.</param>
/// <param name="Activities">In the order of the input; empty when only targets were asked for.</param>
public sealed record ForecastResult(
    DateOnly DataDate,
    ulong Seed,
    uint Run,
    int Trials,
    IReadOnlyList<TargetForecast> Targets,
    IReadOnlyList<ActivityForecast> Activities);

/// <summary>When one activity finishes.</summary>
/// <param name="P50">The first day by which at least half of the trials have finished.</param>
/// <param name="P80">The first day by which at least 80 % have.</param>
/// <param name="Criticality">Share of trials in which it drives a chosen end; null when none was chosen.</param>
public readonly record struct ActivityForecast(DateOnly P50, DateOnly P80, double? Criticality);

/// <summary>When a due activity finishes. P80 ≤ due exactly when <see cref="OnTime"/> ≥ 0.8, and so for the others.</summary>
/// <param name="Target">The activity and its due day.</param>
/// <param name="OnTimeTrials">Trials that finish by the end of the due day.</param>
/// <param name="Distribution">Finish days, ascending, with the trials that finish on each.</param>
/// <param name="Provisional">True when its P90 lies in a year whose holidays are not published.</param>
public sealed record TargetForecast(DueTarget Target, int OnTimeTrials, IReadOnlyList<(DateOnly Day, int Trials)> Distribution, bool Provisional)
{
    public int Trials { get; } = Distribution.Sum(d => d.Trials);

    /// <summary>Probability to finish by the end of the due day.</summary>
    public double OnTime => OnTimeTrials / (double)Trials;

    /// <summary>Where that probability lies with 95 % confidence, as far as the number of trials goes.</summary>
    public (double Low, double High) OnTimeInterval => SamplingError.Probability(OnTimeTrials, Trials);

    public DateOnly P10 => Percentile(10);

    public DateOnly P50 => Percentile(50);

    public DateOnly P80 => Percentile(80);

    public DateOnly P90 => Percentile(90);

    /// <summary>Where P80 lies with 95 % confidence, as far as the number of trials goes.</summary>
    public (DateOnly Low, DateOnly High) P80Interval => SamplingError.Ranks(Trials, 0.8) is var (low, high) ? (OfRank(low), OfRank(high)) : default;

    /// <summary>Mean of the days past the due day, early finishes counting as 0. Calendar days.</summary>
    public double ExpectedDelayDays => Distribution.Sum(d => (long)Math.Max(0, d.Day.DayNumber - Target.Due.DayNumber) * d.Trials) / (double)Trials;

    /// <summary>The first day by which at least so many percent of the trials have finished.</summary>
    public DateOnly Percentile(int percent) => OfRank(MonteCarlo.Rank(Trials, percent));

    private DateOnly OfRank(int rank)
    {
        foreach (var (day, trials) in Distribution)
        {
            if ((rank -= trials) <= 0) return day;
        }
        return Distribution[^1].Day;
    }
}
