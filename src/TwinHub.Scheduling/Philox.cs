namespace TwinHub.Scheduling;

/// <summary>What a draw is for: draws for different purposes never share a number.</summary>
public enum RandomStream
{
    Durations = 0,
    Drivers = 1,
    Events = 2,
    Resampling = 3,
}

/// <summary>Philox4x32-10: random words as a pure function of a counter and a key.</summary>
/// <remarks>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011.</remarks>
public static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57, Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The four words of one counter.</summary>
    public static (uint W0, uint W1, uint W2, uint W3) Words((uint C0, uint C1, uint C2, uint C3) counter, (uint K0, uint K1) key)
    {
        var ((c0, c1, c2, c3), (k0, k1)) = (counter, key);
        for (var round = 0; round < Rounds; round++)
        {
            var (p0, p1) = ((ulong)Multiplier0 * c0, (ulong)Multiplier1 * c2);
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            (k0, k1) = (k0 + Weyl0, k1 + Weyl1);
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>The single-precision uniform of one trial and one activity; never 0 or 1.</summary>
    /// <param name="draws">Seed, run and stream.</param>
    /// <param name="number">The activity's stable number.</param>
    /// <param name="trial">From 0. Four trials share a counter, each takes a word.</param>
    public static float Uniform(Draws draws, uint number, int trial)
    {
        var (w0, w1, w2, w3) = Words(((uint)trial >> 2, number, (uint)draws.Stream, draws.Run), draws.Key);
        var word = (trial & 3) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
        return ((word >> 9) + 0.5f) * (1f / (1 << 23));
    }

    /// <summary>The double-precision uniform of one trial and one activity; never 0 or 1.</summary>
    /// <param name="draws">Seed, run and stream.</param>
    /// <param name="number">The activity's stable number.</param>
    /// <param name="trial">From 0. Two trials share a counter, each takes two words.</param>
    public static double UniformDouble(Draws draws, uint number, int trial)
    {
        var (w0, w1, w2, w3) = Words(((uint)trial >> 1, number, (uint)draws.Stream, draws.Run), draws.Key);
        var (high, low) = (trial & 1) == 0 ? (w0, w1) : (w2, w3);
        return (((ulong)high << 20 | low >> 12) + 0.5) * (1.0 / (1L << 52));
    }
}
