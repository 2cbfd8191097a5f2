namespace TwinHub.Deliver.Mechanism;

/// <summary>The slices of the mechanism and its units.</summary>
internal static class MechanismSlices
{
    public static void AddMechanism(this IServiceCollection services) => services.AddScoped<ShowMechanism>().AddScoped<ShowOrganization>();

    public static void MapMechanism(this IEndpointRouteBuilder pages)
    {
        ShowMechanism.Map(pages);
        ShowOrganization.Map(pages);
    }
}
