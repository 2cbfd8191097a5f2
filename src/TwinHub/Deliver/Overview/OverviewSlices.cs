namespace TwinHub.Deliver.Overview;

/// <summary>The first page.</summary>
internal static class OverviewSlices
{
    public static void AddOverview(this IServiceCollection services) => services.AddScoped<ShowOverview>();

    public static void MapOverview(this IEndpointRouteBuilder pages) => ShowOverview.Map(pages);
}
