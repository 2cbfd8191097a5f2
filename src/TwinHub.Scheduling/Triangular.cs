namespace TwinHub.Scheduling;

/// <summary>Low and high are the extremes, the density rises to the most likely value and falls after it in straight lines.</summary>
public sealed class Triangular : Duration
{
    /// <exception cref="ArgumentException">Not 0 ≤ low ≤ likely ≤ high.</exception>
    public Triangular(double low, double likely, double high)
    {
        CheckOrder(low, likely, high);
        (Low, Likely, High) = (low, likely, high);
    }

    public double Low { get; }

    public double Likely { get; }

    public double High { get; }

    public override double Mean => (Low + Likely + High) / 3;

    public override double StandardDeviation => Math.Sqrt((Square(High - Low) + Square(Likely - Low) + Square(High - Likely)) / 36);

    /// <summary>The triangle whose 10 % and 90 % quantiles and most likely value are these: what people often mean by low and high.</summary>
    /// <remarks>Where the low end would come out under zero it is held at zero, and only the 90 % quantile is met.</remarks>
    /// <exception cref="ArgumentException">Not 0 ≤ p10 ≤ likely ≤ p90.</exception>
    public static Triangular FromP10P90(double p10, double likely, double p90)
    {
        CheckOrder(p10, likely, p90);
        if (p10 == p90) return new Triangular(p10, likely, p90);
        var (below, above) = (likely - p10, p90 - likely);
        var range = Root(w => Arm(w, below) + Arm(w, above) - w, 10 * (below + above));
        if (Arm(range, below) <= likely) return new Triangular(likely - Arm(range, below), likely, likely + Arm(range, above));
        range = Root(w => likely + Arm(w, above) - w, likely + 10 * above);
        return new Triangular(0, likely, range);
    }

    public override double Cdf(double days)
    {
        if (days < Low) return 0;
        if (days >= High) return 1;
        return days <= Likely && Likely > Low
            ? Square(days - Low) / ((High - Low) * (Likely - Low))
            : 1 - Square(High - days) / ((High - Low) * (High - Likely));
    }

    public override double Quantile(double u)
    {
        var range = High - Low;
        return u * range < Likely - Low
            ? Low + Math.Sqrt(u * range * (Likely - Low))
            : High - Math.Sqrt((1 - u) * range * (High - Likely));
    }

    // The side x of a triangle of width w whose outer tenth of the whole ends at distance d from the top: (x − d)² = w·x/10.
    private static double Arm(double w, double d) => Square((Math.Sqrt(w / 10) + Math.Sqrt(w / 10 + 4 * d)) / 2);

    private static double Root(Func<double, double> falling, double high)
    {
        var low = 0.0;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = falling(middle) > 0 ? (middle, high) : (low, middle);
        }
        return high;
    }

    private static double Square(double x) => x * x;
}
