using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Indicators;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Web;

namespace TwinHub.Measure.Indicators;

/// <summary>How fast the region and its parties grew, its structure and its spread: what is published, and what is missing.</summary>
public sealed class ShowMeasure(TwinHubDb db, RegionMaps maps, Page page)
{
    private const string People = "population"; // codes of a pack's indicators of people begin so

    /// <param name="Choices">Indicators that can grow and are published for the region or a party.</param>
    /// <param name="Grown">The one that is looked at; null: none is published twice.</param>
    public sealed record View(RegionAreas Areas, IReadOnlyList<Indicator> Choices, GrowthFigures? Grown)
    {
        public required IReadOnlyList<HubRow> Hubs { get; init; }
        public required IReadOnlyList<SpreadFigures> Spreads { get; init; }
        public required IReadOnlyList<IndicatorRow> Indicators { get; init; }
    }

    public sealed record HubRow(Indicator Indicator, HubFigures Figures);

    /// <summary>An indicator in the list: what is known of the region as a whole, and of how many areas.</summary>
    public sealed record IndicatorRow(Indicator Indicator, PeriodValue? Region, int Observations, int Areas, IReadOnlyList<string> Periods);

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/measure", (string? indicator, ShowMeasure slice, CancellationToken cancel) => slice.ShowAsync(indicator, cancel));

    private async Task<IResult> ShowAsync(string? indicator, CancellationToken cancel)
    {
        var indicators = await db.Indicators.AsNoTracking().ToListAsync(cancel);
        var areas = RegionAreas.Of(page.Reference, await maps.GetAsync(page.Reference, cancel));
        var codes = areas.All;
        var observations = await db.Observations.AsNoTracking().Where(o => codes.Contains(o.Area)).ToListAsync(cancel);
        var series = observations.GroupBy(o => o.Indicator).ToDictionary(g => g.Key, AreaSeries.Of);
        var counts = await db.Observations.GroupBy(o => o.Indicator).Select(g => new { g.Key, Rows = g.Count(), Areas = g.Select(o => o.Area).Distinct().Count() }).ToDictionaryAsync(c => c.Key, c => (c.Rows, c.Areas), cancel);
        var choices = GrowthFigures.Choices(indicators, areas, series);
        var wanted = string.IsNullOrEmpty(indicator) ? choices.FirstOrDefault() : choices.FirstOrDefault(c => c.Code == indicator);
        if (wanted is null && !string.IsNullOrEmpty(indicator)) return new Refused(Refusal.Of("request.parameter", "indicator"));
        return new RazorComponentResult<MeasurePage>(new
        {
            View = new View(areas, choices, wanted is null ? null : GrowthFigures.Of(wanted, areas, series[wanted.Code]))
            {
                Hubs = [.. indicators.Where(i => i.Aspect == "scale" && !SpreadFigures.IsShare(i) && series.ContainsKey(i.Code)).Select(i => new HubRow(i, HubFigures.Of(areas, series[i.Code]))).Where(h => h.Figures.Periods.Count > 0)],
                Spreads = Spreads(indicators, areas, series),
                Indicators = [.. indicators.OrderBy(i => Aspects.IndexOf(i.Aspect)).ThenBy(i => i.Code, StringComparer.Ordinal).Select(i => Row(i, areas, series.GetValueOrDefault(i.Code), counts.GetValueOrDefault(i.Code)))],
            }
        });
    }

    public static IReadOnlyList<string> AspectOrder => Aspects;

    private static readonly List<string> Aspects = ["scale", "integration", "quality"];

    private static IReadOnlyList<SpreadFigures> Spreads(List<Indicator> indicators, RegionAreas areas, Dictionary<string, IReadOnlyDictionary<string, AreaSeries>> series)
    {
        var people = indicators.Where(i => i.Code.StartsWith(People, StringComparison.Ordinal) && i.Aspect == "scale" && series.ContainsKey(i.Code)).OrderBy(i => i.Code, StringComparer.Ordinal).FirstOrDefault();
        return [.. indicators.Where(i => i.Aspect == "quality" && i.Direction != "none" && series.ContainsKey(i.Code))
            .Select(i => SpreadFigures.Of(i, areas, series[i.Code], people is null ? null : series[people.Code])).Where(s => s.Periods.Count > 0)];
    }

    private static IndicatorRow Row(Indicator indicator, RegionAreas areas, IReadOnlyDictionary<string, AreaSeries>? series, (int Rows, int Areas) count) =>
        new(indicator, areas.Region is { } region ? series?.GetValueOrDefault(region)?.Last : null, count.Rows, count.Areas,
            [.. (series?.Values ?? []).SelectMany(s => s.Periods).Select(p => p.Period).Distinct().OrderBy(AreaSeries.TimeOf)]);
}
