namespace TwinHub.Scheduling;

/// <summary>Which random numbers: all draws with the same three are the same numbers.</summary>
public readonly record struct Draws(ulong Seed, uint Run = 0, RandomStream Stream = RandomStream.Durations)
{
    internal (uint K0, uint K1) Key => ((uint)Seed, (uint)(Seed >> 32));
}
