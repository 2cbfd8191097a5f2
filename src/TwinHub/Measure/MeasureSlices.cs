using TwinHub.Measure.Indicators;
using TwinHub.Measure.Zones;

namespace TwinHub.Measure;

/// <summary>Slices that measure: zones, indicators, growth.</summary>
internal static class MeasureSlices
{
    public static void AddMeasure(this IServiceCollection services)
    {
        services.AddScoped<ShowMeasure>();
        services.AddScoped<ShowIndicator>();
        services.AddScoped<ListZones>();
        services.AddScoped<ShowZone>();
    }

    public static void MapMeasure(this IEndpointRouteBuilder pages)
    {
        ShowMeasure.Map(pages);
        ShowIndicator.Map(pages);
        ListZones.Map(pages);
        ShowZone.Map(pages);
    }
}
