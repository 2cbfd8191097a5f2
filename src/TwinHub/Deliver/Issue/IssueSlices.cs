namespace TwinHub.Deliver.Issue;

/// <summary>Issue (印发): issued documents.</summary>
internal static class IssueSlices
{
    public static void AddIssue(this IServiceCollection services) => services.AddScoped<IssueDocument>().AddScoped<ShowIssued>();

    public static void MapIssue(this IEndpointRouteBuilder pages)
    {
        IssueDocument.Map(pages);
        ShowIssued.Map(pages);
    }
}
