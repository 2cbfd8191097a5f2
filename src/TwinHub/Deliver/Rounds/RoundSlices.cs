namespace TwinHub.Deliver.Rounds;

/// <summary>Dispatch rounds and their reports: handlers and endpoints.</summary>
internal static class RoundSlices
{
    public static void AddRounds(this IServiceCollection services)
    {
        services.AddScoped<ReadRounds>();
        services.AddScoped<ReadUnit>();
        services.AddScoped<FormDrafts>();
        services.AddScoped<ShowRounds>();
        services.AddScoped<OpenRound>();
        services.AddScoped<ShowUnit>();
        services.AddScoped<EnterReports>();
        services.AddScoped<WriteReports>();
        services.AddScoped<ConfirmReports>();
        services.AddScoped<ReleaseReports>();
        services.AddScoped<ReturnReport>();
        services.AddScoped<ReviseReport>();
        services.AddScoped<PutReport>();
    }

    /// <param name="pages">The group of pages, below the language.</param>
    /// <param name="app">The root, for programs.</param>
    public static void MapRounds(this IEndpointRouteBuilder pages, IEndpointRouteBuilder app)
    {
        PutReport.Map(app);
        ShowRounds.Map(pages);
        OpenRound.Map(pages);
        ShowUnit.Map(pages);
        EnterReports.Map(pages);
        ConfirmReports.Map(pages);
        ReleaseReports.Map(pages);
        ReturnReport.Map(pages);
        ReviseReport.Map(pages);
    }
}
