namespace TwinHub.Core.Projects;

/// <summary>A lasting investment (重大项目); items refer to it. Amounts are in 100 million of the region's currency.</summary>
public sealed class Project
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required string Type { get; init; }
    public required string Theme { get; init; }
    /// <summary>Codes of the parties and areas concerned, separated by ;.</summary>
    public required string Parties { get; init; }
    public required string Areas { get; init; }
    public decimal? Total { get; init; }
    public string? TotalAsOf { get; init; }
    public decimal? LengthKm { get; init; }
    public string? Starts { get; init; }
    public string? PlannedFinish { get; init; }
    public string? ActualFinish { get; init; }
    public required string Status { get; init; }
    public string? StatusAsOf { get; init; }
    /// <summary>new, continuing, completed: its stage in the yearly list.</summary>
    public string? Stage { get; init; }
    public required LocalText Facts { get; init; }
    /// <summary>Conflicting published figures, side by side.</summary>
    public required LocalText Conflict { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public List<ProjectYear> Years { get; init; } = [];
    public List<ProjectMonth> Months { get; init; } = [];
}

/// <summary>Yearly plan of one party.</summary>
public sealed class ProjectYear
{
    public required int Year { get; init; }
    public required string Party { get; init; }
    public required decimal Plan { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>Done since January, of one party.</summary>
public sealed class ProjectMonth
{
    public required int Year { get; init; }
    public required int Month { get; init; }
    public required string Party { get; init; }
    public required decimal Done { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>Published progress of a yearly project list; the denominator is the plan of the list as published then.</summary>
public sealed class ProjectListFigure
{
    public required Guid Id { get; init; }
    public required string List { get; init; }
    public required LocalText Title { get; init; }
    public required string AsOf { get; init; }
    public required string Category { get; init; }
    public int? Projects { get; init; }
    public decimal? Total { get; init; }
    public decimal? Plan { get; init; }
    public decimal? Done { get; init; }
    public decimal? Percent { get; init; }
    public decimal? Share { get; init; }
    public decimal? Lead { get; init; }
    public int? StartsPlanned { get; init; }
    public int? StartsDone { get; init; }
    public required LocalText Note { get; init; }
    public string? Source { get; init; }
}
