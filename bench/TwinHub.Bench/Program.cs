using BenchmarkDotNet.Running;
using TwinHub.Bench.Journal;
using TwinHub.Bench.Search;

// dotnet run -c Release --project bench/TwinHub.Bench -- --filter '*Merkle*'
// dotnet run -c Release --project bench/TwinHub.Bench -- journal [TURNS]          TWINHUB_POSTGRES: an empty database, beside SQLite
// dotnet run -c Release --project bench/TwinHub.Bench -- verify [ENTRIES]
// dotnet run -c Release --project bench/TwinHub.Bench -- search                   likewise
if (args is ["search"]) await SearchLoad.RunAsync();
else if (args is ["journal", ..]) await JournalLoad.RunAsync(Number(args, 10));
else if (args is ["verify", ..]) await VerifyLoad.RunAsync(Number(args, 1_000_000));
else BenchmarkSwitcher.FromAssembly(typeof(JournalLoad).Assembly).Run(args);

static int Number(string[] args, int otherwise) => args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
