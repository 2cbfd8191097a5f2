namespace TwinHub.Scheduling;

/// <summary>The regularized incomplete beta function and its inverse.</summary>
/// <remarks>Continued fraction by Lentz's method (NIST DLMF 8.17.22); ln Γ by Stirling's series after shifting the argument.</remarks>
internal static class BetaFunction
{
    private const double Tiny = 1e-300;

    /// <summary>The share of a beta(a, b) distribution below x, to about 1e-13.</summary>
    public static double Regularized(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - Regularized(1 - x, b, a);
        return Math.Exp(a * Math.Log(x) + b * double.LogP1(-x) - LogBeta(a, b)) / a * Fraction(x, a, b);
    }

    /// <summary>The x below which a share u of beta(a, b) lies.</summary>
    public static double Quantile(double u, double a, double b)
    {
        if (u <= 0) return 0;
        if (u >= 1) return 1;
        var (low, high, x, logBeta) = (0.0, 1.0, a / (a + b), LogBeta(a, b));
        for (var i = 0; i < 200 && high - low > 1e-15 * high; i++)
        {
            var error = Regularized(x, a, b) - u;
            (low, high) = error < 0 ? (x, high) : (low, x);
            var next = x - error / Math.Exp((a - 1) * Math.Log(x) + (b - 1) * double.LogP1(-x) - logBeta);
            if (Math.Abs(next - x) < 1e-15 * x) return next;
            x = next > low && next < high ? next : (low + high) / 2;
        }
        return x;
    }

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 12; x++) shift += Math.Log(x);
        var y = 1 / (x * x);
        var series = (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y * (1 / 1680.0 - y / 1188)))) / x;
        return (x - 0.5) * Math.Log(x) - x + Math.Log(2 * Math.PI) / 2 + series - shift;
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Away(1 - (a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            (c, d) = (Away(1 + even / c), 1 / Away(1 + even * d));
            h *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            (c, d) = (Away(1 + odd / c), 1 / Away(1 + odd * d));
            h *= c * d;
            if (Math.Abs(c * d - 1) < 1e-15) break;
        }
        return h;
    }

    private static double Away(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
