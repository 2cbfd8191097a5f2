namespace TwinHub.Deliver.Changes;

/// <summary>Change requests: handlers and endpoints.</summary>
public static class ChangesSlices
{
    public static void AddChanges(this IServiceCollection services) =>
        services.AddScoped<ShowChanges>().AddScoped<ShowChange>().AddScoped<NewChange>().AddScoped<ProposeChange>().AddScoped<RecordChange>()
            .AddScoped<TurnKey>().AddScoped<TakeKeyBack>().AddScoped<RefuseChange>().AddScoped<WithdrawChange>();

    /// <param name="pages">The group of pages, below the language.</param>
    /// <param name="app">The root, for programs.</param>
    public static void MapChanges(this IEndpointRouteBuilder pages, IEndpointRouteBuilder app)
    {
        ShowChanges.Map(pages);
        ShowChange.Map(pages);
        NewChange.Map(pages);
        ProposeChange.Map(app);
        TurnKey.Map(pages, app);
        TakeKeyBack.Map(pages);
        RefuseChange.Map(pages);
        WithdrawChange.Map(pages);
    }
}
