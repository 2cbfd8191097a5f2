namespace TwinHub.Scheduling.Tests;

public class SamplingErrorTests
{
    [Theory]
    [InlineData(10_000, 0.8, 7921, 8079)]
    [InlineData(10_000, 0.5, 4902, 5099)]
    [InlineData(1_000, 0.8, 775, 825)]
    [InlineData(1, 0.8, 1, 1)]
    public void A_quantile_lies_between_two_order_statistics(int trials, double p, int low, int high) => Assert.Equal((low, high), SamplingError.Ranks(trials, p));

    [Fact]
    public void A_probability_never_met_may_still_be_above_nought()
    {
        Assert.Equal(0.1166, SamplingError.Probability(0, 20).High, 1e-4);
        Assert.Equal(1 - 0.1166, SamplingError.Probability(20, 20).Low, 1e-4);
        Assert.Equal((0, 1), (SamplingError.Probability(0, 20).Low, SamplingError.Probability(20, 20).High));
    }

    [Fact]
    public void The_interval_of_a_probability_is_two_standard_errors_either_way()
    {
        var (low, high) = SamplingError.Probability(7_000, 10_000);
        Assert.Equal(0.7 - 1.96 * 0.00458, low, 1e-4);
        Assert.Equal(0.7 + 1.96 * 0.00458, high, 1e-4);
    }
}
