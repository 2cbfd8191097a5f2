namespace TwinHub.Api;

/// <summary>What programs read: one file a resource. What they write is beside the page that writes it.</summary>
internal static class ApiSlices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddScoped<RegionCalls>().AddScoped<OrganizationCalls>().AddScoped<AreaCalls>().AddScoped<ZoneCalls>().AddScoped<BodyCalls>().AddScoped<MeetingCalls>();
        services.AddScoped<ListCalls>().AddScoped<RevisionCalls>().AddScoped<ItemCalls>().AddScoped<MilestoneCalls>().AddScoped<ProjectCalls>().AddScoped<RoundCalls>().AddScoped<ReportCalls>();
        services.AddScoped<ChangeCalls>().AddScoped<IndicatorCalls>().AddScoped<ObservationCalls>().AddScoped<JournalCalls>();
        Description.AddTo(services);
    }

    public static void MapApi(this IEndpointRouteBuilder app, IEndpointRouteBuilder pages)
    {
        Description.Map(app);
        ShowReference.Map(pages, app);
        RegionCalls.Map(app);
        OrganizationCalls.Map(app);
        AreaCalls.Map(app);
        ZoneCalls.Map(app);
        BodyCalls.Map(app);
        MeetingCalls.Map(app);
        ListCalls.Map(app);
        RevisionCalls.Map(app);
        ItemCalls.Map(app);
        MilestoneCalls.Map(app);
        ProjectCalls.Map(app);
        RoundCalls.Map(app);
        ReportCalls.Map(app);
        ChangeCalls.Map(app);
        IndicatorCalls.Map(app);
        ObservationCalls.Map(app);
        JournalCalls.Map(app);
    }
}
