namespace TwinHub.Deliver.Columns;

/// <summary>Party columns (本方栏): added, renamed, removed, written in.</summary>
internal static class ColumnsSlices
{
    public static void AddColumns(this IServiceCollection services) => services.AddScoped<ShowColumns>().AddScoped<AddColumn>().AddScoped<ChangeColumn>().AddScoped<WriteCells>();

    public static void MapColumns(this IEndpointRouteBuilder pages)
    {
        ShowColumns.Map(pages);
        AddColumn.Map(pages);
        ChangeColumn.Map(pages);
        WriteCells.Map(pages);
    }
}
