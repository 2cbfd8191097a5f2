namespace TwinHub.Measure.Indicators;

/// <summary>Classes of a choropleth: at most five, each with about as many areas; equal values are in one class.</summary>
/// <param name="ByArea">1 (lowest) … by area code.</param>
/// <param name="Ranges">Lowest and highest value of each class.</param>
public sealed record MapClasses(IReadOnlyDictionary<string, int> ByArea, IReadOnlyList<(decimal Low, decimal High)> Ranges)
{
    public const int Most = 5;

    public static MapClasses Of(IReadOnlyDictionary<string, decimal> values)
    {
        var distinct = values.Values.Distinct().Order().ToList();
        if (distinct.Count == 0) return new(new Dictionary<string, int>(), []);
        var ordered = values.Values.Order().ToList();
        var count = Math.Min(Most, distinct.Count);
        var tops = Enumerable.Range(1, count).Select(k => ordered[Math.Max(0, (k * ordered.Count / count) - 1)]).Distinct().ToList();
        var byArea = values.ToDictionary(v => v.Key, v => tops.FindIndex(t => v.Value <= t) + 1, StringComparer.Ordinal);
        return new(byArea, [.. byArea.Values.Distinct().Order().Select(c => (values.Where(v => byArea[v.Key] == c).Min(v => v.Value), values.Where(v => byArea[v.Key] == c).Max(v => v.Value)))]);
    }
}
