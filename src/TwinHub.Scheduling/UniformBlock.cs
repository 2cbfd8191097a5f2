using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TwinHub.Scheduling;

/// <summary>The uniforms of a block of trials, the same bits as <see cref="Philox.Uniform"/>.</summary>
/// <remarks>
/// Four counters lie side by side in 64-bit lanes, of which only the low halves count. The first three rounds depend in great part
/// on the trial alone, or on the activity alone: those parts are computed once a block, and once an activity.
/// </remarks>
internal sealed class UniformBlock(Draws draws)
{
    private const int Lanes = 4, Groups = TrialBlock.Trials / (4 * Lanes);
    private static readonly Vector256<ulong> M0 = Vector256.Create((ulong)Philox.Multiplier0), M1 = Vector256.Create((ulong)Philox.Multiplier1);
    private readonly Prepared[] prepared = new Prepared[Groups];
    private readonly Vector256<ulong>[] keys0 = Keys(draws.Key.K0, Philox.Weyl0), keys1 = Keys(draws.Key.K1, Philox.Weyl1);
    private readonly ulong streamProduct = (ulong)Philox.Multiplier1 * (uint)draws.Stream;
    private int firstTrial;

    /// <summary>Takes the block that starts at this trial, a multiple of the block's length.</summary>
    public void MoveTo(int trial)
    {
        firstTrial = trial;
        for (var g = 0; g < Groups; g++)
        {
            var counter = ((ulong)trial >> 2) + (ulong)(g * Lanes);
            var p0 = Multiply(Vector256.Create(counter, counter + 2, counter + 1, counter + 3), M0); // the order that unpacking restores
            var p1 = Multiply(p0 >> 32 ^ Vector256.Create((ulong)draws.Run) ^ keys1[0], M1);
            var second = Multiply(p1 >> 32 ^ Vector256.Create(streamProduct) ^ keys0[1], M0);
            prepared[g] = new Prepared(p0, p1 ^ keys0[2], second >> 32 ^ keys1[2], second);
        }
    }

    /// <summary>The uniforms of an activity. Shape [<see cref="TrialBlock.Trials"/>], in order of trials.</summary>
    public void Fill(uint number, Span<float> uniforms)
    {
        if (!Avx2.IsSupported)
        {
            for (var t = 0; t < TrialBlock.Trials; t++) uniforms[t] = Philox.Uniform(draws, number, firstTrial + t);
            return;
        }
        var own = (ulong)Philox.Multiplier0 * ((uint)(streamProduct >> 32) ^ number ^ (uint)keys0[0].ToScalar());
        var (high, low) = (Vector256.Create(own >> 32) ^ keys1[1], Vector256.Create(own & uint.MaxValue));
        ref var to = ref MemoryMarshal.GetReference(uniforms);
        foreach (ref readonly var p in prepared.AsSpan())
        {
            var third = Multiply(p.Low ^ high, M1);
            FillGroup(third >> 32 ^ p.KeyedProduct, third, p.KeyedHigh ^ low, p.Product, ref to);
            to = ref Unsafe.Add(ref to, 4 * Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillGroup(Vector256<ulong> c0, Vector256<ulong> c1, Vector256<ulong> c2, Vector256<ulong> c3, ref float to)
    {
        ref var k0 = ref MemoryMarshal.GetArrayDataReference(keys0);
        ref var k1 = ref MemoryMarshal.GetArrayDataReference(keys1);
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 3), Unsafe.Add(ref k1, 3));
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 4), Unsafe.Add(ref k1, 4));
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 5), Unsafe.Add(ref k1, 5));
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 6), Unsafe.Add(ref k1, 6));
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 7), Unsafe.Add(ref k1, 7));
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 8), Unsafe.Add(ref k1, 8));
        Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref k0, 9), Unsafe.Add(ref k1, 9));
        var (w01, w23) = (Paired(c0, c1), Paired(c2, c3));
        Uniform(Avx2.UnpackLow(w01, w23)).StoreUnsafe(ref to);
        Uniform(Avx2.UnpackHigh(w01, w23)).StoreUnsafe(ref to, 2 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector256<ulong> c0, ref Vector256<ulong> c1, ref Vector256<ulong> c2, ref Vector256<ulong> c3, Vector256<ulong> k0, Vector256<ulong> k1)
    {
        var (p0, p1) = (Multiply(c0, M0), Multiply(c2, M1));
        (c0, c1, c2, c3) = (p1 >> 32 ^ c1 ^ k0, p1, p0 >> 32 ^ c3 ^ k1, p0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) =>
        Avx2.IsSupported ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32()) : (a & Vector256.Create((ulong)uint.MaxValue)) * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Paired(Vector256<ulong> even, Vector256<ulong> odd) => Avx2.Blend(even.AsUInt32(), (odd << 32).AsUInt32(), 0xAA).AsUInt64();

    // 1.m − (1 − 2⁻²⁴) = (m + ½)·2⁻²³, exactly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Uniform(Vector256<ulong> words) => (words.AsUInt32() >> 9 | Vector256.Create(0x3F800000u)).AsSingle() - Vector256.Create(1 - 1f / (1 << 24));

    private static Vector256<ulong>[] Keys(uint key, uint weyl) => [.. Enumerable.Range(0, Philox.Rounds).Select(r => Vector256.Create((ulong)(key + (uint)r * weyl)))];

    /// <summary>What the trials alone decide of the first three rounds.</summary>
    private readonly record struct Prepared(Vector256<ulong> Low, Vector256<ulong> KeyedProduct, Vector256<ulong> KeyedHigh, Vector256<ulong> Product);
}
