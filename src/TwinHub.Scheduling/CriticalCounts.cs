using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>In how many trials each open activity drives a chosen end: backwards along the links that leave no slack.</summary>
/// <remarks>A start is exactly its latest arrival, so driving is equality of the same bits; within one calendar it is total float 0.</remarks>
internal sealed class CriticalCounts(ForecastNetwork network, IEnumerable<int> ends)
{
    private readonly int[] ends = [.. ends.Select(network.PlaceOf).Where(p => p >= 0)];
    private readonly int[] counts = new int[network.Count];
    private readonly UInt128[] critical = new UInt128[network.Count]; // a bit for each trial of the block
    private readonly float[] starts = new float[TrialBlock.Trials];

    public int Of(int place) => counts[place];

    /// <param name="block">Every activity played.</param>
    /// <param name="lanes">A bit for each trial of the block that counts.</param>
    public void Add(TrialBlock block, UInt128 lanes)
    {
        if (ends.Length == 0) return;
        Array.Clear(critical);
        foreach (var end in ends) critical[end] = lanes;
        for (var i = network.Count - 1; i >= 0; i--)
        {
            if (critical[i] == 0) continue;
            counts[i] += (int)UInt128.PopCount(critical[i]);
            PassBack(network.Steps[i], critical[i], block);
        }
    }

    public void Add(CriticalCounts other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
    }

    private void PassBack(in Step step, UInt128 trials, TrialBlock block)
    {
        if (step.Ties.Length == 0) return;
        block.FillStarts(step, starts);
        foreach (ref readonly var tie in step.Ties.AsSpan()) critical[tie.Before] |= trials & Equal(starts, block.Arrivals(tie));
    }

    private static UInt128 Equal(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => new(Equal64(a[64..], b[64..]), Equal64(a, b));

    private static ulong Equal64(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        var bits = 0ul;
        for (var i = 0; i < 64; i += Vector256<float>.Count)
        {
            bits |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref left, (nuint)i), Vector256.LoadUnsafe(ref right, (nuint)i)).ExtractMostSignificantBits() << i;
        }
        return bits;
    }
}
