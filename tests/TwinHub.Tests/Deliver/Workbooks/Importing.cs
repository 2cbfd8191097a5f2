using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Deliver.Workbooks;
using TwinHub.Language;
using TwinHub.Tests.Record;
using TwinHub.Web;

namespace TwinHub.Tests.Deliver.Workbooks;

/// <summary>Workbooks that come into a founded record and go out of it, as an office's account.</summary>
internal static class Importing
{
    public static Actor Office(string party) => TestRecord.Account(party, Roles.Office);

    public static Task<TestRecord> RecordAsync(string engine = Engines.Sqlite, string pack = PackFolders.ThreeParties) => TestRecord.FoundedAsync(engine, pack, services =>
    {
        services.AddSingleton<ReferenceCache>().AddSingleton<OutlookCache>();
        services.AddScoped<Caller>().AddScoped<Standings>();
        services.AddScoped(p => p.GetRequiredService<Caller>().Actor!);
        services.AddWorkbooks();
    });

    /// <summary>What the workbook would do; nothing is written.</summary>
    public static Task<ImportPlan> PlanAsync(this TestRecord record, byte[] file, string? code, string party = "north", string language = "en", Func<Incoming, Incoming>? more = null) =>
        record.AsAsync(Office(party), async (PlanImport plans) => (await plans.HandleAsync((more ?? (i => i))(new Incoming(file, code, language)), default)).Plan);

    public static Task<ImportPlan> TakeAsync(this TestRecord record, byte[] file, string? code, string party = "north", Func<Incoming, Incoming>? more = null, string? reason = null) =>
        record.AsAsync(Office(party), async (TakeIn take) => (await take.HandleAsync((more ?? (i => i))(new Incoming(file, code, "en")), new Said(reason, false), default)).Plan);

    public static async Task<byte[]> ExportAsync(this TestRecord record, string code, string format, string party = "north", string language = "en")
    {
        using var file = new MemoryStream();
        (await record.AsAsync(Office(party), (ExportList export) => export.HandleAsync(code, ListFilter.All, Words.In(language), default))).Write(format, file);
        return file.ToArray();
    }

    /// <summary>Everything that an import could have moved: sizes of the journal and of the tables.</summary>
    public static Task<string> SizeAsync(this TestRecord record) => record.ReadAsync(async db => string.Join('/', await db.Journal.CountAsync(), await db.Items.CountAsync(), await db.Lists.CountAsync(), await db.Reports.CountAsync(), await db.Set<WorkbookLayout>().CountAsync()));

    public static string Told(this ImportPlan plan) => string.Join("; ", plan.Problems.Select(p => $"{p.Place.Sheet}!{p.Place.Column}{p.Place.Row} {p.Refusal.Code} {string.Join('|', p.Refusal.Values)}"));
}
