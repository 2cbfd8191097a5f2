namespace TwinHub.Scheduling;

/// <summary>The whole duration of a step that has run for some days and is not done: the estimate, given that it takes longer than that.</summary>
/// <remarks>
/// An estimate that time has overtaken must not become "tomorrow": beyond its 95 % quantile q the survival is 0.05·(x/q)^−tail.
/// Fat tails of overruns: Flyvbjerg et al., "The empirical reality of IT project cost overruns", 2022.
/// </remarks>
public sealed class InProgress : Duration
{
    private const double TailShare = 0.05;
    private readonly double tailFrom, survivalNow;

    /// <param name="whole">The estimate made for the whole step.</param>
    /// <param name="elapsedDays">Working days since its start, without the data date's own.</param>
    /// <param name="tail">The tail's exponent, above 1; null for no tail.</param>
    /// <exception cref="ArgumentException">Elapsed days or tail cannot be, or without a tail the estimate is already overtaken.</exception>
    public InProgress(Duration whole, double elapsedDays, double? tail = 3)
    {
        if (!(elapsedDays >= 0 && elapsedDays <= MaxDays)) throw new ArgumentException($"{elapsedDays} elapsed days cannot be.", nameof(elapsedDays));
        if (tail is { } t && !(t > 1 && t <= 100)) throw new ArgumentException($"A tail of {t} is not in (1, 100].", nameof(tail));
        (Whole, ElapsedDays, Tail) = (whole, elapsedDays, tail);
        // Given that it takes longer, it does not matter where a tail began that time has overtaken.
        tailFrom = tail is null ? double.PositiveInfinity : Math.Max(elapsedDays, whole.Quantile(1 - TailShare));
        survivalNow = Survival(elapsedDays);
        if (survivalNow <= 0) throw new ArgumentException("Nothing of the estimate is left, and it has no tail.", nameof(elapsedDays));
    }

    public Duration Whole { get; }

    public double ElapsedDays { get; }

    public double? Tail { get; }

    public override double Mean => ElapsedDays + ExcessMoment(1);

    /// <summary>Infinite where the tail's exponent is 2 or less.</summary>
    public override double StandardDeviation => Math.Sqrt(Math.Max(0, ElapsedDays * ElapsedDays + ExcessMoment(2) - Mean * Mean));

    public override double Cdf(double days) => days < ElapsedDays ? 0 : 1 - Survival(days) / survivalNow;

    public override double Quantile(double u)
    {
        if (ElapsedDays >= tailFrom) return ElapsedDays * Math.Pow(1 - u, -1 / Tail!.Value);
        var left = (1 - u) * survivalNow;
        return InTail(left) ? TailQuantile(left) : Math.Max(ElapsedDays, Whole.Quantile(1 - left));
    }

    public override void Quantiles(ReadOnlySpan<double> u, Span<double> days)
    {
        var body = new double[u.Length];
        for (var i = 0; i < u.Length; i++) body[i] = 1 - (1 - u[i]) * survivalNow;
        Whole.Quantiles(body, days);
        for (var i = 0; i < u.Length; i++)
        {
            var tail = ElapsedDays >= tailFrom || InTail((1 - u[i]) * survivalNow);
            days[i] = tail ? Quantile(u[i]) : Math.Max(ElapsedDays, days[i]);
        }
    }

    private bool InTail(double left) => Tail is not null && left < TailShare;

    private double TailQuantile(double left) => tailFrom * Math.Pow(left / TailShare, -1 / Tail!.Value);

    private double Survival(double days) => days < tailFrom ? 1 - Whole.Cdf(days) : days > 0 ? TailShare * Math.Pow(days / tailFrom, -Tail!.Value) : 1;

    // E[X^k] − e^k = ∫ k·x^(k−1)·S(x)/S(e) dx from e on: the body by quadrature, the tail in closed form.
    private double ExcessMoment(int power)
    {
        var from = Math.Max(ElapsedDays, Tail is null ? 0 : tailFrom);
        var beyond = Tail is not { } a ? 0 : a <= power ? double.PositiveInfinity : power * Math.Pow(from, power) * Survival(from) / (a - power);
        var end = Tail is null ? Whole.Quantile(1 - 1e-13) : tailFrom;
        return (Body(power, end) + beyond) / survivalNow;
    }

    private double Body(int power, double end)
    {
        const int panels = 2000;
        var (sum, step) = (0.0, (end - ElapsedDays) / panels);
        for (var i = 0; step > 0 && i < panels; i++)
        {
            var middle = ElapsedDays + (i + 0.5) * step;
            foreach (var x in new[] { middle - step / Math.Sqrt(12), middle + step / Math.Sqrt(12) }) sum += power * Math.Pow(x, power - 1) * (1 - Whole.Cdf(x));
        }
        return sum * step / 2;
    }
}
