namespace TwinHub.Scheduling;

/// <summary>The standard normal distribution, to about 1e-14.</summary>
internal static class NormalCurve
{
    private const double Far = 5;

    public static double Cdf(double z)
    {
        if (z > 0) return 1 - Cdf(-z);
        return z < -Far ? LowerTail(z) : 0.5 + Density(z) * OddSeries(z);
    }

    /// <remarks>Start from Abramowitz and Stegun 26.2.23, then two steps of Halley.</remarks>
    public static double Quantile(double u)
    {
        if (u <= 0) return double.NegativeInfinity;
        if (u >= 1) return double.PositiveInfinity;
        if (u > 0.5) return -Quantile(1 - u);
        var t = Math.Sqrt(-2 * Math.Log(u));
        var z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (var i = 0; i < 2; i++)
        {
            var step = (Cdf(z) - u) / Density(z);
            z -= step / (1 + z * step / 2);
        }
        return z;
    }

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    // z + z³/3 + z⁵/15 + …: Marsaglia, "Evaluating the normal distribution", 2004.
    private static double OddSeries(double z)
    {
        var (sum, term) = (z, z);
        for (var i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); i += 2) sum += term *= z * z / i;
        return sum;
    }

    private static double LowerTail(double z)
    {
        var fraction = 0.0;
        for (var i = 60; i > 0; i--) fraction = i / (-z + fraction);
        return Density(z) / (-z + fraction);
    }
}
