namespace TwinHub.Regional;

/// <summary>
/// How far areas lie from each other at one time. Falling from year to year is σ-convergence: they grow together.
/// All measures are without unit; the areas are the whole population of the region, so sums are divided by n, not n − 1.
/// </summary>
/// <remarks>Source: Barro and Sala-i-Martin, "Convergence", Journal of Political Economy 100(2), 1992 (σ-convergence).</remarks>
public static class Dispersion
{
    /// <summary>Coefficient of variation, every area counted once: sd/mean.</summary>
    /// <param name="values">A value an area (GDP per head, say), ≥ 0 and not all 0. Shape [n], n ≥ 1.</param>
    /// <exception cref="ArgumentException">Empty, negative, not finite, or all zero.</exception>
    public static double CoefficientOfVariation(ReadOnlySpan<double> values) =>
        CoefficientOfVariation(values, Equal(values.Length));

    /// <summary>Coefficient of variation, every area counted by its weight.</summary>
    /// <param name="values">A value an area, ≥ 0 and not all 0. Shape [n].</param>
    /// <param name="weights">Population of each area, ≥ 0 and not all 0. Shape [n].</param>
    /// <exception cref="ArgumentException">Shapes differ, or a value or weight is negative, not finite, or all are zero.</exception>
    public static double CoefficientOfVariation(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Require.NoneNegative(values, nameof(values));
        var mean = Mean(values, weights);
        Require.Positive(mean, nameof(values));
        return Math.Sqrt(Variance(values, weights, mean)) / mean;
    }

    /// <summary>Standard deviation of the logarithms, every area counted once.</summary>
    /// <param name="values">A value an area, &gt; 0. Shape [n], n ≥ 1.</param>
    /// <exception cref="ArgumentException">Empty, or a value is not positive.</exception>
    public static double StandardDeviationOfLogs(ReadOnlySpan<double> values) =>
        StandardDeviationOfLogs(values, Equal(values.Length));

    /// <summary>Standard deviation of the logarithms, every area counted by its weight.</summary>
    /// <param name="values">A value an area, &gt; 0. Shape [n].</param>
    /// <param name="weights">Population of each area, ≥ 0 and not all 0. Shape [n].</param>
    /// <exception cref="ArgumentException">Shapes differ, a value is not positive, or a weight negative.</exception>
    public static double StandardDeviationOfLogs(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Require.AllPositive(values, nameof(values));
        var logs = new double[values.Length];
        for (var i = 0; i < logs.Length; i++) logs[i] = Math.Log(values[i]);
        return Math.Sqrt(Variance(logs, weights, Mean(logs, weights)));
    }

    internal static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Require.SameLength(values.Length, weights.Length, nameof(weights));
        Require.NoneNegative(weights, nameof(weights));
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++) (sum, total) = (sum + weights[i] * values[i], total + weights[i]);
        return sum / total;
    }

    private static double Variance(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double mean)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * (values[i] - mean) * (values[i] - mean);
            total += weights[i];
        }
        return sum / total;
    }

    private static double[] Equal(int length)
    {
        var ones = new double[length];
        Array.Fill(ones, 1.0);
        return ones;
    }
}
