namespace TwinHub.Scheduling;

/// <summary>What holds activities beside their links, in working days after the start of the network. Arrays have shape [n].</summary>
public sealed record PathBounds
{
    /// <summary>Nothing starts before this boundary.</summary>
    public double Start { get; init; }

    /// <summary>The latest finish that floats are measured against; without it, the length of the network.</summary>
    public double? End { get; init; }

    /// <summary>"Not earlier than": a start boundary for each activity that has one.</summary>
    public IReadOnlyList<double?>? NotEarlier { get; init; }

    /// <summary>"Not later than": a finish boundary for each activity that has one.</summary>
    public IReadOnlyList<double?>? NotLater { get; init; }

    /// <summary>The boundary at which a finished activity ended: it is fixed there and lasts no time.</summary>
    public IReadOnlyList<double?>? Actual { get; init; }
}
