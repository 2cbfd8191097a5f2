namespace TwinHub.Scheduling;

/// <summary>Plays a network many times with durations by chance, and counts when its activities finish.</summary>
/// <remarks>Source: Van Slyke, "Monte Carlo methods and the PERT problem", 1963.</remarks>
public static class MonteCarlo
{
    /// <returns>The same bits for the same input and options, whatever the number of threads and however the trials are cut.</returns>
    /// <exception cref="ArgumentException">Something in the input or options cannot be; the message names it.</exception>
    /// <exception cref="CyclicNetworkException">The links form a cycle.</exception>
    public static ForecastResult Run(ForecastInput input, ForecastOptions options, CancellationToken cancel = default)
    {
        var network = new ForecastNetwork(input, options);
        var draws = new Draws(options.Seed, options.Run);
        var windows = new FinishWindows(network, draws);
        TrialRun NewRun() => new(network, draws, windows, options.CriticalTo);

        var (run, trials) = (NewRun(), 0);
        do
        {
            var next = trials == 0 ? options.Trials : Math.Min(trials + options.Stop!.Batch, options.Stop.MaxTrials);
            Play(run, NewRun, (trials, next), options, cancel);
            trials = next;
        }
        while (options.Stop is { } stop && trials < stop.MaxTrials && !IsPrecise(new Findings(input, network, run, trials), stop));
        return new Findings(input, network, run, trials).Result(options);
    }

    /// <summary>The rank of a percentile: the least number of trials that is at least so many percent. Whole numbers, no rounding.</summary>
    internal static int Rank(int trials, int percent) => (int)(((long)trials * percent + 99) / 100);

    private static void Play(TrialRun run, Func<TrialRun> newRun, (int First, int Last) trials, ForecastOptions options, CancellationToken cancel)
    {
        var done = trials.First;
        void Played(int more)
        {
            var now = Interlocked.Add(ref done, more);
            options.Progress?.Report(now);
        }
        var runs = Enumerable.Range(0, options.Threads).Select(t => t == 0 ? run : newRun()).ToArray();
        var blocks = (trials.Last - trials.First + TrialBlock.Trials - 1) / TrialBlock.Trials;
        int Cut(int t) => Math.Min(trials.Last, trials.First + (int)((long)blocks * t / runs.Length) * TrialBlock.Trials);
        if (runs.Length == 1) run.Play(trials.First, trials.Last, Played, cancel);
        else Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = runs.Length, CancellationToken = cancel }, t => runs[t].Play(Cut(t), Cut(t + 1), Played, cancel));
        foreach (var other in runs[1..]) run.Add(other);
    }

    private static bool IsPrecise(Findings found, StopRule stop) => found.P80HalfWidthDays() <= stop.P80Days && found.OnTimeHalfWidth() <= stop.OnTime;
}
