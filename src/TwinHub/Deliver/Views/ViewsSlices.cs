namespace TwinHub.Deliver.Views;

/// <summary>Saved views of lists: shown, saved, renamed, moved, removed; columns and row height of one's own.</summary>
internal static class ViewsSlices
{
    public static void AddViews(this IServiceCollection services) => services.AddScoped<ShowViews>().AddScoped<SaveView>().AddScoped<ChangeView>();

    public static void MapViews(this IEndpointRouteBuilder pages)
    {
        ShowViews.Map(pages);
        SaveView.Map(pages);
        ChangeView.Map(pages);
    }
}
