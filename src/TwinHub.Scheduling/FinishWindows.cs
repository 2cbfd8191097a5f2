namespace TwinHub.Scheduling;

/// <summary>For every open activity the days on which nearly all trials finish, guessed from one block. A bad guess costs time, not truth.</summary>
internal sealed class FinishWindows
{
    private const double Spreads = 5;
    private const int MaxDays = 8192;
    private readonly int[] first, start;

    public FinishWindows(ForecastNetwork network, Draws draws)
    {
        (first, start) = (new int[network.Count], new int[network.Count + 1]);
        var block = new TrialBlock(network, draws);
        block.Play(0);
        for (var i = 0; i < network.Count; i++)
        {
            (first[i], var days) = Around(block.Finish(i));
            start[i + 1] = checked(start[i] + days);
        }
    }

    public int Count => first.Length;

    public int Total => start[^1];

    public int First(int place) => first[place];

    public int Start(int place) => start[place];

    public int Days(int place) => start[place + 1] - start[place];

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
