namespace TwinHub.Regional;

/// <summary>
/// Theil's T split by groups (parties, provinces): does inequality lie between them or inside them? A page shows all three figures together.
/// </summary>
/// <param name="Total">Nats, 0 … ln(Σpopulation/smallest). Between + Within.</param>
/// <param name="Between">What would remain if each group were equal inside.</param>
/// <param name="Within">Sum of <paramref name="WithinByGroup"/>.</param>
/// <param name="WithinByGroup">What each group adds to Within: its share of the total value times its own T. Shape [groups].</param>
public sealed record TheilSplit(double Total, double Between, double Within, IReadOnlyList<double> WithinByGroup);

/// <summary>Inequality of a value per head over the people of the areas. Without unit; 0 is equality.</summary>
public static class Inequality
{
    /// <summary>Theil's T: Σ s (y/μ) ln(y/μ), s the population share and μ the mean per head.</summary>
    /// <param name="population">People of each area, ≥ 0 and not all 0. Shape [n].</param>
    /// <param name="perHead">Value per head of each area, ≥ 0, not 0 everywhere; 0·ln 0 is 0. Shape [n].</param>
    /// <returns>Nats.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or a number is negative or not finite.</exception>
    /// <remarks>O(n). Source: Theil, "Economics and Information Theory", 1967.</remarks>
    public static double TheilT(ReadOnlySpan<double> population, ReadOnlySpan<double> perHead)
    {
        var mean = MeanPerHead(population, perHead);
        var (sum, people) = (0.0, 0.0);
        for (var i = 0; i < perHead.Length; i++)
        {
            sum += population[i] * RatioTimesLog(perHead[i] / mean);
            people += population[i];
        }
        return sum / people;
    }

    /// <summary>Theil's L, the mean logarithmic deviation: Σ s ln(μ/y). Weighs the poor areas more than T does.</summary>
    /// <param name="population">People of each area, ≥ 0 and not all 0. Shape [n].</param>
    /// <param name="perHead">Value per head of each area, &gt; 0. Shape [n].</param>
    /// <returns>Nats.</returns>
    /// <exception cref="ArgumentException">Shapes differ, a population is negative, or a value is not positive.</exception>
    /// <remarks>O(n). Source: Theil, "Economics and Information Theory", 1967.</remarks>
    public static double TheilL(ReadOnlySpan<double> population, ReadOnlySpan<double> perHead)
    {
        Require.AllPositive(perHead, nameof(perHead));
        var mean = MeanPerHead(population, perHead);
        var (sum, people) = (0.0, 0.0);
        for (var i = 0; i < perHead.Length; i++)
        {
            sum += population[i] * Math.Log(mean / perHead[i]);
            people += population[i];
        }
        return sum / people;
    }

    /// <summary>Theil's T between groups and within them. The three figures add up exactly in theory, to rounding here.</summary>
    /// <param name="population">People of each area, ≥ 0 and not all 0. Shape [n].</param>
    /// <param name="perHead">Value per head of each area, ≥ 0, not 0 everywhere. Shape [n].</param>
    /// <param name="group">Group of each area, 0 … groups − 1; a group may be empty. Shape [n].</param>
    /// <exception cref="ArgumentException">Shapes differ, a group is negative, or a number is negative or not finite.</exception>
    /// <remarks>O(n + groups). Source: Shorrocks, "The class of additively decomposable inequality measures", Econometrica 48(3), 1980.</remarks>
    public static TheilSplit SplitTheilT(ReadOnlySpan<double> population, ReadOnlySpan<double> perHead, ReadOnlySpan<int> group)
    {
        var total = TheilT(population, perHead);
        var (people, value) = SumsByGroup(population, perHead, group);
        var (allPeople, allValue) = (people.Sum(), value.Sum());
        var within = new double[people.Length];
        for (var i = 0; i < perHead.Length; i++)
        {
            var g = group[i];
            if (value[g] <= 0) continue; // a group that has nothing is equal inside
            within[g] += population[i] / people[g] * RatioTimesLog(perHead[i] * people[g] / value[g]);
        }
        var between = 0.0;
        for (var g = 0; g < within.Length; g++)
        {
            within[g] *= value[g] / allValue;
            if (people[g] > 0) between += people[g] / allPeople * RatioTimesLog(value[g] / people[g] * allPeople / allValue);
        }
        return new TheilSplit(total, between, within.Sum(), within);
    }

    /// <summary>Gini coefficient over people: ΣΣ s_i s_j |y_i − y_j| / (2μ).</summary>
    /// <param name="population">People of each area, ≥ 0 and not all 0. Shape [n].</param>
    /// <param name="perHead">Value per head of each area, ≥ 0, not 0 everywhere. Shape [n].</param>
    /// <returns>0 (equal) … below 1.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or a number is negative or not finite.</exception>
    /// <remarks>O(n log n): areas in order of value; each adds its people times the values on either side of it. Source: Gini, 1912, in the form of Sen, "On Economic Inequality", 1973.</remarks>
    public static double Gini(ReadOnlySpan<double> population, ReadOnlySpan<double> perHead)
    {
        var mean = MeanPerHead(population, perHead);
        var (values, people) = (perHead.ToArray(), population.ToArray());
        Array.Sort(values, people);
        var (below, valueBelow, differences) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            differences += people[i] * Math.Max(0, values[i] * below - valueBelow); // never negative; rounding could make it so
            below += people[i];
            valueBelow += people[i] * values[i];
        }
        return differences / (below * below * mean);
    }

    private static double MeanPerHead(ReadOnlySpan<double> population, ReadOnlySpan<double> perHead)
    {
        Require.NoneNegative(perHead, nameof(perHead));
        Require.SameLength(population.Length, perHead.Length, nameof(perHead));
        var mean = Dispersion.Mean(perHead, population);
        Require.Positive(mean, nameof(perHead));
        return mean;
    }

    private static (double[] People, double[] Value) SumsByGroup(ReadOnlySpan<double> population, ReadOnlySpan<double> perHead, ReadOnlySpan<int> group)
    {
        Require.SameLength(population.Length, group.Length, nameof(group));
        var groups = 0;
        foreach (var g in group)
        {
            if (g < 0) throw new ArgumentException($"Group {g} is negative.", nameof(group));
            groups = Math.Max(groups, g + 1);
        }
        var (people, value) = (new double[groups], new double[groups]);
        for (var i = 0; i < group.Length; i++)
        {
            people[group[i]] += population[i];
            value[group[i]] += population[i] * perHead[i];
        }
        return (people, value);
    }

    private static double RatioTimesLog(double ratio) => ratio <= 0 ? 0 : ratio * Math.Log(ratio);
}
