using TwinHub.Data.Files;
using TwinHub.Deliver.Changes;
using TwinHub.Deliver.Columns;
using TwinHub.Deliver.Drafts;
using TwinHub.Deliver.Evidence;
using TwinHub.Deliver.Issue;
using TwinHub.Deliver.Views;

namespace TwinHub.Deliver;

/// <summary>What leads to a key and follows from it: drafts, changes, issue, evidence, party columns.</summary>
internal static class KeyedSlices
{
    public static void AddKeyed(this IServiceCollection services)
    {
        services.AddScoped<EvidenceStore>();
        services.AddChanges();
        services.AddDrafts();
        services.AddIssue();
        services.AddColumns();
        services.AddViews();
        services.AddEvidence();
    }

    /// <param name="pages">The group of pages, below the language.</param>
    /// <param name="app">The root, for programs.</param>
    public static void MapKeyed(this IEndpointRouteBuilder pages, IEndpointRouteBuilder app)
    {
        pages.MapChanges(app);
        pages.MapDrafts();
        pages.MapIssue();
        pages.MapColumns();
        pages.MapViews();
        pages.MapEvidence();
    }
}
