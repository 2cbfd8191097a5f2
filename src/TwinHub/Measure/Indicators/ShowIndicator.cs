using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Indicators;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Measure.Indicators;

/// <summary>One indicator: baseline and target, a map of one period, every observation of the period or of one area, with its quality and source.</summary>
public sealed class ShowIndicator(TwinHubDb db, RegionMaps maps, Page page)
{
    /// <param name="Period">The period that is looked at; null: nothing is observed.</param>
    /// <param name="Area">The area that is looked at, over all its periods; null: all areas of the period.</param>
    /// <param name="Rows">Observations shown: of the period, or of the area.</param>
    public sealed record View(Indicator Indicator, string? Period, string? Area, IReadOnlyList<Observation> Rows)
    {
        public required IReadOnlyList<(string Period, int Areas)> Periods { get; init; }
        /// <summary>Areas with an observation in any period, by code.</summary>
        public required IReadOnlyList<string> Areas { get; init; }
        public required RegionAreas Compared { get; init; }
        /// <summary>Null: no compared area is observed in the period.</summary>
        public MapDrawing? Map { get; init; }
        public MapClasses? Classes { get; init; }
        /// <summary>The latest observation of the region as a whole.</summary>
        public PeriodValue? Latest { get; init; }
        /// <summary>Null: fewer than two periods of the region, its parties or the area.</summary>
        public ChartLines? Chart { get; init; }
        public int Total { get; init; }

        /// <summary>Sources differ on the same area and period.</summary>
        public bool Conflicts(Observation o) => Rows.Any(r => r.Area == o.Area && r.Period == o.Period && r.Value != o.Value);
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/measure/{code}", (string code, string? period, string? area, ShowIndicator slice, CancellationToken cancel) => slice.ShowAsync(code, (period, area), cancel));
        pages.MapGet("/measure/{code}/observations.csv", (string code, ShowIndicator slice, CancellationToken cancel) => slice.DownloadAsync(code, cancel));
    }

    private async Task<IResult> ShowAsync(string code, (string? Period, string? Area) wanted, CancellationToken cancel)
    {
        var (indicator, all) = await ReadAsync(code, cancel);
        var geometry = await maps.GetAsync(page.Reference, cancel);
        var compared = RegionAreas.Of(page.Reference, geometry);
        var periods = Periods(all, compared);
        var period = string.IsNullOrEmpty(wanted.Period) ? Telling(periods) : wanted.Period;
        var area = string.IsNullOrEmpty(wanted.Area) ? null : wanted.Area;
        if (period is not null && !periods.Any(p => p.Period == period)) return new Refused(Refusal.Of("request.parameter", "period"));
        if (area is not null && !all.Exists(o => o.Area == area)) return new Refused(Refusal.Of("request.parameter", "area"));
        var classes = period is null ? null : Classes(all, compared, period);
        return new RazorComponentResult<IndicatorPage>(new
        {
            View = new View(indicator, period, area, Rows(all, compared, (period, area)))
            {
                Periods = periods,
                Areas = [.. all.Select(o => o.Area).Distinct().Order(StringComparer.Ordinal)],
                Compared = compared,
                Map = classes is { ByArea.Count: > 0 } ? DrawMap.Of(geometry, new() { Classes = classes.ByArea }, page.Lang) : null,
                Classes = classes,
                Latest = AreaSeries.Of(all.Where(o => o.Area == compared.Region)).Values.FirstOrDefault()?.Last,
                Chart = Chart(all, compared, area),
                Total = all.Count,
            }
        });
    }

    private async Task<IResult> DownloadAsync(string code, CancellationToken cancel)
    {
        var (indicator, all) = await ReadAsync(code, cancel);
        return ObservationsCsv.Of(indicator, [.. all.OrderBy(o => o.Area, StringComparer.Ordinal).ThenBy(o => AreaSeries.TimeOf(o.Period)).ThenBy(o => o.Value)], page);
    }

    private async Task<(Indicator Indicator, List<Observation> All)> ReadAsync(string code, CancellationToken cancel)
    {
        var indicator = await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, cancel) ?? throw new NotFoundException("indicator", code);
        return (indicator, await db.Observations.AsNoTracking().Where(o => o.Indicator == code).ToListAsync(cancel));
    }

    private static List<(string Period, int Areas)> Periods(List<Observation> all, RegionAreas compared)
    {
        var codes = compared.Compared.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return [.. all.GroupBy(o => o.Period).OrderBy(g => AreaSeries.TimeOf(g.Key)).Select(g => (g.Key, g.Select(o => o.Area).Where(codes.Contains).Distinct().Count()))];
    }

    /// <summary>The latest of the periods that tell most of the compared areas.</summary>
    private static string? Telling(List<(string Period, int Areas)> periods) => periods.Count == 0 ? null : periods.Last(p => p.Areas == periods.Max(q => q.Areas)).Period;

    private static MapClasses Classes(List<Observation> all, RegionAreas compared, string period)
    {
        var series = AreaSeries.Of(all.Where(o => o.Period == period));
        return MapClasses.Of(compared.Compared.Where(a => series.ContainsKey(a.Code)).ToDictionary(a => a.Code, a => series[a.Code].Last.Value));
    }

    private static List<Observation> Rows(List<Observation> all, RegionAreas compared, (string? Period, string? Area) at)
    {
        if (at.Area is { } area) return [.. all.Where(o => o.Area == area).OrderBy(o => AreaSeries.TimeOf(o.Period)).ThenBy(o => o.Value)];
        var tops = compared.Tops.Select(t => t.Area).ToList();
        var shown = compared.Compared.Select(c => c.Code).Concat(tops).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(o => o.Period == at.Period && shown.Contains(o.Area)).OrderBy(o => tops.IndexOf(o.Area) is var top && top < 0 ? int.MaxValue : top).ThenByDescending(o => o.Value).ThenBy(o => o.Area, StringComparer.Ordinal)];
    }

    private ChartLines? Chart(List<Observation> all, RegionAreas compared, string? area)
    {
        var series = AreaSeries.Of(all);
        var lines = (area is null ? compared.Tops : [(page.Reference.Areas[area].Party ?? "", area)]).Where(t => series.ContainsKey(t.Item2)).ToList();
        var periods = lines.SelectMany(t => series[t.Item2].Periods).Select(p => p.Period).Distinct().OrderBy(AreaSeries.TimeOf).ToList();
        if (periods.Count < 2) return null;
        return new([.. periods], [.. periods.Select(AreaSeries.TimeOf)],
            [.. lines.Select(t => new ChartLine(page.In(page.Reference.Areas[t.Item2].Short), t.Item1.Length == 0 ? "ink" : "p" + page.Order(t.Item1), [.. periods.Select(p => series[t.Item2].At(p)?.Value)]))], fromZero: true);
    }
}
