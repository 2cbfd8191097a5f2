namespace TwinHub.Search;

/// <summary>The slice that finds records by words and codes.</summary>
internal static class SearchSlices
{
    public static void AddSearch(this IServiceCollection services) => services.AddScoped<ShowSearch>().AddScoped<NearSearch>();

    public static void MapSearch(this IEndpointRouteBuilder pages) => ShowSearch.Map(pages);
}
