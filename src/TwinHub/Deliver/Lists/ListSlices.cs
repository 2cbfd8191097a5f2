namespace TwinHub.Deliver.Lists;

/// <summary>The pages of lists: all of them, one as a register, its revisions, two of them compared.</summary>
internal static class ListSlices
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddScoped<ShowLists>();
        services.AddScoped<ShowList>();
        services.AddScoped<ShowRevisions>();
        services.AddScoped<CompareRevisions>();
    }

    public static void MapLists(this IEndpointRouteBuilder pages)
    {
        ShowLists.Map(pages);
        ShowList.Map(pages);
        ShowRevisions.Map(pages);
        CompareRevisions.Map(pages);
    }
}
