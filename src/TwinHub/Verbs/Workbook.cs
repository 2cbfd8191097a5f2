using System.CommandLine;
using System.Text.Json;
using TwinHub.Core;
using TwinHub.Data.Standing;
using TwinHub.Deliver.Workbooks;
using TwinHub.Language;
using TwinHub.Web;

namespace TwinHub.Verbs;

/// <summary><c>import FILE</c> and <c>export list CODE</c>: a list's workbook in and out, as on the site.</summary>
internal static class Workbook
{
    private static readonly Argument<FileInfo> Input = new("FILE") { Description = "Workbook made from the template (.xlsx)." };
    private static readonly Option<string?> Code = new("--list") { Description = "Code of the list; without it, as the workbook says." };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, where the list is adopted and the rows become a change request." };
    private static readonly Option<bool> Dry = new("--dry-run") { Description = "Check and report only." };
    private static readonly Option<bool> Release = new("--release") { Description = "Release the reports that the workbook brings." };
    private static readonly Argument<string> List = new("CODE") { Description = "Code of the list." };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "File to write.", Required = true };
    private static readonly Option<string> Lang = new("--language") { Description = "Language of heads and messages.", DefaultValueFactory = _ => "en" };

    public static Command Import()
    {
        var import = new Command("import", "Checks a workbook whole, then takes all of it in or nothing. Example: twinhub import list.xlsx --list 2024H1 --as office --dry-run --json")
        { Input, Code, Reason, Dry, Release, Lang, AsAccount.Name, RecordOptions.Data, RecordOptions.Json };
        import.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => ImportAsync(call, services, c), cancel));
        return import;
    }

    public static Command Export()
    {
        var list = new Command("list", "Writes a list as the site shows it. Example: twinhub export list 2024H1 --out list.xlsx --as office") { List, Out, Lang, AsAccount.Name, RecordOptions.Data };
        list.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => ExportAsync(call, services, c), cancel));
        return new Command("export", "What goes out of the record.") { list };
    }

    private static async Task<int> ImportAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        if (!await AsAccount.EnterAsync(call, services)) return ExitCode.Call;
        var words = Words.In(call.GetValue(Lang)!);
        try
        {
            var file = await File.ReadAllBytesAsync(call.GetValue(Input)!.FullName, cancel);
            var (plan, _) = await services.GetRequiredService<PlanImport>().HandleAsync(file, call.GetValue(Code), words.Language, cancel);
            if (plan is { Problems.Count: 0, ChangesNothing: false } && !call.GetValue(Dry)) await TakeInAsync(call, services, file, cancel);
            Report(call.GetValue(RecordOptions.Json), plan, words);
            return plan.Problems.Count == 0 ? ExitCode.Done : ExitCode.Data;
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(words.Say(refused.Refusal));
            return ExitCode.Data;
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Machine;
        }
    }

    /// <summary>In a scope of its own: the plan has read the rows that this one writes.</summary>
    private static async Task TakeInAsync(ParseResult call, IServiceProvider services, byte[] file, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Actor = services.GetRequiredService<Caller>().Actor;
        await scope.ServiceProvider.GetRequiredService<TakeIn>().HandleAsync(file, call.GetValue(Code), new Said(call.GetValue(Lang)!, call.GetValue(Reason), call.GetValue(Release)), cancel);
    }

    private static void Report(bool json, ImportPlan plan, Words words)
    {
        var problems = plan.Problems.Select(p => new { sheet = p.Place.Sheet, row = p.Place.Row, column = p.Place.Column, code = p.Refusal.Code, message = words.Say(p.Refusal) }).ToList();
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { added = plan.Added, changed = plan.Changed, unchanged = plan.Left, problems }));
        else
        {
            Console.WriteLine(words.Say("import.counts", plan.Added, plan.Changed, plan.Left, plan.Reports.Count, plan.Problems.Count));
            foreach (var problem in problems) Console.WriteLine($"{problem.sheet}!{problem.column}{problem.row}: {problem.message}");
        }
    }

    private static async Task<int> ExportAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        if (!await AsAccount.EnterAsync(call, services)) return ExitCode.Call;
        try
        {
            var file = await services.GetRequiredService<ExportList>().HandleAsync(call.GetValue(List)!, ListFilter.All, Words.In(call.GetValue(Lang)!), cancel);
            await File.WriteAllBytesAsync(call.GetValue(Out)!.FullName, file, cancel);
            return ExitCode.Done;
        }
        catch (NotFoundException)
        {
            await Console.Error.WriteLineAsync($"No list {call.GetValue(List)}.");
            return ExitCode.Data;
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Machine;
        }
    }
}
