using TwinHub.Data.Journal;

namespace TwinHub.Record;

/// <summary>The slices over the journal: latest entries, history of a record, signed head, export.</summary>
internal static class RecordSlices
{
    public static void AddRecordPages(this IServiceCollection services)
    {
        services.AddSingleton<LogKey>();
        services.AddScoped<SignTreeHead>();
        services.AddScoped<VerifyRecord>();
        services.AddScoped<ExportJournal>();
        services.AddScoped<ListEntries>();
        services.AddScoped<ShowHistory>();
        services.AddScoped<ShowHead>();
        services.AddScoped<JournalWords>();
    }

    public static void MapRecordPages(this IEndpointRouteBuilder pages)
    {
        ListEntries.Map(pages);
        ShowHead.Map(pages);
        ShowHistory.Map(pages);
    }
}
