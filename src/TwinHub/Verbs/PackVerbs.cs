using System.CommandLine;
using TwinHub.Regions;
using TwinHub.Regions.Packs;

namespace TwinHub.Verbs;

/// <summary><c>pack check DIR</c>, <c>pack load DIR</c>.</summary>
internal static class PackVerbs
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "Folder of the pack." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Make the pack's demo accounts." };

    public static Command Verb()
    {
        var check = new Command("check", "Reads everything and reports every fault. Example: twinhub pack check packs/example") { Folder, RecordOptions.Json };
        check.SetAction(Check);
        var load = new Command("load", "Checks, then founds an empty record, all or nothing. Example: twinhub pack load packs/example --data data") { Folder, RecordOptions.Data, Demo, RecordOptions.Json };
        load.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => LoadAsync(call, services, c), cancel));
        return new Command("pack", "Regions as data.") { check, load };
    }

    private static int Check(ParseResult call) => Report(call, ReadPack.FromFolder(call.GetValue(Folder)!.FullName).Faults);

    private static async Task<int> LoadAsync(ParseResult call, IServiceProvider services, CancellationToken cancel) =>
        Report(call, await services.GetRequiredService<LoadPack>().HandleAsync(call.GetValue(Folder)!.FullName, call.GetValue(Demo), cancel));

    private static int Report(ParseResult call, IReadOnlyList<PackFault> faults)
    {
        if (call.GetValue(RecordOptions.Json)) Console.WriteLine(CheckPack.Json(faults, "en"));
        else foreach (var line in CheckPack.Report(faults, "en")) Console.WriteLine(line);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Data;
    }
}
