using TwinHub.Record.Expunges;

namespace TwinHub.Record;

/// <summary>The slices over the journal: latest entries, history of a record, signed head, export.</summary>
internal static class RecordSlices
{
    public static void AddRecordPages(this IServiceCollection services)
    {
        services.AddScoped<ListEntries>();
        services.AddScoped<ShowHistory>();
        services.AddScoped<ShowHead>();
        services.AddScoped<JournalWords>();
        services.AddExpunges();
    }

    public static void MapRecordPages(this IEndpointRouteBuilder pages)
    {
        ListEntries.Map(pages);
        ShowHead.Map(pages);
        ShowHistory.Map(pages);
        pages.MapExpunges();
    }
}
