namespace TwinHub.Deliver.Meetings;

/// <summary>The slices of meetings, their papers, asks and decisions.</summary>
internal static class MeetingsSlices
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<CitingItems>();
        services.AddScoped<ListMeetings>();
        services.AddScoped<ShowMeeting>();
        services.AddScoped<ShowAsks>();
        services.AddScoped<ShowDecision>();
        services.AddScoped<RecordDecision>();
        services.AddScoped<ShowPaper>();
    }

    public static void MapMeetings(this IEndpointRouteBuilder pages)
    {
        ListMeetings.Map(pages);
        ShowMeeting.Map(pages);
        ShowAsks.Map(pages);
        ShowDecision.Map(pages);
        RecordDecision.Map(pages);
        ShowPaper.Map(pages);
    }
}
