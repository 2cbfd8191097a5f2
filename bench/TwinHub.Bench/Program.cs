using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/TwinHub.Bench -- --filter '*Merkle*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
