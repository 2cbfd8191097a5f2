using CsCheck;

namespace TwinHub.Regional.Tests;

public sealed class GrowthTests
{
    private static readonly Gen<double> Positive = Gen.Double[0.01, 1e6];

    [Fact]
    public void A_rate_is_the_later_value_over_the_earlier_less_one()
    {
        Assert.Equal(0.06, Growth.Rate(100, 106), 12);
        Assert.Equal(-0.25, Growth.Rate(80, 60), 12);
    }

    [Fact]
    public void The_rates_of_a_series_are_one_fewer_than_its_periods()
    {
        Assert.Equal([0.5, -0.2], Growth.Rates([100, 150, 120]).Select(r => Math.Round(r, 12)));
        Assert.Empty(Growth.Rates([7]));
    }

    [Fact]
    public void Compound_growth_leads_from_the_first_value_to_the_last()
    {
        Assert.Equal(0.1, Growth.CompoundAnnual(100, 161.051, 5), 12);
        Positive.Select(Positive, Gen.Double[0.5, 30]).Sample((from, to, years) =>
            Math.Abs(from * Math.Pow(1 + Growth.CompoundAnnual(from, to, years), years) / to - 1) < 1e-9);
    }

    [Fact]
    public void Compound_growth_of_a_series_is_the_geometric_mean_of_its_yearly_factors() =>
        Positive.Array[2, 12].Sample(series =>
        {
            var product = Growth.Rates(series).Aggregate(1.0, (p, r) => p * (1 + r));
            var mean = Math.Pow(product, 1.0 / (series.Length - 1)) - 1;
            return Math.Abs(Growth.CompoundAnnual(series[0], series[^1], series.Length - 1) - mean) <= 1e-9 * (1 + mean);
        });

    [Fact]
    public void The_base_period_of_an_index_is_100()
    {
        Assert.Equal([80, 100, 125], Growth.IndexToBase([64, 80, 100], 1));
        Positive.Array[1, 12].Sample(series => Growth.IndexToBase(series, series.Length - 1)[^1] == 100);
    }

    [Fact]
    public void An_index_does_not_depend_on_the_unit() =>
        Positive.Array[1, 12].Select(Positive).Sample((series, unit) =>
            Growth.IndexToBase(series, 0).Zip(Growth.IndexToBase([.. series.Select(v => v * unit)], 0)).All(p => Math.Abs(p.First / p.Second - 1) < 1e-12));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Growth_from_a_value_that_is_not_positive_is_refused(double from)
    {
        Assert.Throws<ArgumentException>(() => Growth.Rate(from, 1));
        Assert.Throws<ArgumentException>(() => Growth.Rates([1, from]));
        Assert.Throws<ArgumentException>(() => Growth.CompoundAnnual(from, 1, 1));
        Assert.Throws<ArgumentException>(() => Growth.IndexToBase([from], 0));
    }

    [Fact]
    public void A_base_outside_the_series_and_an_empty_series_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Growth.IndexToBase([1, 2], 2));
        Assert.Throws<ArgumentException>(() => Growth.IndexToBase([1, 2], -1));
        Assert.Throws<ArgumentException>(() => Growth.Rates([]));
        Assert.Throws<ArgumentException>(() => Growth.CompoundAnnual(1, 2, 0));
    }
}
