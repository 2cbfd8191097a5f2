namespace TwinHub.Scheduling;

/// <summary>The distribution function of beta(a, b), a, b ≥ 1, on a grid: many quantiles for the price of a few.</summary>
/// <remarks>
/// With x = sin²θ the density is smooth up to both ends. Between the nodes, equal steps of θ, F is a cubic through its values and slopes.
/// </remarks>
internal sealed class BetaCurve
{
    private const int Panels = 128;
    private const double Step = Math.PI / 2 / Panels;
    private static readonly double[] LogSine = [.. Enumerable.Range(0, 2 * Panels + 1).Select(i => Math.Log(Math.Sin(i * Step / 2)))];
    private readonly double[] share = new double[Panels + 1], slope = new double[Panels + 1]; // F, and dF/dθ times the step

    public BetaCurve(double a, double b)
    {
        for (var i = 0; i < Panels; i++)
        {
            slope[i + 1] = Density(2 * i + 2, a, b);
            share[i + 1] = share[i] + (slope[i] + 4 * Density(2 * i + 1, a, b) + slope[i + 1]) / 6;
        }
        var total = share[Panels];
        for (var i = 0; i <= Panels; i++) (share[i], slope[i]) = (share[i] / total, slope[i] / total);
    }

    public double Quantile(double u)
    {
        var found = Array.BinarySearch(share, u);
        var i = Math.Clamp(found < 0 ? ~found - 1 : found, 0, Panels - 1);
        var sine = Math.Sin((i + Inside(i, u)) * Step);
        return sine * sine;
    }

    private static double Density(int half, double a, double b) => Math.Exp((2 * a - 1) * LogSine[half] + (2 * b - 1) * LogSine[2 * Panels - half]);

    private double Inside(int i, double u)
    {
        var (low, high, t) = (0.0, 1.0, 0.5);
        for (var k = 0; k < 60 && high - low > 1e-12; k++)
        {
            var (value, rate) = Cubic(i, t);
            (low, high) = value < u ? (t, high) : (low, t);
            var next = t - (value - u) / rate;
            if (Math.Abs(next - t) < 1e-12) break;
            t = next > low && next < high ? next : (low + high) / 2;
        }
        return t;
    }

    private (double Value, double Rate) Cubic(int i, double t)
    {
        var (rise, m0, m1) = (share[i + 1] - share[i], slope[i], slope[i + 1]);
        var (c2, c3) = (3 * rise - 2 * m0 - m1, m0 + m1 - 2 * rise);
        return (share[i] + t * (m0 + t * (c2 + t * c3)), m0 + t * (2 * c2 + 3 * t * c3));
    }
}
