using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>Turns uniforms into durations, in single precision: a triangle by two square roots, all else by its table.</summary>
internal sealed class DurationSampler
{
    private readonly QuantileTable? table;
    private readonly float low, high, split, rise, fall;

    public DurationSampler(QuantileTable table) => this.table = table;

    public DurationSampler(Triangular t)
    {
        var range = t.High - t.Low;
        (low, high, split) = ((float)t.Low, (float)t.High, range > 0 ? (float)((t.Likely - t.Low) / range) : 0);
        (rise, fall) = ((float)(range * (t.Likely - t.Low)), (float)(range * (t.High - t.Likely)));
    }

    public float Days(float u)
    {
        if (table is not null) return table.Days(u);
        return u < split ? low + MathF.Sqrt(u * rise) : high - MathF.Sqrt((1 - u) * fall);
    }

    /// <summary>Adds a duration to each start. Both of the length of a block of trials.</summary>
    public void AddTo(Span<float> finish, ReadOnlySpan<float> uniforms)
    {
        if (table is not null)
        {
            table.AddTo(finish, uniforms);
            return;
        }
        var (lows, highs, splits) = (Vector256.Create(low), Vector256.Create(high), Vector256.Create(split));
        var (rises, falls, one) = (Vector256.Create(rise), Vector256.Create(fall), Vector256<float>.One);
        ref var to = ref MemoryMarshal.GetReference(finish);
        ref var from = ref MemoryMarshal.GetReference(uniforms);
        for (nuint i = 0; i < TrialBlock.Trials; i += (nuint)Vector256<float>.Count)
        {
            var u = Vector256.LoadUnsafe(ref from, i);
            var left = Vector256.LessThan(u, splits);
            var root = Vector256.Sqrt(Vector256.ConditionalSelect(left, u * rises, (one - u) * falls));
            (Vector256.LoadUnsafe(ref to, i) + Vector256.ConditionalSelect(left, lows + root, highs - root)).StoreUnsafe(ref to, i);
        }
    }
}
