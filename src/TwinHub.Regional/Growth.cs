namespace TwinHub.Regional;

/// <summary>How much a quantity grew between periods. Rates are fractions: 0.06 is 6 %.</summary>
public static class Growth
{
    /// <summary>Growth from one value to another as a fraction of the first: to/from − 1.</summary>
    /// <param name="from">Value of the earlier period, any unit, &gt; 0.</param>
    /// <param name="to">Value of the later period, same unit and same prices.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not positive, or a value is not finite: the rate would mean nothing.</exception>
    public static double Rate(double from, double to)
    {
        Require.Positive(from, nameof(from));
        Require.Finite(to, nameof(to));
        return to / from - 1;
    }

    /// <summary>Growth of each period over the one before.</summary>
    /// <param name="series">Values in order of time, same unit and prices, each &gt; 0. Shape [n], n ≥ 1.</param>
    /// <returns>Fractions. Shape [n − 1]; element t is the growth from period t to t + 1.</returns>
    /// <exception cref="ArgumentException">Empty, or a value is not positive and finite.</exception>
    public static double[] Rates(ReadOnlySpan<double> series)
    {
        Require.AllPositive(series, nameof(series));
        var rates = new double[series.Length - 1];
        for (var t = 0; t < rates.Length; t++) rates[t] = series[t + 1] / series[t] - 1;
        return rates;
    }

    /// <summary>The constant yearly rate that leads from one value to the other: (to/from)^(1/years) − 1.</summary>
    /// <param name="from">First value, &gt; 0.</param>
    /// <param name="to">Last value, same unit, &gt; 0.</param>
    /// <param name="years">Years between the two, &gt; 0; parts of a year count.</param>
    /// <exception cref="ArgumentException">An argument is not positive and finite.</exception>
    public static double CompoundAnnual(double from, double to, double years)
    {
        Require.Positive(from, nameof(from));
        Require.Positive(to, nameof(to));
        Require.Positive(years, nameof(years));
        return Math.Pow(to / from, 1 / years) - 1;
    }

    /// <summary>The series as an index whose base period is 100.</summary>
    /// <param name="series">Values in order of time; the one of the base period &gt; 0. Shape [n].</param>
    /// <param name="basePosition">Position of the base period, 0 … n − 1.</param>
    /// <returns>Index points. Shape [n].</returns>
    /// <exception cref="ArgumentException">The base lies outside the series or is not positive, or a value is not finite.</exception>
    public static double[] IndexToBase(ReadOnlySpan<double> series, int basePosition)
    {
        if (basePosition < 0 || basePosition >= series.Length) throw new ArgumentException($"The series has no period {basePosition}.", nameof(basePosition));
        Require.Positive(series[basePosition], nameof(series));
        var index = new double[series.Length];
        for (var t = 0; t < index.Length; t++)
        {
            Require.Finite(series[t], nameof(series));
            index[t] = series[t] / series[basePosition] * 100; // in this order the base is 100 exactly
        }
        return index;
    }
}
