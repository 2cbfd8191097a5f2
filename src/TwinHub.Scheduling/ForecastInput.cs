namespace TwinHub.Scheduling;

/// <summary>What a forecast is made of: the network as it is known at the start of the data date.</summary>
/// <param name="DataDate">The first day on which anything that is not done may go on.</param>
/// <param name="Calendars">One for each party or working rule.</param>
/// <param name="Activities">In any order; links and targets name them by index.</param>
/// <param name="Links">Finish to start, the lag in working days of the successor's calendar.</param>
/// <param name="Targets">Activities that are due on a day; an activity may have several.</param>
public sealed record ForecastInput(
    DateOnly DataDate,
    IReadOnlyList<WorkCalendar> Calendars,
    IReadOnlyList<ForecastActivity> Activities,
    IReadOnlyList<Link> Links,
    IReadOnlyList<DueTarget> Targets);

/// <summary>One step of the network.</summary>
/// <param name="Number">Its stable number: chooses its random numbers, whatever else is in the network. No two are equal.</param>
/// <param name="Duration">The estimate of the whole step, in working days. Unused once it is done.</param>
public sealed record ForecastActivity(uint Number, Duration Duration)
{
    /// <summary>Index of its calendar.</summary>
    public int Calendar { get; init; }

    /// <summary>It does not start before this day.</summary>
    public DateOnly? NotEarlierThan { get; init; }

    /// <summary>In progress: working days from its start to the data date. What remains still waits for predecessors that are not done.</summary>
    public double? ElapsedDays { get; init; }

    /// <summary>Done: its last day, not after the data date.</summary>
    public DateOnly? FinishedOn { get; init; }
}

/// <summary>An activity that is due at the end of a day.</summary>
public readonly record struct DueTarget(int Activity, DateOnly Due);
