namespace TwinHub.Scheduling;

/// <summary>The published notice of one year's holidays: what departs from the weekend rule.</summary>
/// <param name="Year">The year the notice is for. It may list days of the year before (31 December).</param>
/// <param name="Off">Days off although the weekend rule says working; weekend days among them do no harm.</param>
/// <param name="Adjusted">Make-up workdays (调休): working although the weekend rule says off.</param>
public sealed record YearNotice(int Year, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Adjusted);
