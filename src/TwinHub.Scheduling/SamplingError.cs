namespace TwinHub.Scheduling;

/// <summary>How far a figure from a number of trials may be from the truth: 95 % intervals.</summary>
public static class SamplingError
{
    private const double Tail = 0.025, Z = 1.959963984540054;

    /// <summary>Ranks of the order statistics, from 1, between which the quantile <paramref name="p"/> lies.</summary>
    /// <remarks>Distribution-free: both are binomial quantiles. Clipped to 1 … trials.</remarks>
    public static (int Low, int High) Ranks(int trials, double p) =>
        (Math.Max(1, BinomialQuantile(Tail, trials, p)), Math.Min(trials, BinomialQuantile(1 - Tail, trials, p) + 1));

    /// <summary>Where a probability lies that was met in <paramref name="met"/> of the trials (Jeffreys' interval).</summary>
    public static (double Low, double High) Probability(int met, int trials)
    {
        var low = met == 0 ? 0 : BetaFunction.Quantile(Tail, met + 0.5, trials - met + 0.5);
        return (low, met == trials ? 1 : BetaFunction.Quantile(1 - Tail, met + 0.5, trials - met + 0.5));
    }

    private static int BinomialQuantile(double u, int n, double p)
    {
        var guess = n * p + (u < 0.5 ? -Z : Z) * Math.Sqrt(n * p * (1 - p));
        var k = (int)Math.Clamp(guess, 0, n);
        while (k > 0 && BinomialCdf(k - 1, n, p) >= u) k--;
        while (k < n && BinomialCdf(k, n, p) < u) k++;
        return k;
    }

    private static double BinomialCdf(int k, int n, double p) => k >= n ? 1 : BetaFunction.Regularized(1 - p, n - k, k + 1);
}
