using TwinHub.Core.Indicators;
using TwinHub.Regional;
using TwinHub.Web.Shared;

namespace TwinHub.Measure.Indicators;

/// <summary>One line of the comparison: the region (no party) or a party.</summary>
public sealed record GrowthRow(string Party, string Area, AreaSeries Series);

/// <summary>Growth of one indicator in the region and its parties, over the periods that are published.</summary>
/// <param name="Missing">Parties, or the region, without any observation: party code, empty for the region.</param>
/// <param name="Base">The period that most rows have: the index is 100 there.</param>
public sealed record GrowthFigures(Indicator Indicator, IReadOnlyList<GrowthRow> Rows, IReadOnlyList<string> Missing, string Base)
{
    public IReadOnlyList<string> Periods => [.. Rows.SelectMany(r => r.Series.Periods).Select(p => p.Period).Distinct().OrderBy(AreaSeries.TimeOf)];

    public bool Sample => Indicator.Sample || Rows.Any(r => r.Series.Sample);

    /// <summary>What can grow and is published for two periods of the region or of a party; what should grow first, then by the number of observations.</summary>
    public static IReadOnlyList<Indicator> Choices(IEnumerable<Indicator> indicators, RegionAreas areas, IReadOnlyDictionary<string, IReadOnlyDictionary<string, AreaSeries>> series) =>
    [
        .. indicators.Where(i => i.Aspect == "scale" && !SpreadFigures.IsShare(i) && series.ContainsKey(i.Code) && areas.Tops.Any(t => series[i.Code].TryGetValue(t.Area, out var s) && s.Grows))
            .OrderBy(i => i.Direction == "up" ? 0 : 1).ThenByDescending(i => areas.Tops.Sum(t => series[i.Code].GetValueOrDefault(t.Area)?.Periods.Count ?? 0)).ThenBy(i => i.Code, StringComparer.Ordinal),
    ];

    public static GrowthFigures Of(Indicator indicator, RegionAreas areas, IReadOnlyDictionary<string, AreaSeries> series)
    {
        var rows = areas.Tops.Where(t => series.ContainsKey(t.Area)).Select(t => new GrowthRow(t.Party, t.Area, series[t.Area])).ToList();
        var common = rows.SelectMany(r => r.Series.Periods).GroupBy(p => p.Period).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Time).First().Key;
        return new(indicator, rows, [.. areas.Tops.Where(t => !series.ContainsKey(t.Area)).Select(t => t.Party)], common);
    }

    /// <summary>Index points of a row by period; null where nothing is published, and for a row without the base.</summary>
    public IReadOnlyList<decimal?> Index(GrowthRow row)
    {
        if (row.Series.At(Base) is not { Value: > 0 } atBase) return [.. Periods.Select(_ => (decimal?)null)];
        var at = row.Series.Periods.ToList().IndexOf(atBase);
        var index = Growth.IndexToBase([.. row.Series.Periods.Select(p => (double)p.Value)], at);
        return [.. Periods.Select(period => row.Series.At(period) is { } known ? (decimal?)index[row.Series.Periods.ToList().IndexOf(known)] : null)];
    }

    public ChartLines Chart(Func<GrowthRow, string> name, Func<string, int> order, Func<string, string> period) =>
        new([.. Periods.Select(period)], [.. Periods.Select(AreaSeries.TimeOf)], [.. Rows.Where(r => r.Series.At(Base) is not null).Select(r => new ChartLine(name(r), r.Party.Length == 0 ? "ink" : "p" + order(r.Party), Index(r)))], fromZero: false);
}
