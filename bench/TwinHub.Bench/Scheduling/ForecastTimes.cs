using System.Diagnostics;
using System.Globalization;
using TwinHub.Scheduling;

namespace TwinHub.Bench.Scheduling;

/// <summary>The peers' networks under the peers' names: seconds, draws a second and P50 of the finish, for a run beside them.</summary>
internal static class ForecastTimes
{
    private const int Trials = 10_000;

    /// <param name="times">Repetitions of each; one before them warms the code.</param>
    public static void Run(int times)
    {
        foreach (var (count, seed) in new[] { (1_000, 1UL), (5_000, 2UL), (10_000, 2UL) })
        {
            var network = MadeNetwork.Of(count, seed, (low, likely, high) => new Triangular(low, likely, high));
            var everything = new ForecastOptions { Seed = 11, Trials = Trials, CriticalTo = [count - 1] };
            Say($"forecast.n{count}.tri.twinhub_full.t1", times, network, everything);
            Say($"forecast.n{count}.tri.twinhub_full.t2", times, network, everything with { Threads = 2 });
            Say($"forecast.n{count}.tri.twinhub.t1", times, network, new ForecastOptions { Seed = 11, Trials = Trials, EveryActivity = false });
        }
    }

    private static void Say(string name, int times, ForecastInput network, ForecastOptions options)
    {
        MonteCarlo.Run(network, options);
        var seconds = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            MonteCarlo.Run(network, options);
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        var draws = network.Activities.Count * (double)Trials / 1e6;
        foreach (var (what, value) in new[] { ("min", seconds[0]), ("median", seconds[seconds.Count / 2]), ("max", seconds[^1]) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}.seconds.{what} {value:0.0000} s"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}.rate.{what} {draws / value:0.0} Mdraw/s"));
        }
    }
}
