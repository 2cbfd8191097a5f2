namespace TwinHub.Deliver.Items;

/// <summary>The page of an item.</summary>
internal static class ItemSlices
{
    public static void AddItems(this IServiceCollection services) => services.AddScoped<ReadItem>().AddScoped<ShowItem>();

    public static void MapItems(this IEndpointRouteBuilder pages) => ShowItem.Map(pages);
}
