namespace TwinHub.Scheduling.Tests;

public class ForecastRuleTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly WorkCalendar Weekdays = new(WorkCalendar.SaturdaySunday, [new YearNotice(2026, [], [])]);
    private static readonly WorkCalendar EveryDay = new([], []);
    private static readonly ForecastOptions Few = new() { Trials = 50 };

    [Fact]
    public void A_step_of_one_day_finishes_on_the_data_date() => Assert.Equal(Monday, Finish([Step(1)]));

    [Fact]
    public void A_step_that_is_done_keeps_its_actual_date_and_releases_the_next()
    {
        var done = Step(99) with { FinishedOn = Monday.AddDays(-10) };
        Assert.Equal(Monday.AddDays(-10), Finish([done]));
        Assert.Equal(Monday.AddDays(1), Finish([done, Step(2)], new Link(0, 1)));
        Assert.Equal(Monday.AddDays(2), Finish([done with { FinishedOn = Monday }, Step(2)], new Link(0, 1)));
        Assert.Equal(Monday.AddDays(3), Finish([done with { FinishedOn = Monday.AddDays(-3) }, Step(2)], new Link(0, 1, LagDays: 2)));
    }

    [Fact]
    public void A_step_in_progress_still_waits_for_a_predecessor_that_is_not_done()
    {
        var begun = Step(10) with { ElapsedDays = 5 };
        var options = Few with { Tail = null };
        Assert.Equal(Monday.AddDays(4), ForecastGen.Run(Input([begun]), options).Activities[0].P50);
        Assert.Equal(Monday.AddDays(7), ForecastGen.Run(Input([Step(1), begun], new Link(0, 1)), options).Activities[1].P50);
    }

    [Fact]
    public void Nothing_starts_before_its_day() => Assert.Equal(Monday.AddDays(8), Finish([Step(2) with { NotEarlierThan = Monday.AddDays(6) }]));

    [Fact]
    public void A_lag_counts_in_the_successors_calendar()
    {
        Assert.Equal(Monday.AddDays(7), Finish([Step(3), Step(1)], new Link(0, 1, LagDays: 2)));
        Assert.Equal(Monday.AddDays(5), Finish([Step(3), Step(1) with { Calendar = 1 }], new Link(0, 1, LagDays: 2)));
        Assert.Equal(Monday.AddDays(1), Finish([Step(3), Step(1)], new Link(0, 1, LagDays: -2)));
    }

    [Fact]
    public void What_ends_on_a_day_off_of_the_other_party_lets_it_begin_on_its_next_working_day()
    {
        Assert.Equal(Monday.AddDays(7), Finish([Step(6) with { Calendar = 1 }, Step(1)], new Link(0, 1)));
        Assert.Equal(Monday.AddDays(5), Finish([Step(5), Step(1) with { Calendar = 1 }], new Link(0, 1)));
        Assert.Equal(Monday.AddDays(3), Finish([Step(3.5) with { Calendar = 1 }, Step(0.5)], new Link(0, 1)));
    }

    [Fact]
    public void A_milestone_of_no_duration_ends_with_its_predecessor() => Assert.Equal(Monday.AddDays(4), Finish([Step(5), Step(0)], new Link(0, 1)));

    [Fact]
    public void What_is_not_done_ends_on_no_day_before_the_data_date() => Assert.Equal(Monday, Finish([Step(0)]));

    [Fact]
    public void A_date_in_a_year_without_a_notice_is_provisional()
    {
        TargetForecast Of(double days) => ForecastGen.Run(Input([Step(days)]) with { Targets = [new(0, Monday)] }, Few).Targets[0];
        Assert.Equal((false, true), (Of(100).Provisional, Of(300).Provisional));
    }

    [Fact]
    public void A_target_that_is_done_is_on_time_or_not()
    {
        var input = Input([Step(5) with { FinishedOn = Monday.AddDays(-3) }]) with { Targets = [new(0, Monday.AddDays(-3)), new(0, Monday.AddDays(-5))] };
        var targets = ForecastGen.Run(input, Few).Targets;
        Assert.Equal((1.0, 0.0, 0.0, 2.0), (targets[0].OnTime, targets[0].ExpectedDelayDays, targets[1].OnTime, targets[1].ExpectedDelayDays));
    }

    [Fact]
    public void Trials_are_added_until_the_figures_are_precise()
    {
        var rough = new ForecastInput(Monday, [Weekdays], [new(1, new Triangular(10, 100, 400))], [], [new(0, Monday.AddDays(200))]);
        var options = new ForecastOptions { Trials = 1_000, Stop = new StopRule(P80Days: 10) };
        var result = ForecastGen.Run(rough, options);
        Assert.InRange(result.Trials, 5_000, 15_000); // ±0.01 of a probability near ½ takes about 9,600
        Assert.True((result.Trials - 1_000) % 2_000 == 0);
        Assert.InRange(result.Targets[0].OnTimeInterval.High - result.Targets[0].OnTimeInterval.Low, 0, 0.02);
        Assert.Equal(3_000, ForecastGen.Run(rough, options with { Stop = new StopRule(MaxTrials: 3_000, P80Days: 0) }).Trials);
        Assert.Equal(1_000, ForecastGen.Run(rough with { Targets = [] }, options).Trials);
    }

    [Fact]
    public void A_run_tells_its_progress_and_can_be_cancelled()
    {
        var told = new Told();
        ForecastGen.Run(Input([Step(3)]), Few with { Trials = 1_000, Progress = told });
        Assert.Equal(1_000, told.Last);
        Assert.Throws<OperationCanceledException>(() => MonteCarlo.Run(Input([Step(3)]), Few, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void What_cannot_be_forecast_is_refused_and_named()
    {
        Refused("done after the data date", Input([Step(1) with { FinishedOn = Monday.AddDays(1) }]));
        Refused("no calendar", Input([Step(1) with { Calendar = 2 }]));
        Refused("same stable number", Input([Step(1), Step(1) with { Number = 0 }], []) with { Activities = [Step(1), Step(1)] });
        Refused("not finish to start", Input([Step(1), Step(1)], new Link(0, 1, LinkKind.StartToStart)));
        Refused("no activity", Input([Step(1)]) with { Targets = [new(1, Monday)] });
        Refused("trials", Input([Step(1)]), Few with { Trials = 0 });
        Refused("0 → 1 → 0", Input([Step(1), Step(1)], new Link(0, 1), new Link(1, 0)));
    }

    private static ForecastActivity Step(double days) => new(0, new Triangular(days, days, days));

    private static ForecastInput Input(ForecastActivity[] steps, params Link[] links) => new(Monday, [Weekdays, EveryDay], [.. steps.Select((s, i) => s with { Number = (uint)i })], links, []);

    private static DateOnly Finish(ForecastActivity[] steps, params Link[] links) => ForecastGen.Run(Input(steps, links), Few).Activities[^1].P80;

    private static void Refused(string why, ForecastInput input, ForecastOptions? options = null) =>
        Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(() => ForecastGen.Run(input, options ?? Few)).Message, StringComparison.Ordinal);

    private sealed class Told : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = value;
    }
}
