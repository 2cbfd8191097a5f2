using CsCheck;

namespace TwinHub.Scheduling.Tests;

public class DurationTests
{
    private static readonly Triangular Triangle = new(10, 20, 60);
    private static readonly PertBeta Pert = new(10, 20, 60);
    private static readonly LogNormal Log = new(10, 40);

    private static readonly Gen<Duration> Whole =
        from a in Gen.Double[0, 50]
        from b in Gen.Double[0, 50]
        from c in Gen.Double[0.5, 50]
        from kind in Gen.Int[0, 2]
        select kind switch { 0 => (Duration)new Triangular(a, a + b, a + b + c), 1 => new PertBeta(a, a + b, a + b + c), _ => new LogNormal(a + 0.1, a + b + c) };

    private static readonly Gen<Duration> Any = Gen.Select(Whole, Gen.Double[0, 200], Gen.Bool).Select((whole, elapsed, begun) => begun ? new InProgress(whole, elapsed) : whole);

    [Fact]
    public void A_triangle_has_its_known_figures()
    {
        Near([17.071068, 28.377223, 40, 45.857864], Triangle, 0.1, 0.5, 0.8, 0.9);
        Assert.Equal(30, Triangle.Mean, 1e-6);
        Assert.Equal(10.801234, Triangle.StandardDeviation, 1e-6);
    }

    [Fact]
    public void A_beta_estimate_has_its_known_figures()
    {
        Assert.Equal((1.8, 4.2), (Pert.Alpha, Pert.Beta));
        Near([14.495107, 23.833613, 32.512931, 37.266703], Pert, 0.1, 0.5, 0.8, 0.9);
        Assert.Equal(25, Pert.Mean, 1e-6);
        Assert.Equal(8.660254, Pert.StandardDeviation, 1e-6);
    }

    [Fact]
    public void A_log_normal_estimate_has_its_known_figures()
    {
        Near([10, 20, 31.529899, 40], Log, 0.1, 0.5, 0.8, 0.9);
        Assert.Equal(23.150123, Log.Mean, 1e-6);
        Assert.Equal(13.495161, Log.StandardDeviation, 1e-6);
    }

    [Fact]
    public void A_triangle_is_found_from_the_quantiles_that_people_mean()
    {
        var found = Triangular.FromP10P90(Triangle.Quantile(0.1), 20, Triangle.Quantile(0.9));
        Assert.Equal((10, 60), (Math.Round(found.Low, 6), Math.Round(found.High, 6)));
        var held = Triangular.FromP10P90(1, 2, 40);
        Assert.Equal(0, held.Low);
        Assert.Equal(0.9, held.Cdf(40), 1e-9);
        Assert.Equal(7, Triangular.FromP10P90(7, 7, 7).Mean);
    }

    [Fact]
    public void A_step_in_progress_is_sampled_given_that_it_still_runs()
    {
        var (plain, tailed) = (new InProgress(Triangle, 30, tail: null), new InProgress(Triangle, 30));
        Assert.Equal(0.55, Triangle.Cdf(30), 1e-12);
        Near([38.786797, 46.583592], plain, 0.5, 0.8);
        Assert.Equal(40, plain.Mean, 1e-6);
        Assert.Equal(42.407407, tailed.Mean, 1e-6);
        Assert.Equal(65.2478, tailed.Quantile(0.95), 1e-4);
        Assert.Equal(0.773270, Log.Cdf(30), 1e-6);
        Near([38.457143], new InProgress(Log, 30, tail: null), 0.5);
    }

    [Fact]
    public void An_estimate_that_time_has_overtaken_never_becomes_tomorrow()
    {
        Assert.Equal(0.0289352, (1 - new InProgress(Triangle, 0).Cdf(60)) / (1 - new InProgress(Triangle, 0).Cdf(0)), 1e-7);
        var late = new InProgress(Triangle, 100);
        Near([125.992105, 170.997595], late, 0.5, 0.8);
        Assert.Equal(150, late.Mean, 1e-6);
        Assert.Throws<ArgumentException>(() => new InProgress(Triangle, 100, tail: null));
        Near([125.992105, 170.997595], new InProgress(new Triangular(0, 0, 0), 100), 0.5, 0.8);
        Assert.Equal(0.8, new InProgress(new Triangular(0, 0, 0), 100).Cdf(170.997595), 1e-7);
    }

    [Fact]
    public void The_spread_of_a_step_in_progress_follows_its_tail()
    {
        Assert.Equal(Triangle.StandardDeviation, new InProgress(Triangle, 0, tail: null).StandardDeviation, 1e-6);
        Assert.Equal(100 * Math.Sqrt(0.75), new InProgress(Triangle, 100).StandardDeviation, 1e-6); // Pareto with exponent 3
        Assert.Equal(double.PositiveInfinity, new InProgress(Triangle, 30, tail: 2).StandardDeviation);
    }

    [Fact]
    public void A_certain_duration_is_itself()
    {
        Assert.Equal([5, 5, 5], new[] { new Triangular(5, 5, 5).Quantile(0.3), new PertBeta(5, 5, 5).Quantile(0.3), new LogNormal(5, 5).Quantile(0.3) });
        Assert.Equal([0, 1, 1], new[] { new Triangular(5, 5, 5).Cdf(4.9), new Triangular(5, 5, 5).Cdf(5), new LogNormal(5, 5).Cdf(5) });
        Assert.Equal(0, new InProgress(new Triangular(0, 0, 0), 0).Quantile(0.5));
    }

    [Fact]
    public void Estimates_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Triangular(3, 2, 4));
        Assert.Throws<ArgumentException>(() => new Triangular(-1, 2, 4));
        Assert.Throws<ArgumentException>(() => new PertBeta(1, 2, double.NaN));
        Assert.Throws<ArgumentException>(() => new PertBeta(1, 2, 3, lambda: 0));
        Assert.Throws<ArgumentException>(() => new LogNormal(0, 3));
        Assert.Throws<ArgumentException>(() => new InProgress(Triangle, -1));
        Assert.Throws<ArgumentException>(() => new InProgress(Triangle, 1, tail: 1));
    }

    [Fact]
    public void A_quantile_is_the_inverse_of_the_share() => Gen.Select(Any, Gen.Double[0.0001, 0.9999]).Sample((duration, u) =>
    {
        var days = duration.Quantile(u);
        Assert.Equal(u, duration.Cdf(days), 1e-7);
        Assert.True(days >= duration.Quantile(u / 2));
    });

    [Fact]
    public void Many_quantiles_are_the_same_as_one_by_one() => Gen.Select(Any, Gen.Double[0.000001, 0.999999].Array[1, 20]).Sample((duration, u) =>
    {
        var days = new double[u.Length];
        duration.Quantiles(u, days);
        Assert.All(u.Index(), k => Assert.Equal(duration.Quantile(k.Item), days[k.Index], 1e-4));
    });

    [Fact]
    public void The_sampling_table_is_near_the_quantile_where_outcomes_fall() => Gen.Select(Any, Gen.Double[0.001, 0.999]).Sample((duration, u) =>
    {
        var elapsed = (duration as InProgress)?.ElapsedDays ?? 0;
        var spread = duration.Quantile(0.999) - duration.Quantile(0.001);
        Assert.Equal(duration.Quantile(u) - elapsed, QuantileTable.Of(duration).Days((float)u), 0.003 * spread + 0.001);
    });

    private static void Near(double[] expected, Duration duration, params double[] u) => Assert.All(expected.Index(), e => Assert.Equal(e.Item, duration.Quantile(u[e.Index]), 1e-6));
}
