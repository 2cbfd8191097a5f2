using TwinHub.Regional;

namespace TwinHub.Measure.Indicators;

/// <summary>The hubs against the rest of the region, in one period: "1 + hubs + N".</summary>
/// <param name="Structure">Its concentration stands only for hubs and rest, so no page shows it.</param>
/// <param name="Rough">A figure in it is rounded or too low.</param>
public sealed record HubPeriod(string Period, decimal Time, HubStructure Structure, double[] Values, bool Rough);

/// <summary>Structure over time, where the region and every hub are published for the same period.</summary>
/// <param name="Gap">Growth of the rest less growth of the hubs from the first to the last such period, a fraction; null: fewer than two.</param>
/// <param name="Missing">Areas without any period in common.</param>
public sealed record HubFigures(IReadOnlyList<HubPeriod> Periods, double? Gap, IReadOnlyList<string> Missing)
{
    public static HubFigures Of(RegionAreas areas, IReadOnlyDictionary<string, AreaSeries> series)
    {
        var needed = areas.Hubs.Select(h => h.Code).Prepend(areas.Region ?? "").ToList();
        var missing = needed.Where(c => !series.ContainsKey(c)).ToList();
        if (areas.Hubs.Count == 0 || missing.Count > 0) return new([], null, missing);
        var periods = series[needed[0]].Periods.Where(p => needed.TrueForAll(c => series[c].At(p.Period) is not null))
            .Select(p => Period(p.Period, [.. needed.Select(c => series[c].At(p.Period)!)])).OfType<HubPeriod>().ToList();
        return new(periods, Gapped(periods), []);
    }

    private static HubPeriod? Period(string period, List<PeriodValue> values)
    {
        var hubs = values.Skip(1).Select(v => (double)v.Value).ToList();
        var rest = (double)values[0].Value - hubs.Sum();
        if (rest < 0 || values[0].Value <= 0) return null; // figures that do not belong together
        double[] all = [.. hubs, rest];
        return new(period, values[0].Time, HubStructure.Of(all, IsHub(all.Length)), all, values.Exists(v => v.Rough));
    }

    private static double? Gapped(List<HubPeriod> periods) =>
        periods.Count > 1 && periods[0].Values[^1] > 0 && periods[0].Values[..^1].Sum() > 0 ? HubStructure.GrowthGap(periods[0].Values, periods[^1].Values, IsHub(periods[0].Values.Length)) : null;

    private static bool[] IsHub(int length) => [.. Enumerable.Range(0, length).Select(i => i < length - 1)];
}
