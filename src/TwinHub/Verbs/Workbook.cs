using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TwinHub.Core;
using TwinHub.Data.Standing;
using TwinHub.Deliver.Workbooks;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Language;

namespace TwinHub.Verbs;

/// <summary><c>import FILE</c> and <c>export list CODE</c>: a list's workbook in and out, as on the site.</summary>
internal static class Workbook
{
    private static readonly Argument<FileInfo> Input = new("FILE") { Description = "Workbook: xlsx, xls, et, ods or csv; told by its content." };
    private static readonly Option<string?> Code = new("--list") { Description = "Code of the list; without it, as the workbook says. A list that does not exist is made as a draft." };
    private static readonly Option<string?> SheetName = new("--sheet") { Description = "Sheet that holds the list; without it, the best one." };
    private static readonly Option<string[]> Column = new("--column") { Description = "What a column means, where its head does not say: E=due, F=ignored, D=leads.north. May be given several times.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, where the list is adopted and the rows become a change request." };
    private static readonly Option<bool> Dry = new("--dry-run") { Description = "Check and report only." };
    private static readonly Option<bool> Release = new("--release") { Description = "Release the reports that the workbook brings." };
    private static readonly Argument<string> List = new("CODE") { Description = "Code of the list." };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "File to write.", Required = true };
    private static readonly Option<string?> Format = new("--format") { Description = "xlsx, ods, csv or json; without it, as the file is named." };
    private static readonly Option<string> Lang = new("--language") { Description = "Language of heads and messages.", DefaultValueFactory = _ => "en" };
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Import()
    {
        var import = new Command("import", "Checks a workbook whole, then takes all of it in or nothing. Example: twinhub import list.xlsx --list 2024H1 --dry-run --json")
        { Input, Code, SheetName, Column, Reason, Dry, Release, Lang, AsAccount.Name, RecordOptions.Data, RecordOptions.Json };
        import.Validators.Add(result =>
        {
            foreach (var word in result.GetValue(Column) ?? []) if (Said(word) is null) result.AddError($"--column {word}: write a column's letters, =, and what it means, such as E=due.");
        });
        import.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => ImportAsync(call, services, c), cancel));
        return import;
    }

    public static Command Export()
    {
        var list = new Command("list", "Writes a list as the site shows it. Example: twinhub export list 2024H1 --format ods --out list.ods") { List, Format, Out, Lang, AsAccount.Name, RecordOptions.Data };
        Format.AcceptOnlyFromAmong([.. ListFiles.Formats]);
        list.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => ExportAsync(call, services, c), cancel));
        return new Command("export", "What goes out of the record.") { list };
    }

    private static async Task<int> ImportAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        if (!await AsAccount.EnterAsync(call, services)) return ExitCode.Call;
        var words = Words.In(call.GetValue(Lang)!);
        try
        {
            var plan = await PlanAsync(call, services, await ReadAsync(call, words, cancel), cancel);
            Report(call.GetValue(RecordOptions.Json), plan, words);
            return plan.Problems.Count == 0 ? ExitCode.Done : ExitCode.Data;
        }
        catch (RefusedException refused)
        {
            Report(call.GetValue(RecordOptions.Json), new("", ImportMode.Drafts, new()) { Problems = [new(CellPlace.File, refused.Refusal)] }, words);
            return ExitCode.Data;
        }
    }

    private static async Task<ImportPlan> PlanAsync(ParseResult call, IServiceProvider services, Incoming incoming, CancellationToken cancel)
    {
        if (call.GetValue(Dry)) return (await services.GetRequiredService<PlanImport>().HandleAsync(incoming, cancel)).Plan;
        return (await services.GetRequiredService<TakeIn>().HandleAsync(incoming, new Said(call.GetValue(Reason), call.GetValue(Release)), cancel)).Plan;
    }

    private static async Task<Incoming> ReadAsync(ParseResult call, Words words, CancellationToken cancel)
    {
        var file = call.GetValue(Input)!;
        if (file.Exists && file.Length > BookLimits.MostFileBytes) throw BookLimits.TooLarge();
        return new(await File.ReadAllBytesAsync(file.FullName, cancel), call.GetValue(Code), words.Language)
        {
            Sheet = call.GetValue(SheetName),
            Said = (call.GetValue(Column) ?? []).Select(c => Said(c)!.Value).DistinctBy(c => c.Column).ToDictionary(c => c.Column, c => c.Word),
        };
    }

    private static (int Column, string Word)? Said(string text) =>
        text.Split('=', 2) is [var letters, var word] && Letters.Column(letters.ToUpperInvariant()) is >= 0 and < BookLimits.MostColumns and var column && ListColumn.Of(word) is not null ? (column, word) : null;

    private static void Report(bool json, ImportPlan plan, Words words)
    {
        var problems = plan.Problems.Select(p => new { sheet = p.Place.Sheet, row = p.Place.Row, column = p.Place.Column, code = p.Refusal.Code, message = words.Say(p.Refusal) }).ToList();
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { added = plan.Added, changed = plan.Changed, unchanged = plan.Left, problems }, Readable));
        else
        {
            Console.WriteLine(words.Say("import.counts", plan.Added, plan.Changed, plan.Left, plan.Reports.Count, plan.Problems.Count));
            foreach (var problem in problems) Console.WriteLine($"{problem.sheet}!{problem.column}{problem.row}: {problem.message}");
        }
    }

    private static async Task<int> ExportAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        if (!await AsAccount.EnterAsync(call, services)) return ExitCode.Call;
        var file = call.GetValue(Out)!;
        var format = call.GetValue(Format) ?? ListFiles.Formats.FirstOrDefault(f => file.Name.EndsWith("." + f, StringComparison.OrdinalIgnoreCase)) ?? ListFiles.Formats[0];
        var export = await services.GetRequiredService<ExportList>().HandleAsync(call.GetValue(List)!, ListFilter.All, Words.In(call.GetValue(Lang)!), cancel);
        await using var stream = file.Create();
        export.Write(format, stream);
        return ExitCode.Done;
    }
}
