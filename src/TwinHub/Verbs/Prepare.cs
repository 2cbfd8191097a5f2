using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using TwinHub.Core;
using TwinHub.Publish.Meetings;

namespace TwinHub.Verbs;

/// <summary><c>prepare</c>: the main job alone. It reads the record and writes the papers of the next meeting; of an empty record it makes the pack's first.</summary>
internal static class Prepare
{
    public static readonly Option<DirectoryInfo> Out = new("--out") { Description = "Folder for the papers; each meeting gets one of its own in it.", DefaultValueFactory = _ => new("out") };

    public static Command Verb()
    {
        var prepare = new Command("prepare", "Writes the papers of the next meeting in every language of the region. Examples: twinhub prepare; twinhub prepare --out papers --data data --json")
        { Out, RecordOptions.Data, RecordOptions.Pack, RecordOptions.Json };
        prepare.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => RunAsync(call, services, c), cancel));
        return prepare;
    }

    private static async Task<int> RunAsync(ParseResult call, IServiceProvider services, CancellationToken cancel)
    {
        if (await FoundRecord.IfEmptyAsync(call, services, false, cancel) > 0) return ExitCode.Data;
        var prepared = await ShowingAsync(!call.GetValue(RecordOptions.Json), progress => services.GetRequiredService<PrepareMeeting>().HandleAsync(new(call.GetValue(Out)!.FullName), progress, cancel));
        if (call.GetValue(RecordOptions.Json)) Report.Print(new { folder = prepared.Folder, manifest = JsonSerializer.Deserialize<JsonElement>(prepared.Pack.ToJson()) });
        else foreach (var line in Lines(prepared)) Console.WriteLine(line);
        return ExitCode.Done;
    }

    /// <summary>Brings the papers up to date while the site answers already. What goes wrong is told; the site stays.</summary>
    public static async Task BesideSiteAsync(WebApplication app, string folder)
    {
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            var prepared = await scope.ServiceProvider.GetRequiredService<PrepareMeeting>().HandleAsync(new(folder, OnlyIfStale: true), null, app.Lifetime.ApplicationStopping);
            foreach (var line in Lines(prepared)) Console.WriteLine(line);
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(Language.Words.In("en").Say(refused.Refusal));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }
        catch (OperationCanceledException)
        {
            // stopped before they were ready: the next start makes them
        }
    }

    /// <summary>Where the papers lie, one line each.</summary>
    public static IEnumerable<string> Lines(PrepareMeeting.Prepared prepared)
    {
        yield return $"Papers of {prepared.Pack.Meeting}: list {prepared.Pack.List}, revision {prepared.Pack.Revision}, as of {prepared.Pack.AsOf:yyyy-MM-dd}{(prepared.WasCurrent ? " (up to date)" : "")}";
        foreach (var file in prepared.Pack.Files) yield return "  " + Path.GetRelativePath(Environment.CurrentDirectory, file.In(prepared.Folder));
    }

    /// <summary>A bar on a terminal; nothing where the output goes elsewhere.</summary>
    private static async Task<T> ShowingAsync<T>(bool wanted, Func<IProgress<PrepareMeeting.Step>?, Task<T>> run)
    {
        if (!wanted || Console.IsOutputRedirected) return await run(null);
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async bar =>
        {
            var task = bar.AddTask("Papers", autoStart: true);
            return await run(new Bar(task));
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<PrepareMeeting.Step>
    {
        public void Report(PrepareMeeting.Step value) => (task.MaxValue, task.Value, task.Description) = (value.Total, value.Done, Markup.Escape(value.File));
    }
}
