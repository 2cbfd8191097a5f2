namespace TwinHub.Scheduling;

/// <summary>How long a step may take, in working days: a distribution, never negative.</summary>
public abstract class Duration
{
    /// <summary>The longest that can be said: about four centuries of working days.</summary>
    public const double MaxDays = 100_000;

    private protected Duration() { }

    public abstract double Mean { get; }

    public abstract double StandardDeviation { get; }

    /// <summary>The share of outcomes that take no longer.</summary>
    public abstract double Cdf(double days);

    /// <summary>The days that a share <paramref name="u"/> of outcomes do not exceed.</summary>
    /// <param name="u">Between 0 and 1.</param>
    public abstract double Quantile(double u);

    /// <summary>Many quantiles at once; may cost much less than one by one.</summary>
    /// <param name="u">Between 0 and 1. Shape [k].</param>
    /// <param name="days">Filled with working days, within 1e-6 of the range of <see cref="Quantile"/>. Shape [k].</param>
    public virtual void Quantiles(ReadOnlySpan<double> u, Span<double> days)
    {
        for (var i = 0; i < u.Length; i++) days[i] = Quantile(u[i]);
    }

    private protected static void CheckOrder(double low, double likely, double high)
    {
        if (!(low >= 0 && low <= likely && likely <= high && high <= MaxDays)) throw new ArgumentException($"Not 0 ≤ low ≤ likely ≤ high ≤ {MaxDays}: {low}, {likely}, {high}.");
    }
}
