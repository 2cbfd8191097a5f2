namespace TwinHub.Deliver.Mechanism;

/// <summary>The slice of the mechanism.</summary>
internal static class MechanismSlices
{
    public static void AddMechanism(this IServiceCollection services) => services.AddScoped<ShowMechanism>();

    public static void MapMechanism(this IEndpointRouteBuilder pages) => ShowMechanism.Map(pages);
}
