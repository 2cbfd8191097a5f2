namespace TwinHub.Deliver.Drafts;

/// <summary>Lists that begin and close, and draft items between.</summary>
internal static class DraftsSlices
{
    public static void AddDrafts(this IServiceCollection services) =>
        services.AddScoped<BeginList>().AddScoped<ShowDrafts>().AddScoped<WriteDraft>().AddScoped<CirculateDrafts>().AddScoped<CloseList>();

    public static void MapDrafts(this IEndpointRouteBuilder pages)
    {
        BeginList.Map(pages);
        ShowDrafts.Map(pages);
        WriteDraft.Map(pages);
        CirculateDrafts.Map(pages);
        CloseList.Map(pages);
    }
}
