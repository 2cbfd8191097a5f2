namespace TwinHub.Scheduling;

/// <summary>The logarithm is normal; given by the quantiles at 10 % and 90 %.</summary>
public sealed class LogNormal : Duration
{
    private const double Z90 = 1.2815515655446004;
    private readonly double mu, sigma;

    /// <exception cref="ArgumentException">Not 0 &lt; p10 ≤ p90.</exception>
    public LogNormal(double p10, double p90)
    {
        CheckOrder(p10, p10, p90);
        if (p10 == 0) throw new ArgumentException("A log-normal duration is never 0.", nameof(p10));
        (P10, P90) = (p10, p90);
        (mu, sigma) = ((Math.Log(p10) + Math.Log(p90)) / 2, (Math.Log(p90) - Math.Log(p10)) / (2 * Z90));
    }

    public double P10 { get; }

    public double P90 { get; }

    public override double Mean => Math.Exp(mu + sigma * sigma / 2);

    public override double StandardDeviation => Mean * Math.Sqrt(Math.Exp(sigma * sigma) - 1);

    public override double Cdf(double days)
    {
        if (days <= 0) return 0;
        return sigma > 0 ? NormalCurve.Cdf((Math.Log(days) - mu) / sigma) : days >= P10 ? 1 : 0;
    }

    public override double Quantile(double u) => sigma > 0 ? Math.Exp(mu + sigma * NormalCurve.Quantile(u)) : P10;
}
