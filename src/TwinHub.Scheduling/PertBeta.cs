namespace TwinHub.Scheduling;

/// <summary>A beta distribution between low and high whose mean is (low + λ·likely + high)/(λ + 2).</summary>
/// <remarks>Source: Malcolm et al., "Application of a technique for research and development program evaluation", 1959 (λ = 4).</remarks>
public sealed class PertBeta : Duration
{
    /// <param name="low">Working days.</param>
    /// <param name="likely">Working days.</param>
    /// <param name="high">Working days.</param>
    /// <param name="lambda">Weight of the most likely value, positive.</param>
    /// <exception cref="ArgumentException">Not 0 ≤ low ≤ likely ≤ high, or λ not in (0, 100].</exception>
    public PertBeta(double low, double likely, double high, double lambda = 4)
    {
        CheckOrder(low, likely, high);
        if (!(lambda > 0 && lambda <= 100)) throw new ArgumentException($"λ is {lambda}, not in (0, 100].", nameof(lambda));
        (Low, Likely, High, Lambda) = (low, likely, high, lambda);
    }

    public double Low { get; }

    public double Likely { get; }

    public double High { get; }

    public double Lambda { get; }

    /// <summary>Where the most likely value lies between low, 0, and high, 1.</summary>
    public double LikelyShare => High > Low ? (Likely - Low) / (High - Low) : 0;

    public double Alpha => 1 + Lambda * LikelyShare;

    public double Beta => 1 + Lambda * (1 - LikelyShare);

    public override double Mean => (Low + Lambda * Likely + High) / (Lambda + 2);

    public override double StandardDeviation => Math.Sqrt((Mean - Low) * (High - Mean) / (Lambda + 3));

    public override double Cdf(double days)
    {
        if (days < Low) return 0;
        return days >= High ? 1 : BetaFunction.Regularized((days - Low) / (High - Low), Alpha, Beta);
    }

    public override double Quantile(double u) => Low + (High - Low) * BetaFunction.Quantile(u, Alpha, Beta);

    public override void Quantiles(ReadOnlySpan<double> u, Span<double> days)
    {
        var curve = new BetaCurve(Alpha, Beta);
        for (var i = 0; i < u.Length; i++) days[i] = Low + (High - Low) * curve.Quantile(u[i]);
    }
}
