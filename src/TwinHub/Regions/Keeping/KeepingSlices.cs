namespace TwinHub.Regions.Keeping;

/// <summary>The slices that keep the region's reference data.</summary>
internal static class KeepingSlices
{
    public static void AddKeeping(this IServiceCollection services)
    {
        services.AddScoped<KeepUnits>();
        services.AddScoped<KeepThemes>();
        services.AddScoped<KeepCalendar>();
        services.AddScoped<ShowContents>();
    }

    public static void MapKeeping(this IEndpointRouteBuilder pages)
    {
        ShowContents.Map(pages);
        KeepUnits.Map(pages);
        KeepThemes.Map(pages);
        KeepCalendar.Map(pages);
    }
}
