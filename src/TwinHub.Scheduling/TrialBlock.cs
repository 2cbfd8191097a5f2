using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>A block of trials carried through the network together: a row of finish boundaries for each open activity.</summary>
internal sealed class TrialBlock(ForecastNetwork network, Draws draws)
{
    /// <summary>The length of every block; block b holds trials b·Trials and on.</summary>
    public const int Trials = 128;

    private readonly float[] finish = new float[network.Count * Trials];
    private readonly float[] uniforms = new float[Trials], scratch = new float[Trials];
    private readonly UniformBlock source = new(draws);

    public ReadOnlySpan<float> Finish(int place) => Row(place);

    /// <summary>Carries every activity through the block that starts at this trial.</summary>
    public void Play(int firstTrial)
    {
        source.MoveTo(firstTrial);
        for (var i = 0; i < network.Count; i++) PlayActivity(i);
    }

    private void PlayActivity(int place)
    {
        ref readonly var step = ref network.Steps[place];
        var row = Row(place);
        FillStarts(step, row);
        source.Fill(step.Number, uniforms);
        step.Sampler.AddTo(row, uniforms);
    }

    /// <summary>When the activity can start: its release, or the last arrival from a predecessor.</summary>
    public void FillStarts(in Step step, Span<float> starts)
    {
        if (step.Ties.Length == 0)
        {
            starts.Fill(step.Release);
            return;
        }
        NotBefore(step.Release, Arrivals(step.Ties[0]), starts);
        foreach (ref readonly var tie in step.Ties.AsSpan(1)) Latest(starts, Arrivals(tie));
    }

    /// <summary>When a predecessor lets go, as boundaries of the successor's calendar. Valid until the next call.</summary>
    public ReadOnlySpan<float> Arrivals(in Tie tie)
    {
        var row = Row(tie.Before);
        if (tie.Map is null && tie.LagDays == 0) return row;
        if (tie.Map is { } map) map.Convert(row, scratch);
        Later(tie.Map is null ? row : scratch, tie.LagDays, scratch);
        return scratch;
    }

    private Span<float> Row(int place) => finish.AsSpan(place * Trials, Trials);

    private static void Later(ReadOnlySpan<float> boundaries, float days, Span<float> moved)
    {
        var lag = Vector256.Create(days);
        ref var from = ref MemoryMarshal.GetReference(boundaries);
        ref var to = ref MemoryMarshal.GetReference(moved);
        for (nuint i = 0; i < Trials; i += (nuint)Vector256<float>.Count) (Vector256.LoadUnsafe(ref from, i) + lag).StoreUnsafe(ref to, i);
    }

    private static void NotBefore(float release, ReadOnlySpan<float> arrivals, Span<float> starts)
    {
        var least = Vector256.Create(release);
        ref var from = ref MemoryMarshal.GetReference(arrivals);
        ref var to = ref MemoryMarshal.GetReference(starts);
        for (nuint i = 0; i < Trials; i += (nuint)Vector256<float>.Count) Vector256.MaxNative(least, Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    private static void Latest(Span<float> starts, ReadOnlySpan<float> arrivals)
    {
        ref var to = ref MemoryMarshal.GetReference(starts);
        ref var from = ref MemoryMarshal.GetReference(arrivals);
        for (nuint i = 0; i < Trials; i += (nuint)Vector256<float>.Count) Vector256.MaxNative(Vector256.LoadUnsafe(ref to, i), Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }
}
