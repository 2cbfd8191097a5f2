using BenchmarkDotNet.Running;
using TwinHub.Bench.Journal;
using TwinHub.Bench.Search;
using TwinHub.Bench.Workbooks;

// dotnet run -c Release --project bench/TwinHub.Bench -- --filter '*Merkle*'
// dotnet run -c Release --project bench/TwinHub.Bench -- journal [ENTRIES]        TWINHUB_POSTGRES: an empty database, beside SQLite
// dotnet run -c Release --project bench/TwinHub.Bench -- search                   likewise
// dotnet run -c Release --project bench/TwinHub.Bench -- workbooks PACK [FILE]   FILE is left for bench/workbooks.py
if (args is ["workbooks", ..]) await WorkbookLoad.RunAsync(args[1], args.ElementAtOrDefault(2));
else if (args is ["search"]) await SearchLoad.RunAsync();
else if (args is ["journal", ..]) await JournalLoad.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
else BenchmarkSwitcher.FromAssembly(typeof(JournalLoad).Assembly).Run(args);
