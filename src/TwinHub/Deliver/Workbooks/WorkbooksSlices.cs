namespace TwinHub.Deliver.Workbooks;

internal static class WorkbooksSlices
{
    public static void AddWorkbooks(this IServiceCollection services)
    {
        services.AddScoped<ExportMoment>();
        services.AddScoped<ExportList>();
        services.AddScoped<GiveTemplate>();
        services.AddScoped<KnownLayouts>();
        services.AddScoped<PlanReports>();
        services.AddScoped<PlanImport>();
        services.AddScoped<TakeIn>();
        services.AddScoped<WaitingFiles>();
        services.AddScoped<ImportList>();
    }

    public static void MapWorkbooks(this IEndpointRouteBuilder pages)
    {
        ExportList.Map(pages);
        GiveTemplate.Map(pages);
        ImportList.Map(pages);
    }
}
