namespace TwinHub.Deliver.Projects;

/// <summary>Slices of projects.</summary>
internal static class ProjectSlices
{
    public static void AddProjects(this IServiceCollection services)
    {
        services.AddScoped<ListProjects>();
        services.AddScoped<ShowProject>();
    }

    public static void MapProjects(this IEndpointRouteBuilder pages)
    {
        ListProjects.Map(pages);
        ShowProject.Map(pages);
    }
}
