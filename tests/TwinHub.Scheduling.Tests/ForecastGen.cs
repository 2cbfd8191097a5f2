using CsCheck;

namespace TwinHub.Scheduling.Tests;

/// <summary>Forecasts of any kind: three calendars, every state and distribution, lags either way, targets all over.</summary>
internal static class ForecastGen
{
    public static readonly DateOnly DataDate = new(2025, 9, 20); // a Saturday, shortly before a long holiday

    public static readonly WorkCalendar[] Calendars =
    [
        new(WorkCalendar.SaturdaySunday, [new YearNotice(2025, [.. Enumerable.Range(1, 8).Select(d => new DateOnly(2025, 10, d))], [new(2025, 9, 28), new(2025, 10, 11)])]),
        new(WorkCalendar.SaturdaySunday, [new YearNotice(2025, [new(2025, 10, 7)], [])]),
        new([], []),
    ];

    public static readonly Gen<Triangular> Triangle =
        from low in Gen.Int[0, 20]
        from rise in Gen.Int[0, 10]
        from fall in Gen.Int[0, 20]
        select new Triangular(low, low + rise, low + rise + fall);

    private static readonly Gen<Duration> Durations = Gen.Frequency(
        (4, Triangle.Select(t => (Duration)t)),
        (1, Triangle.Select(t => (Duration)new PertBeta(t.Low, t.Likely, t.High))),
        (1, Triangle.Select(t => (Duration)new LogNormal(t.Low + 1, t.High + 2))));

    private static readonly Gen<ForecastActivity> Activity =
        from duration in Durations
        from calendar in Gen.Int[0, Calendars.Length - 1]
        from state in Gen.Int[0, 9]
        from days in Gen.Int[0, 40]
        select new ForecastActivity(0, duration)
        {
            Calendar = calendar,
            FinishedOn = state == 0 ? DataDate.AddDays(-days) : null,
            ElapsedDays = state is 1 or 2 ? days : null,
            NotEarlierThan = state == 3 ? DataDate.AddDays(days - 10) : null,
        };

    public static readonly Gen<ForecastInput> Input =
        from activities in Activity.Array[1, 9]
        from links in Gen.Select(Gen.Int[0, activities.Length - 1], Gen.Int[0, activities.Length - 1], Gen.Int[-3, 4])
            .Select((a, b, lag) => new Link(Math.Min(a, b), Math.Max(a, b), LagDays: lag)).Array[0, 14]
        from targets in Gen.Select(Gen.Int[0, activities.Length - 1], Gen.Int[-10, 120]).Select((a, days) => new DueTarget(a, DataDate.AddDays(days))).Array[1, 6]
        select new ForecastInput(DataDate, Calendars, [.. activities.Select((a, i) => a with { Number = (uint)(7 * i + 3) })], [.. links.Where(l => l.Before < l.After)], targets);

    public static readonly Gen<ForecastOptions> Options =
        from seed in Gen.ULong
        from trials in Gen.Int[1, 400]
        select new ForecastOptions { Seed = seed, Trials = trials };

    public static ForecastResult Run(ForecastInput input, ForecastOptions options) => MonteCarlo.Run(input, options, TestContext.Current.CancellationToken);
}
