namespace TwinHub.Scheduling;

/// <summary>Refuses a forecast of what cannot be, and names it.</summary>
internal static class InputChecks
{
    public static void Check(ForecastInput input, ForecastOptions options)
    {
        var activities = input.Activities;
        Refuse(options.Trials is < 1 or > 10_000_000, $"{options.Trials} trials are not between 1 and 10,000,000.");
        Refuse(options.Threads < 1, "A forecast needs a thread.");
        Refuse(options.Stop is { Batch: < 1 }, "A batch needs a trial.");
        foreach (var (i, activity) in activities.Index()) CheckActivity(i, activity, input);
        Refuse(activities.DistinctBy(a => a.Number).Count() < activities.Count, "Two activities have the same stable number.");
        foreach (var link in input.Links) Refuse(link.Kind != LinkKind.FinishToStart, $"Link {link.Before} → {link.After} is not finish to start.");
        foreach (var i in input.Targets.Select(t => t.Activity).Concat(options.CriticalTo)) Refuse((uint)i >= (uint)activities.Count, $"Target {i} is no activity.");
    }

    private static void CheckActivity(int i, ForecastActivity activity, ForecastInput input)
    {
        Refuse((uint)activity.Calendar >= (uint)input.Calendars.Count, $"Activity {i} has no calendar.");
        Refuse(activity.FinishedOn > input.DataDate, $"Activity {i} is done after the data date.");
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong) throw new ArgumentException(message);
    }
}
