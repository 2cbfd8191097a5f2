using TwinHub.Core.Indicators;
using TwinHub.Regional;

namespace TwinHub.Measure.Indicators;

/// <summary>How far the compared areas lie from each other in one period.</summary>
/// <param name="Count">Areas with a published value.</param>
/// <param name="Of">Compared areas in all.</param>
/// <param name="Variation">sd/mean, each area counted once.</param>
/// <param name="LogSpread">sd of the logarithms.</param>
/// <param name="Theil">Split between parties and within; null: not a value per head, or an area's population of that period is not known.</param>
/// <param name="Weighted">Areas in <paramref name="Theil"/>.</param>
public sealed record SpreadPeriod(string Period, int Count, int Of, double Variation, double LogSpread, TheilSplit? Theil, int Weighted);

/// <summary>Spread of one indicator over its periods: falling is σ-convergence.</summary>
public sealed record SpreadFigures(Indicator Indicator, IReadOnlyList<SpreadPeriod> Periods)
{
    private const int LeastAreas = 3;

    /// <summary>Periods in which at least three areas are published.</summary>
    /// <param name="population">People by area, of any periods; null: no such indicator.</param>
    public static SpreadFigures Of(Indicator indicator, RegionAreas areas, IReadOnlyDictionary<string, AreaSeries> series, IReadOnlyDictionary<string, AreaSeries>? population)
    {
        var own = areas.Compared.Select(a => a.Code).Where(series.ContainsKey).ToList();
        var periods = own.SelectMany(c => series[c].Periods).Select(p => p.Period).Distinct().OrderBy(AreaSeries.TimeOf);
        return new(indicator, [.. periods.Select(p => Period(p, indicator, (areas, series, population))).OfType<SpreadPeriod>()]);
    }

    private static SpreadPeriod? Period(string period, Indicator indicator, (RegionAreas Areas, IReadOnlyDictionary<string, AreaSeries> Series, IReadOnlyDictionary<string, AreaSeries>? Population) of)
    {
        var known = of.Areas.Compared.Select(a => (Area: a, Value: of.Series.GetValueOrDefault(a.Code)?.At(period)?.Value)).Where(k => k.Value > 0).ToList();
        if (known.Count < LeastAreas) return null;
        double[] values = [.. known.Select(k => (double)k.Value!)];
        var heads = known.Select(k => of.Population?.GetValueOrDefault(k.Area.Code)?.At(period)?.Value).ToList();
        var parties = of.Areas.Parties.Select(p => p.Party).ToList();
        var split = !IsShare(indicator) && heads.TrueForAll(h => h > 0)
            ? Inequality.SplitTheilT([.. heads.Select(h => (double)h!)], values, [.. known.Select(k => Math.Max(0, parties.IndexOf(k.Area.Party ?? "")))]) : null;
        return new(period, known.Count, of.Areas.Compared.Count, Dispersion.CoefficientOfVariation(values), Dispersion.StandardDeviationOfLogs(values), split, split is null ? 0 : known.Count);
    }

    /// <summary>A percentage adds up and grows no more than a temperature does.</summary>
    public static bool IsShare(Indicator indicator) => indicator.Unit.Wordings.Values.Any(w => w.Text.Contains('%', StringComparison.Ordinal));
}
