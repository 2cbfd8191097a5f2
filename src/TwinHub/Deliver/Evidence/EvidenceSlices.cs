namespace TwinHub.Deliver.Evidence;

/// <summary>Evidence: bringing files, stubs, downloads, checks.</summary>
internal static class EvidenceSlices
{
    public static void AddEvidence(this IServiceCollection services) => services.AddScoped<BringEvidence>().AddScoped<FetchEvidence>().AddScoped<AddStub>();

    public static void MapEvidence(this IEndpointRouteBuilder pages)
    {
        BringEvidence.Map(pages);
        AddStub.Map(pages);
        FetchEvidence.Map(pages);
    }
}
