namespace TwinHub.Core.Indicators;

/// <summary>What is measured, by area and period.</summary>
public sealed class Indicator
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Unit { get; init; }
    /// <summary>scale, integration or quality.</summary>
    public required string Aspect { get; init; }
    /// <summary>up, down or none: which way is better.</summary>
    public required string Direction { get; init; }
    public string? BaselinePeriod { get; init; }
    public decimal? Baseline { get; init; }
    public string? TargetPeriod { get; init; }
    public decimal? Target { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>One observed value. Where sources differ, both stand.</summary>
public sealed class Observation
{
    public required Guid Id { get; init; }
    public required string Indicator { get; init; }
    public required string Area { get; init; }
    public required string Period { get; init; }
    public required decimal Value { get; init; }
    public required string Quality { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}
