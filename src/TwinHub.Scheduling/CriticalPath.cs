namespace TwinHub.Scheduling;

/// <summary>Earliest and latest days, floats and criticality of every activity (critical path method).</summary>
/// <remarks>
/// Days are boundaries in working days: an activity works from the start of day ES to the end of day EF − 1.
/// Source: Kelley and Walker, "Critical-Path Planning and Scheduling", 1959; links with lags as in the precedence diagram method.
/// </remarks>
public sealed class CriticalPath
{
    private const double Tolerance = 1e-9; // sums of fractional durations by different routes
    private readonly double[] days, earliestStart, latestFinish, freeFloat;

    /// <param name="network">n activities.</param>
    /// <param name="durationDays">Working days, not negative. Shape [n].</param>
    /// <param name="bounds">What holds activities beside their links.</param>
    /// <exception cref="ArgumentException">A duration is missing, negative or no number, or a bound has not n entries.</exception>
    /// <remarks>O(n + m).</remarks>
    public CriticalPath(Network network, ReadOnlySpan<double> durationDays, PathBounds? bounds = null)
    {
        bounds ??= new PathBounds();
        Check(network, durationDays, bounds);
        (days, earliestStart) = (durationDays.ToArray(), new double[network.Count]);
        (latestFinish, freeFloat) = (new double[network.Count], new double[network.Count]);
        Forward(network, bounds);
        for (var i = 0; i < days.Length; i++) Length = Math.Max(Length, EarliestFinish(i));
        Backward(network, bounds);
    }

    /// <summary>The boundary at which the last activity can finish.</summary>
    public double Length { get; private set; }

    public double EarliestStart(int activity) => earliestStart[activity];

    public double EarliestFinish(int activity) => earliestStart[activity] + days[activity];

    public double LatestStart(int activity) => latestFinish[activity] - days[activity];

    public double LatestFinish(int activity) => latestFinish[activity];

    /// <summary>How far an activity may slip before the end slips, or a "not later than" breaks.</summary>
    public double TotalFloat(int activity) => LatestStart(activity) - earliestStart[activity];

    /// <summary>How far an activity may slip before any successor, or the end, does.</summary>
    public double FreeFloat(int activity) => freeFloat[activity];

    public bool IsCritical(int activity) => TotalFloat(activity) <= Tolerance;

    private void Forward(Network network, PathBounds bounds)
    {
        foreach (var i in network.Order)
        {
            if (bounds.Actual?[i] is { } actual)
            {
                (earliestStart[i], days[i]) = (actual, 0);
                continue;
            }
            var start = Math.Max(Math.Max(0, bounds.Start), bounds.NotEarlier?[i] ?? 0);
            foreach (var link in network.LinksInto(i)) start = Math.Max(start, StartAllowedBy(link));
            earliestStart[i] = start;
        }
    }

    private void Backward(Network network, PathBounds bounds)
    {
        for (var k = network.Count - 1; k >= 0; k--)
        {
            var i = network.Order[k];
            var end = Math.Min(bounds.End ?? Length, bounds.NotLater?[i] ?? double.PositiveInfinity);
            var slack = Length - EarliestFinish(i);
            foreach (var link in network.LinksOutOf(i))
            {
                end = Math.Min(end, FinishAllowedBy(link));
                slack = Math.Min(slack, earliestStart[link.After] - StartAllowedBy(link));
            }
            (latestFinish[i], freeFloat[i]) = (end, slack);
        }
    }

    private double StartAllowedBy(Link link) => link.LagDays + link.Kind switch
    {
        LinkKind.FinishToStart => EarliestFinish(link.Before),
        LinkKind.StartToStart => earliestStart[link.Before],
        LinkKind.FinishToFinish => EarliestFinish(link.Before) - days[link.After],
        _ => earliestStart[link.Before] - days[link.After],
    };

    private double FinishAllowedBy(Link link) => -link.LagDays + link.Kind switch
    {
        LinkKind.FinishToStart => LatestStart(link.After),
        LinkKind.StartToStart => LatestStart(link.After) + days[link.Before],
        LinkKind.FinishToFinish => latestFinish[link.After],
        _ => latestFinish[link.After] + days[link.Before],
    };

    private static void Check(Network network, ReadOnlySpan<double> durationDays, PathBounds bounds)
    {
        if (durationDays.Length != network.Count) throw new ArgumentException("A network needs one duration for each activity.", nameof(durationDays));
        foreach (var d in durationDays)
        {
            if (!double.IsFinite(d) || d < 0) throw new ArgumentException($"A duration of {d} days cannot be.", nameof(durationDays));
        }
        foreach (var list in new[] { bounds.NotEarlier, bounds.NotLater, bounds.Actual })
        {
            if (list is not null && list.Count != network.Count) throw new ArgumentException("A bound needs one entry for each activity.", nameof(bounds));
        }
    }
}
