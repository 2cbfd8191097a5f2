using System.CommandLine;
using TwinHub.Language;
using TwinHub.Regions;
using TwinHub.Regions.Packs;

namespace TwinHub.Verbs;

/// <summary><c>pack check DIR</c>, <c>pack load DIR</c>, <c>pack words DIR LANGUAGE</c>.</summary>
internal static class PackVerbs
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "Folder of the pack." };
    private static readonly Argument<string> Language = new("LANGUAGE") { Description = "Code of a language of the region." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Make the pack's demo accounts." };

    public static Command Verb()
    {
        var check = new Command("check", "Reads everything and reports every fault. Example: twinhub pack check packs/example") { Folder, RecordOptions.Json };
        check.SetAction(Check);
        var load = new Command("load", "Checks, then founds an empty record, all or nothing. Example: twinhub pack load packs/example --data data") { Folder, RecordOptions.Data, Demo, RecordOptions.Json };
        load.SetAction((call, cancel) => RecordOptions.InScopeAsync(call, (services, c) => LoadAsync(call, services, c), cancel));
        var words = new Command("words", "Writes the sentences of the interface that words.LANGUAGE.txt lacks, in English, and how many it has. Example: twinhub pack words packs/example de >> packs/example/words.de.txt") { Folder, Language };
        words.SetAction(ListWords);
        return new Command("pack", "Regions as data.") { check, load, words };
    }

    /// <summary>What is missing goes to the output, ready to be translated; the count beside it.</summary>
    private static int ListWords(ParseResult call)
    {
        var (language, english) = (call.GetValue(Language)!, Words.In("en"));
        var pack = ReadPack.FromFolder(call.GetValue(Folder)!.FullName).Pack;
        var brought = Words.Added(language, pack.Words.FirstOrDefault(w => w.Language == language)?.Texts ?? new Dictionary<string, string>());
        foreach (var code in brought.Lacking.Order(StringComparer.Ordinal)) Console.WriteLine($"{code} = {english[code]}");
        Console.Error.WriteLine($"{brought.Coverage.Own} of {brought.Coverage.Of} sentences");
        return ExitCode.Done;
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
