using System.Globalization;
using BenchmarkDotNet.Running;
using TwinHub.Bench.Journal;
using TwinHub.Bench.Scheduling;
using TwinHub.Bench.Search;
using TwinHub.Bench.Site;

// dotnet run -c Release --project bench/TwinHub.Bench -- --filter '*Merkle*'
// dotnet run -c Release --project bench/TwinHub.Bench -- journal [ENTRIES]        TWINHUB_POSTGRES: an empty database, beside SQLite
// dotnet run -c Release --project bench/TwinHub.Bench -- search                   likewise
// dotnet run -c Release --project bench/TwinHub.Bench -- forecast TIMES           for bench/engines.sh
// dotnet run -c Release --project bench/TwinHub.Bench -- pack FROM ITEMS TO       a pack whose list has so many items, for bench/site.sh
// dotnet run -c Release --project bench/TwinHub.Bench -- sight PREFIX TIMES COOKIE NAME=ADDRESS…      likewise
switch (args)
{
    case ["journal", ..]: await JournalLoad.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000); break;
    case ["search"]: await SearchLoad.RunAsync(); break;
    case ["forecast", var times]: ForecastTimes.Run(int.Parse(times, CultureInfo.InvariantCulture)); break;
    case ["pack", var from, var items, var to]: MadePack.Write(from, int.Parse(items, CultureInfo.InvariantCulture), to); break;
    case ["sight", .. var words]: await FirstSight.RunAsync(words); break;
    default: BenchmarkSwitcher.FromAssembly(typeof(JournalLoad).Assembly).Run(args); break;
}
