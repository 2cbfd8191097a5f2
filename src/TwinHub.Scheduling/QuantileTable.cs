using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TwinHub.Scheduling;

/// <summary>The inverse of a distribution at 257 shares, in straight lines between them: one uniform gives one duration.</summary>
/// <remarks>
/// The shares lie at ½(k/128)⁴ from either end, so that both tails are as well resolved as the middle. Within the shares 0.1 % to
/// 99.9 % the error is under 0.3 % of that range; at one in a million a fat tail may be off by 4 %.
/// </remarks>
internal sealed class QuantileTable
{
    private const int Half = 128, Points = 2 * Half + 1;
    private const int Reached = 2; // the smallest uniform, 2⁻²⁴, lies beyond the second point
    private static readonly double[] Shares = [.. Enumerable.Range(0, Points).Select(Share)];
    private readonly float[] points;
    private readonly float origin, scale; // a duration is origin + scale·point

    private QuantileTable(float[] points, float origin, float scale) => (this.points, this.origin, this.scale) = (points, origin, scale);

    /// <summary>For a step in progress, of the days that remain; else of the whole duration.</summary>
    public static QuantileTable Of(Duration duration) => duration is PertBeta beta ? Unit(beta).Scaled(beta) : Tabulated(duration);

    /// <summary>The table of a beta estimate's shape, between 0 and 1; estimates with one shape may share it.</summary>
    public static QuantileTable Unit(PertBeta beta) => Tabulated(new PertBeta(0, beta.LikelyShare, 1, beta.Lambda));

    public QuantileTable Scaled(PertBeta beta) => new(points, (float)beta.Low, (float)(beta.High - beta.Low));

    public float Days(float u)
    {
        var place = MathF.Sqrt(MathF.Sqrt(2 * Math.Min(u, 1 - u))) * Half;
        return At(u < 0.5f ? place : 2 * Half - place);
    }

    /// <summary>Adds a duration to each start. Both of the length of a block of trials.</summary>
    public void AddTo(Span<float> finish, ReadOnlySpan<float> uniforms)
    {
        Span<float> places = stackalloc float[TrialBlock.Trials];
        ref var from = ref MemoryMarshal.GetReference(uniforms);
        ref var to = ref MemoryMarshal.GetReference(places);
        for (var i = 0; i < TrialBlock.Trials; i += Vector256<float>.Count) Places(Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (var i = 0; i < TrialBlock.Trials; i++) finish[i] += At(places[i]);
    }

    private static QuantileTable Tabulated(Duration duration)
    {
        var elapsed = (duration as InProgress)?.ElapsedDays ?? 0;
        var days = new double[Points];
        duration.Quantiles(Shares, days);
        return new QuantileTable([.. days.Select(d => (float)(d - elapsed))], 0, 1);
    }

    private static Vector256<float> Places(Vector256<float> u)
    {
        var near = Vector256.MinNative(u, Vector256<float>.One - u);
        var place = Vector256.Sqrt(Vector256.Sqrt(near + near)) * Half;
        return Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256.Create(0.5f)), place, Vector256.Create(2f * Half) - place);
    }

    private float At(float place)
    {
        var i = Math.Min((int)place, Points - 2);
        return origin + scale * (points[i] + (place - i) * (points[i + 1] - points[i]));
    }

    private static double Share(int point)
    {
        var fromEnd = Math.Clamp(Math.Min(point, Points - 1 - point), Reached, Half) / (double)Half;
        var share = Math.Pow(fromEnd, 4) / 2;
        return point <= Half ? share : 1 - share;
    }
}
