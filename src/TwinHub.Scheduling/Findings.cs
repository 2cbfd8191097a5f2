namespace TwinHub.Scheduling;

/// <summary>Reads the counts of a run as dates and probabilities.</summary>
internal sealed class Findings(ForecastInput input, ForecastNetwork network, TrialRun run, int trials)
{
    public ForecastResult Result(ForecastOptions options) => new(
        input.DataDate, options.Seed, options.Run, trials,
        [.. input.Targets.Select(Target)],
        [.. Enumerable.Range(0, options.EveryActivity ? input.Activities.Count : 0).Select(i => Activity(i, options.CriticalTo.Count > 0))]);

    /// <summary>Of the worst known target, half the 95 % interval of P80 in working days.</summary>
    public double P80HalfWidthDays()
    {
        var (low, high) = SamplingError.Ranks(trials, 0.8);
        return OpenTargets().Select(t => (run.Finish.DayOfRank(t.Place, high) - run.Finish.DayOfRank(t.Place, low)) / 2.0).DefaultIfEmpty().Max();
    }

    /// <summary>Of the worst known target, half the 95 % interval of the probability to be on time.</summary>
    public double OnTimeHalfWidth() =>
        OpenTargets().Select(t => SamplingError.Probability(OnTimeTrials(t.Target), trials)).Select(p => (p.High - p.Low) / 2).DefaultIfEmpty().Max();

    private IEnumerable<(DueTarget Target, int Place)> OpenTargets() =>
        input.Targets.Select(t => (t, network.PlaceOf(t.Activity))).Where(t => t.Item2 >= 0);

    private TargetForecast Target(DueTarget target)
    {
        var calendar = input.Calendars[input.Activities[target.Activity].Calendar];
        var forecast = new TargetForecast(target, OnTimeTrials(target), Distribution(target.Activity), Provisional: false);
        return forecast with { Provisional = calendar.IsProvisional(forecast.P90) };
    }

    private List<(DateOnly Day, int Trials)> Distribution(int activity)
    {
        if (input.Activities[activity].FinishedOn is { } done) return [(done, trials)];
        return [.. run.Finish.Distribution(network.PlaceOf(activity)).Select(d => (network.DateOf(activity, d.Day), d.Trials))];
    }

    private int OnTimeTrials(DueTarget target)
    {
        if (input.Activities[target.Activity].FinishedOn is { } done) return done <= target.Due ? trials : 0;
        var last = network.LastDayThrough(target.Activity, target.Due);
        return run.Finish.Distribution(network.PlaceOf(target.Activity)).Where(d => d.Day <= last).Sum(d => d.Trials);
    }

    private ActivityForecast Activity(int i, bool criticality)
    {
        if (input.Activities[i].FinishedOn is { } done) return new ActivityForecast(done, done, criticality ? 0 : null);
        var place = network.PlaceOf(i);
        return new ActivityForecast(OfPercent(i, place, 50), OfPercent(i, place, 80), criticality ? run.Critical.Of(place) / (double)trials : null);
    }

    private DateOnly OfPercent(int activity, int place, int percent) => network.DateOf(activity, run.Finish.DayOfRank(place, MonteCarlo.Rank(trials, percent)));
}
