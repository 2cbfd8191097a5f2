using CsCheck;

namespace TwinHub.Scheduling.Tests;

public class MonteCarloTests
{
    private static readonly Gen<(ForecastInput Input, ForecastOptions Options)> Forecasts = Gen.Select(ForecastGen.Input, ForecastGen.Options);

    [Fact]
    public void A_forecast_is_its_definition_trial_by_trial() => Forecasts.Sample((input, given) =>
    {
        var options = given with { CriticalTo = [input.Activities.Count - 1, 0] };
        var (result, plain) = (ForecastGen.Run(input, options), new PlainTrials(input, options).Run().ToArray());
        foreach (var target in result.Targets)
        {
            var days = plain.Select(t => t[target.Target.Activity].Finish).Order().ToArray();
            Assert.Equal(days.CountBy(d => d).Select(d => (d.Key, d.Value)), target.Distribution);
            Assert.Equal(days.Count(d => d <= target.Target.Due), target.OnTimeTrials);
            Assert.Equal(days.Average(d => Math.Max(0, d.DayNumber - target.Target.Due.DayNumber)), target.ExpectedDelayDays, 1e-9);
            Assert.Equal(new[] { 10, 50, 80, 90 }.Select(p => days[(int)Math.Ceiling((decimal)p / 100 * days.Length) - 1]), [target.P10, target.P50, target.P80, target.P90]);
        }
        for (var i = 0; i < input.Activities.Count; i++)
        {
            var days = plain.Select(t => t[i].Finish).Order().ToArray();
            Assert.Equal((days[(days.Length + 1) / 2 - 1], plain.Count(t => t[i].Critical) / (double)plain.Length), (result.Activities[i].P50, result.Activities[i].Criticality!.Value));
        }
    }, iter: 200);

    [Fact]
    public void The_percentile_is_in_time_exactly_when_the_probability_reaches_it() => Forecasts.Sample((input, options) =>
    {
        foreach (var target in ForecastGen.Run(input, options).Targets)
        {
            Assert.Equal(target.OnTime >= 0.1, target.P10 <= target.Target.Due);
            Assert.Equal(target.OnTime >= 0.5, target.P50 <= target.Target.Due);
            Assert.Equal(target.OnTime >= 0.8, target.P80 <= target.Target.Due);
            Assert.Equal(target.OnTime >= 0.9, target.P90 <= target.Target.Due);
        }
    });

    [Fact]
    public void Threads_and_batches_change_no_bit() => Gen.Select(Forecasts, Gen.Int[1, 5], Gen.Int[60, 300]).Sample((forecast, threads, batch) =>
    {
        var (input, options) = (forecast.Input, forecast.Options with { CriticalTo = [0] });
        var whole = ForecastGen.Run(input, options with { Trials = options.Trials + 500 });
        var never = new StopRule(batch, options.Trials + 500, P80Days: -1);
        Same(whole, ForecastGen.Run(input, options with { Trials = options.Trials + 500, Threads = threads }));
        Same(whole, ForecastGen.Run(input, options with { Stop = never, Threads = threads }));
    });

    [Fact]
    public void Asking_only_for_targets_changes_nothing_of_them() => Forecasts.Sample((input, options) =>
    {
        var (whole, targets) = (ForecastGen.Run(input, options), ForecastGen.Run(input, options with { EveryActivity = false }));
        Same(whole with { Activities = [] }, targets);
    });

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_or_run_does_not()
    {
        var (input, options) = (Twice(new Triangular(1000, 2000, 6000)), new ForecastOptions { Seed = 20_230_626 });
        Same(ForecastGen.Run(input, options), ForecastGen.Run(input, options));
        var first = ForecastGen.Run(input, options);
        Assert.NotEqual(first.Targets[0].Distribution, ForecastGen.Run(input, options with { Seed = 1 }).Targets[0].Distribution);
        Assert.NotEqual(first.Targets[0].Distribution, ForecastGen.Run(input, options with { Run = 1 }).Targets[0].Distribution);
        Assert.Equal((20_230_626ul, 0u, 10_000, ForecastGen.DataDate), (first.Seed, first.Run, first.Trials, first.DataDate));
    }

    [Fact]
    public void A_longer_duration_never_makes_anything_earlier() => Gen.Select(Forecasts, Gen.Int[0, 8], Gen.Int[1, 9]).Sample((forecast, which, days) =>
    {
        var (input, at) = (forecast.Input, which % forecast.Input.Activities.Count);
        if (input.Activities[at] is not { FinishedOn: null, ElapsedDays: null, Duration: Triangular t }) return;
        var longer = input.Activities.Select((a, i) => i == at ? a with { Duration = new Triangular(t.Low + days, t.Likely + days, t.High + days) } : a).ToArray();
        var (before, after) = (ForecastGen.Run(input, forecast.Options), ForecastGen.Run(input with { Activities = longer }, forecast.Options));
        Assert.All(before.Activities.Zip(after.Activities), pair => Assert.True(pair.Second.P50 >= pair.First.P50 && pair.Second.P80 >= pair.First.P80));
        Assert.All(before.Targets.Zip(after.Targets), pair => Assert.True(pair.Second.OnTimeTrials <= pair.First.OnTimeTrials));
    });

    [Fact]
    public void An_activity_that_is_added_moves_no_others_numbers() => Forecasts.Sample((input, options) =>
    {
        var more = input with { Activities = [.. input.Activities, new ForecastActivity(9_999, new Triangular(1, 2, 3))] };
        Assert.Equal(ForecastGen.Run(input, options).Activities, ForecastGen.Run(more, options).Activities.SkipLast(1));
    });

    [Fact]
    public void Two_parallel_steps_come_out_as_computed_by_hand()
    {
        var result = ForecastGen.Run(Twice(new Triangular(1000, 2000, 6000)), new ForecastOptions { Seed = 3, CriticalTo = [2] });
        var target = result.Targets[0];
        var days = Days(target).ToArray();
        Within3(36.133333, days.Average() / 100, Spread(days) / 100 / 100);
        Within3(0.64, target.OnTime, 0.0048);
        Within3(2.506667, target.ExpectedDelayDays / 100, 0.045);
        Assert.InRange(35.796975, Hundredth(target.Percentile(48)), Hundredth(target.Percentile(52)));
        Assert.InRange(45.469149, Hundredth(target.P80Interval.Low), Hundredth(target.P80Interval.High));
        Assert.InRange(49.869185, Hundredth(target.Percentile(89)), Hundredth(target.Percentile(91)));
        Within3(0.5, result.Activities[0].Criticality!.Value, 0.005);
        Assert.Equal(1, result.Activities[0].Criticality!.Value + result.Activities[1].Criticality!.Value, 1e-3); // both when they tie
        Assert.Equal(1, result.Activities[2].Criticality);
    }

    [Fact]
    public void Two_steps_in_series_add_their_means_and_variances()
    {
        var days = Days(ForecastGen.Run(Series(elapsed: null), new ForecastOptions { Seed = 4 }).Targets[0]).ToArray();
        Within3(60, days.Average() / 100, Math.Sqrt(233.333333) / 100);
        Within3(233.333333, Math.Pow(Spread(days) / 100, 2), 233.3 * Math.Sqrt(2.0 / 10_000));
    }

    [Fact]
    public void A_step_in_progress_counts_only_what_remains_of_it()
    {
        var tailed = Days(ForecastGen.Run(Series(elapsed: 3000), new ForecastOptions { Seed = 5 }).Targets[0]).ToArray();
        var plain = Days(ForecastGen.Run(Series(elapsed: 3000), new ForecastOptions { Seed = 5, Tail = null }).Targets[0]).ToArray();
        Within3(42.407407 + 30, tailed.Average() / 100 + 30, Spread(tailed) / 100 / 100);
        Within3(40 + 30, plain.Average() / 100 + 30, Spread(plain) / 100 / 100);
    }

    [Fact]
    public void Of_two_steps_with_two_outcomes_each_is_critical_half_the_time()
    {
        var network = new Network(3, [new(0, 2), new(1, 2)]);
        var outcomes = from a in new[] { 4.0, 8 } from b in new[] { 5.0, 7 } select new CriticalPath(network, [a, b, 0]);
        Assert.Equal([7, 0.5, 0.5], new[] { outcomes.Average(o => o.Length), outcomes.Average(o => o.IsCritical(0) ? 1 : 0), outcomes.Average(o => o.IsCritical(1) ? 1 : 0) });
        Assert.Equal([0.5, 0.5], new[] { outcomes.Average(o => o.Length <= 7 ? 1 : 0), outcomes.Average(o => Math.Max(0, o.Length - 7)) });
        Assert.Equal(1.2247449, Math.Sqrt(outcomes.Average(o => Math.Pow(o.Length - 7, 2))), 1e-7);
    }

    [Fact]
    public void With_certain_durations_critical_is_without_float() => ForecastGen.Input.Sample(given =>
    {
        var steps = given.Activities.Select(a => a with { Calendar = 2, FinishedOn = null, ElapsedDays = null, NotEarlierThan = null, Duration = new Triangular(a.Duration.Mean, a.Duration.Mean, a.Duration.Mean) }).ToArray();
        var whole = steps.Select(s => s with { Duration = Certain(Math.Floor(s.Duration.Mean)) }).Append(new ForecastActivity(1_000_000, Certain(0)) { Calendar = 2 }).ToArray();
        var links = given.Links.Concat(Enumerable.Range(0, steps.Length).Select(i => new Link(i, steps.Length))).ToArray();
        var result = ForecastGen.Run(given with { Activities = whole, Links = links }, new ForecastOptions { Trials = 1, CriticalTo = [steps.Length] });
        var path = new CriticalPath(new Network(whole.Length, links), [.. whole.Select(a => a.Duration.Mean)]);
        Assert.Equal(whole.Select((_, i) => path.IsCritical(i) ? 1.0 : 0), result.Activities.Select(a => a.Criticality!.Value));
    });

    private static Triangular Certain(double days) => new(days, days, days);

    // A working day of these networks stands for a hundredth of a day, so that whole days hide nothing.
    private static ForecastInput Twice(Duration each) => new(
        ForecastGen.DataDate, [ForecastGen.Calendars[2]], [new(1, each), new(2, each), new(3, Certain(0))], [new(0, 2), new(1, 2)], [new(2, ForecastGen.DataDate.AddDays(3999))]);

    private static ForecastInput Series(double? elapsed) => new(
        ForecastGen.DataDate,
        [ForecastGen.Calendars[2]],
        [new(1, new Triangular(1000, 2000, 6000)) { ElapsedDays = elapsed }, new(2, new Triangular(1000, 2000, 6000))],
        [new(0, 1)],
        [new(1, ForecastGen.DataDate.AddDays(5000))]);

    private static IEnumerable<double> Days(TargetForecast target) =>
        target.Distribution.SelectMany(d => Enumerable.Repeat(d.Day.DayNumber - ForecastGen.DataDate.DayNumber + 0.5, d.Trials));

    private static double Hundredth(DateOnly day) => (day.DayNumber - ForecastGen.DataDate.DayNumber + 0.5) / 100;

    private static double Spread(double[] days) => days.Average() is var mean ? Math.Sqrt(days.Average(d => (d - mean) * (d - mean))) : 0;

    private static void Within3(double expected, double found, double standardError) => Assert.InRange(found, expected - 3 * standardError, expected + 3 * standardError);

    private static void Same(ForecastResult a, ForecastResult b)
    {
        Assert.Equal(a.Activities, b.Activities);
        Assert.Equal(a.Trials, b.Trials);
        Assert.All(a.Targets.Zip(b.Targets), pair => Assert.Equal((pair.First.Target, pair.First.OnTimeTrials, pair.First.Provisional), (pair.Second.Target, pair.Second.OnTimeTrials, pair.Second.Provisional)));
        Assert.All(a.Targets.Zip(b.Targets), pair => Assert.Equal(pair.First.Distribution, pair.Second.Distribution));
    }
}
