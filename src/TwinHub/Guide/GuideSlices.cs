namespace TwinHub.Guide;

/// <summary>The slices of terms and help.</summary>
internal static class GuideSlices
{
    public static void AddGuide(this IServiceCollection services) => services.AddScoped<ShowTerms>();

    public static void MapGuide(this IEndpointRouteBuilder pages)
    {
        ShowTerms.Map(pages);
        ShowHelp.Map(pages);
    }
}
