namespace TwinHub.Scheduling;

/// <summary>How a forecast is run. The same options and input give the same bits, however many threads.</summary>
public sealed record ForecastOptions
{
    public ulong Seed { get; init; }

    /// <summary>Another run has other random numbers from the same seed.</summary>
    public uint Run { get; init; }

    public int Trials { get; init; } = 10_000;

    /// <summary>When given, trials are added until the figures are precise enough.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Exponent of the tail of steps in progress; null for none.</summary>
    public double? Tail { get; init; } = 3;

    /// <summary>False: only targets are forecast, in less than half the time, and the result's list of activities is empty.</summary>
    public bool EveryActivity { get; init; } = true;

    /// <summary>The activities that criticality is measured against; none, and it is not computed.</summary>
    /// <remarks>An activity is critical in a trial when a chain of links without slack leads from it to one of these.</remarks>
    public IReadOnlyList<int> CriticalTo { get; init; } = [];

    public int Threads { get; init; } = 1;

    /// <summary>Told the number of trials done, from any thread.</summary>
    public IProgress<int>? Progress { get; init; }
}

/// <summary>Add trials until every target's P80 and probability are known within these half-widths (95 %), or no more may be added.</summary>
public sealed record StopRule(int Batch = 2_000, int MaxTrials = 100_000, double P80Days = 1, double OnTime = 0.01);
