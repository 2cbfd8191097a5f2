namespace TwinHub.Scheduling;

/// <summary>Which end of the first activity holds which end of the second.</summary>
public enum LinkKind
{
    FinishToStart,
    StartToStart,
    FinishToFinish,
    StartToFinish,
}

/// <summary>A precedence between two activities, given by their indices.</summary>
/// <param name="Before">Index of the predecessor.</param>
/// <param name="After">Index of the successor.</param>
/// <param name="Kind">Which ends are tied.</param>
/// <param name="LagDays">Working days of the successor's calendar; may be negative.</param>
public readonly record struct Link(int Before, int After, LinkKind Kind = LinkKind.FinishToStart, double LagDays = 0);
