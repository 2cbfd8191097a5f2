namespace TwinHub.Scheduling;

/// <summary>For every counted activity the days on which nearly all trials finish, guessed from one block. A bad guess costs time, not truth.</summary>
internal sealed class FinishWindows
{
    private const double Spreads = 5;
    private const int MaxDays = 8192;
    private readonly int[] slot, first, start; // by place, by slot, by slot

    public FinishWindows(ForecastNetwork network, Draws draws)
    {
        (Counted, slot) = (network.Counted, new int[network.Count]);
        (first, start) = (new int[Counted.Length], new int[Counted.Length + 1]);
        var block = new TrialBlock(network, draws);
        block.Play(0);
        foreach (var (k, place) in Counted.Index())
        {
            (first[k], var days) = Around(block.Finish(place));
            (slot[place], start[k + 1]) = (k, checked(start[k] + days));
        }
    }

    /// <summary>Places of the counted activities; a slot is an index into them.</summary>
    public int[] Counted { get; }

    public int Total => start[^1];

    public int SlotOf(int place) => slot[place];

    public int First(int slot) => first[slot];

    public int Start(int slot) => start[slot];

    public int Days(int slot) => start[slot + 1] - start[slot];

    private static (int First, int Days) Around(ReadOnlySpan<float> finish)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var f in finish) (sum, squares) = (sum + f, squares + (double)f * f);
        var mean = sum / finish.Length;
        var reach = Math.Min(Spreads * Math.Sqrt(Math.Max(0, squares / finish.Length - mean * mean)) + 4, MaxDays / 2);
        var low = (int)Math.Max(0, mean - reach);
        return (low, (int)Math.Min(mean + reach, int.MaxValue / 2) - low + 1);
    }
}
