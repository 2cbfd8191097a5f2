using BenchmarkDotNet.Attributes;
using TwinHub.Scheduling;

namespace TwinHub.Bench.Scheduling;

/// <summary>10,000 trials on one core: P50 and P80 of every activity, its criticality, one due target.</summary>
[MemoryDiagnoser]
public class ForecastBench
{
    private ForecastInput triangular = MadeNetwork.Of(1, 1, (a, m, b) => new Triangular(a, m, b)), beta = MadeNetwork.Of(1, 1, (a, m, b) => new PertBeta(a, m, b));

    [Params(320, 5_000, 10_000)]
    public int Activities { get; set; }

    [GlobalSetup]
    public void Make()
    {
        triangular = MadeNetwork.Of(Activities, 2, (a, m, b) => new Triangular(a, m, b));
        beta = MadeNetwork.Of(Activities, 2, (a, m, b) => new PertBeta(a, m, b));
    }

    [Benchmark(Baseline = true, Description = "triangular")]
    public ForecastResult Triangular() => MonteCarlo.Run(triangular, new ForecastOptions { Seed = 11, CriticalTo = [Activities - 1] });

    [Benchmark(Description = "triangular, two threads")]
    public ForecastResult TwoThreads() => MonteCarlo.Run(triangular, new ForecastOptions { Seed = 11, CriticalTo = [Activities - 1], Threads = 2 });

    [Benchmark(Description = "beta")]
    public ForecastResult Beta() => MonteCarlo.Run(beta, new ForecastOptions { Seed = 11, CriticalTo = [Activities - 1] });
}
