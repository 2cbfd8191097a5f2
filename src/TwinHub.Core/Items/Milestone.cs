namespace TwinHub.Core.Items;

/// <summary>The end of a step of an item or project (节点).</summary>
public sealed class Milestone
{
    private DateOnly baseline;

    public required Guid Id { get; init; }
    public required string Code { get; init; }
    /// <summary>Stable number: chooses the random numbers of the forecast, so that adding a milestone moves no other's.</summary>
    public required int Number { get; init; }
    public Guid? ItemId { get; init; }
    public string? Project { get; init; }
    public required int Order { get; init; }
    /// <summary>Null: joint.</summary>
    public string? Party { get; init; }
    public required LocalText Name { get; init; }
    /// <summary>Class of step; gives the spread of the duration where nobody estimated.</summary>
    public required string Kind { get; init; }
    /// <summary>Joint: only an approved or recorded change moves it, never a forecast or an estimate.</summary>
    public required DateOnly Baseline { get => baseline; init => baseline = value; }
    public DateOnly? Started { get; private set; }
    public DateOnly? Actual { get; private set; }
    /// <summary>Duration of the step in working days: low, most likely, high; all or none.</summary>
    public decimal? Low { get; init; }
    public decimal? Likely { get; init; }
    public decimal? High { get; init; }
    /// <summary>Likely date in the last released report.</summary>
    public DateOnly? LikelyDate { get; private set; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public int Version { get; private set; }

    internal void Rebase(DateOnly date) => (baseline, Version) = (date, Version + 1);

    public void Recorded(DateOnly? started, DateOnly? actual) => (Started, Actual) = (started, actual);

    /// <summary>What a released report says of it.</summary>
    public void Report(DateOnly? actual, DateOnly? likely) =>
        (Actual, LikelyDate, Version) = (actual ?? Actual, actual is null ? likely ?? LikelyDate : null, Version + 1);
}

/// <summary>A predecessor, across items too: finish to start.</summary>
public sealed class MilestoneLink
{
    public required Guid Id { get; init; }
    public required Guid BeforeId { get; init; }
    public required Guid AfterId { get; init; }
    /// <summary>Working days; may be negative.</summary>
    public decimal Lag { get; init; }
}
