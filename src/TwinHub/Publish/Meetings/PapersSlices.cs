namespace TwinHub.Publish.Meetings;

/// <summary>The slices of this folder.</summary>
internal static class PapersSlices
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddScoped<ReadMeetingFacts>();
        services.AddScoped<PrepareMeeting>();
        services.AddScoped<ShowPapers>();
    }

    public static void MapPapers(this IEndpointRouteBuilder pages) => ShowPapers.Map(pages);
}
