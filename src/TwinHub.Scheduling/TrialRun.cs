namespace TwinHub.Scheduling;

/// <summary>One thread's share of the trials, and what it counted.</summary>
internal sealed class TrialRun(ForecastNetwork network, Draws draws, FinishWindows windows, IEnumerable<int> ends)
{
    private readonly TrialBlock block = new(network, draws);

    public FinishCounts Finish { get; } = new(windows);

    public CriticalCounts Critical { get; } = new(network, ends);

    /// <summary>Plays the trials from the first to before the last. Blocks keep their places: only whole ranges of lanes are left out.</summary>
    public void Play(int first, int last, Action<int> played, CancellationToken cancel)
    {
        if (first >= last) return;
        for (var start = first - first % TrialBlock.Trials; start < last; start += TrialBlock.Trials)
        {
            cancel.ThrowIfCancellationRequested();
            var (from, to) = (Math.Max(first - start, 0), Math.Min(last - start, TrialBlock.Trials));
            PlayBlock(start, from, to);
            played(to - from);
        }
    }

    public void Add(TrialRun other)
    {
        Finish.Add(other.Finish);
        Critical.Add(other.Critical);
    }

    private void PlayBlock(int start, int from, int to)
    {
        block.Play(start);
        Finish.Add(block, from..to);
        Critical.Add(block, (UInt128.MaxValue >> (TrialBlock.Trials - (to - from))) << from);
    }
}
