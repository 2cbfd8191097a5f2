namespace TwinHub.Regional;

/// <summary>
/// The shape of a region with hubs and other areas ("1 + hubs + N") at one time, by one additive quantity (GDP, population). Shares are fractions.
/// </summary>
/// <param name="Primacy">Largest hub over the second largest hub, ≥ 1. Null with one hub only, or when the second has nothing.</param>
/// <param name="HubShare">What the hubs hold of the region.</param>
/// <param name="OthersShare">What the N others hold: 1 − HubShare.</param>
/// <param name="HubBalance">Smallest hub over the largest, 0 … 1; 1 is balance. Null with one hub only, or when no hub has anything.</param>
/// <param name="Concentration">Herfindahl–Hirschman index over all areas, Σ share², 1/n … 1.</param>
public sealed record HubStructure(double? Primacy, double HubShare, double OthersShare, double? HubBalance, double Concentration)
{
    /// <summary>Measures the structure of one period.</summary>
    /// <param name="values">The quantity of each area, ≥ 0 and not all 0; areas do not overlap. Shape [n].</param>
    /// <param name="isHub">Whether the area is a hub; at least one is. Shape [n].</param>
    /// <exception cref="ArgumentException">Shapes differ, no hub, or a value is negative, not finite, or all are zero.</exception>
    /// <remarks>O(n log hubs). Sources: Jefferson, "The law of the primate city", 1939 (primacy); Hirschman, "The paternity of an index", 1964 (HHI).</remarks>
    public static HubStructure Of(ReadOnlySpan<double> values, ReadOnlySpan<bool> isHub)
    {
        Require.NoneNegative(values, nameof(values));
        var hubs = Hubs(values, isHub);
        var total = Sum(values);
        var hubShare = Math.Min(1, hubs.Sum() / total);
        return new HubStructure(
            Primacy: hubs.Length > 1 && hubs[1] > 0 ? hubs[0] / hubs[1] : null,
            hubShare,
            OthersShare: 1 - hubShare,
            HubBalance: hubs.Length > 1 && hubs[0] > 0 ? hubs[^1] / hubs[0] : null,
            SumOfSquaredShares(values, total));
    }

    /// <summary>Growth of the others together less growth of the hubs together; positive when the others catch up.</summary>
    /// <param name="from">The quantity of each area in the earlier period. Shape [n].</param>
    /// <param name="to">The quantity of each area in the later period. Shape [n].</param>
    /// <param name="isHub">Whether the area is a hub; some are, some are not. Shape [n].</param>
    /// <returns>A difference of fractions: 0.01 is one percentage point.</returns>
    /// <exception cref="ArgumentException">Shapes differ, a value is negative, no hub or only hubs, or a side started with nothing.</exception>
    public static double GrowthGap(ReadOnlySpan<double> from, ReadOnlySpan<double> to, ReadOnlySpan<bool> isHub)
    {
        Require.NoneNegative(from, nameof(from));
        Require.NoneNegative(to, nameof(to));
        Require.SameLength(from.Length, to.Length, nameof(to));
        Require.SameLength(from.Length, isHub.Length, nameof(isHub));
        if (!isHub.Contains(true) || !isHub.Contains(false)) throw new ArgumentException("A gap needs a hub and an area that is none.", nameof(isHub));
        return GrowthWhere(false, from, to, isHub) - GrowthWhere(true, from, to, isHub);
    }

    private static double GrowthWhere(bool hub, ReadOnlySpan<double> from, ReadOnlySpan<double> to, ReadOnlySpan<bool> isHub)
    {
        var (before, after) = (0.0, 0.0);
        for (var i = 0; i < isHub.Length; i++)
        {
            if (isHub[i] == hub) (before, after) = (before + from[i], after + to[i]);
        }
        return Growth.Rate(before, after);
    }

    private static double[] Hubs(ReadOnlySpan<double> values, ReadOnlySpan<bool> isHub)
    {
        Require.SameLength(values.Length, isHub.Length, nameof(isHub));
        var hubs = new List<double>();
        for (var i = 0; i < isHub.Length; i++)
        {
            if (isHub[i]) hubs.Add(values[i]);
        }
        if (hubs.Count == 0) throw new ArgumentException("No area is a hub.", nameof(isHub));
        return [.. hubs.OrderDescending()];
    }

    private static double SumOfSquaredShares(ReadOnlySpan<double> values, double total)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value / total * (value / total);
        return sum;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
