using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Deliver.Workbooks;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Language;
using TwinHub.Publish.Documents;
using TwinHub.Regions;
using TwinHub.Verbs;
using TwinHub.Web;

namespace TwinHub.Bench.Workbooks;

/// <summary>A list of 10,000 items and 30 columns taken in (read, checked, saved, journaled) and given out, beside MiniExcel that only reads and writes the cells.</summary>
internal static class WorkbookLoad
{
    private const int Items = 10_000, Columns = 30, Rounds = 3;
    private const string Code = "2031H1";

    /// <param name="pack">Folder of the pack that founds the record.</param>
    /// <param name="file">Where the made workbook is left, for peers of other languages; null: nowhere.</param>
    public static async Task RunAsync(string pack, string? file)
    {
        var folder = Directory.CreateTempSubdirectory("twinhub-bench-");
        for (var round = 0; round < Rounds; round++) await RoundAsync(new Store(Path.Combine(folder.FullName, $"{round}"), null), pack, file);
        folder.Delete(recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB of the whole run"));
    }

    private static async Task RoundAsync(Store store, string pack, string? file)
    {
        Directory.CreateDirectory(store.Folder);
        await using var services = RecordOptions.Open(store);
        var (reference, actor) = await FoundAsync(services, store, pack);
        var made = Make(reference);
        if (file is not null) await File.WriteAllBytesAsync(file, made);
        Say("cells read alone", () => ReadSheets.Read(made));
        Say("cells read by MiniExcel", () => new MemoryStream(made).Query(excelType: ExcelType.XLSX).Count());
        await SayAsync("import: read, checked, saved, journaled", async () =>
        {
            var plan = await InAsync(services, actor, (TakeIn take) => take.HandleAsync(new Incoming(made, Code, "en"), new Said(null, false), default));
            if (plan.Plan.Added != Items) throw new InvalidOperationException($"{plan.Plan.Added} added; {plan.Plan.Problems.FirstOrDefault()}");
        });
        await SayAsync("the same file again: nothing changes", async () => await InAsync(services, actor, (PlanImport plans) => plans.HandleAsync(new Incoming(made, Code, "en"), default)));
        await InAsync(services, actor, (Standings standings) => standings.OfListAsync(Code, default)); // kept, as for every page
        foreach (var format in ListFiles.Formats)
        {
            await SayAsync($"export {format}", async () => (await InAsync(services, actor, (ExportList export) => export.HandleAsync(Code, ListFilter.All, Words.In("en"), default))).Write(format, Stream.Null));
        }

        var rows = new MemoryStream(made).Query(useHeaderRow: true, excelType: ExcelType.XLSX).ToList();
        using var written = new MemoryStream();
        Say("cells written by MiniExcel", () => written.SaveAs(rows));
    }

    private static async Task<(Reference, Actor)> FoundAsync(ServiceProvider services, Store store, string pack)
    {
        await using var scope = services.CreateAsyncScope();
        await store.PrepareAsync(scope.ServiceProvider.GetRequiredService<TwinHubDb>(), default);
        await scope.ServiceProvider.GetRequiredService<LoadPack>().HandleAsync(pack, true, default);
        var reference = (await services.GetRequiredService<ReferenceCache>().GetAsync(default))!;
        return (reference, new Actor(Keys.New(), reference.Parties[0].Code, Roles.Office, null));
    }

    private static async Task<T> InAsync<TSlice, T>(ServiceProvider services, Actor actor, Func<TSlice, Task<T>> act) where TSlice : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Actor = actor;
        return await act(scope.ServiceProvider.GetRequiredService<TSlice>());
    }

    private static byte[] Make(Reference reference)
    {
        var words = Words.In("en");
        var heads = new ListColumns(reference, RegionLanguage.Of(reference.Region));
        var parties = reference.Parties.Take(2).Select(p => p.Code).ToList();
        ListColumn[] used = [new(ColumnKind.Code), new(ColumnKind.Theme), .. RegionLanguage.Of(reference.Region).Take(2).SelectMany(l => new ListColumn[] { new(ColumnKind.Title, l.Code), new(ColumnKind.Scope, l.Code) }), .. parties.Select(p => new ListColumn(ColumnKind.Leads, p)), new(ColumnKind.Support), new(ColumnKind.Due), new(ColumnKind.Class)];
        var rest = Enumerable.Repeat("Remarks", Columns - used.Length);
        var rows = Enumerable.Range(1, Items).Select(i => (IReadOnlyList<XlsxValue>)[.. used.Select(c => Value(c, i, reference)), .. rest.Select((_, n) => n % 2 == 0 ? (XlsxValue)$"remark {n} of item {i}" : i * n)]);
        using var file = new MemoryStream();
        XlsxWriter.Write(new("en", "bench", [new("Items", [.. used.Select(c => new XlsxColumn(heads.Head(c, words), c.Kind == ColumnKind.Due ? XlsxForm.Date : XlsxForm.Text)), .. rest.Select(r => new XlsxColumn(r))], rows)]), file);
        return file.ToArray();
    }

    private static XlsxValue Value(ListColumn column, int i, Reference reference) => column.Kind switch
    {
        ColumnKind.Code => $"{Code}-{i:00000}",
        ColumnKind.Theme => reference.Scheme("theme").ElementAt(i % 3).Name.In("en"),
        ColumnKind.Leads => Units(reference, column.Part, i),
        ColumnKind.Support => Units(reference, null, i),
        ColumnKind.Due => new DateOnly(2031, 1, 1).AddDays(i % 180),
        ColumnKind.Class => Words.In("en")["Class.Joint"],
        _ => string.Create(CultureInfo.InvariantCulture, $"{column.Kind} {i} in {column.Part}, some words long enough to be a name"),
    };

    private static string Units(Reference reference, string? party, int i)
    {
        var units = reference.Organizations.Values.Where(o => o.Party is not null && (party is null || o.Party == party)).OrderBy(o => o.Code, StringComparer.Ordinal).ToList();
        return $"{units[i % units.Count].Code}; {units[(i + 1) % units.Count].Code}";
    }

    private static void Say<T>(string what, Func<T> act) => SayAsync(what, () => Task.FromResult(act())).GetAwaiter().GetResult();

    private static void Say(string what, Action act) => Say(what, () => { act(); return 0; });

    private static async Task SayAsync(string what, Func<Task> act)
    {
        GC.Collect();
        var (clock, cpu, bytes) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
        await act();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-42} {clock.Elapsed.TotalSeconds,6:0.00} s  {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,6:0.00} s of processor  {(GC.GetTotalAllocatedBytes() - bytes) >> 20,5} MiB allocated"));
    }
}
