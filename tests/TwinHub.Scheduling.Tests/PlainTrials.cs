namespace TwinHub.Scheduling.Tests;

/// <summary>The definition of the forecast, a trial and a day at a time: slow, and plain enough to be read as true.</summary>
internal sealed class PlainTrials(ForecastInput input, ForecastOptions options)
{
    private readonly Network network = new(input.Activities.Count, [.. input.Links]);
    private readonly DurationSampler?[] samplers = [.. input.Activities.Select(a => Sampler(a, options.Tail))];

    /// <summary>Days on which each activity finishes, trial by trial, and whether it was critical. Shape [trials][n].</summary>
    public IEnumerable<(DateOnly Finish, bool Critical)[]> Run() => Enumerable.Range(0, options.Trials).Select(Trial);

    private (DateOnly, bool)[] Trial(int trial)
    {
        var n = input.Activities.Count;
        var (start, finish, critical) = (new float[n], new float[n], new bool[n]);
        foreach (var i in network.Order)
        {
            if (samplers[i] is not { } sampler) continue;
            start[i] = Release(i);
            foreach (var link in network.LinksInto(i)) start[i] = Math.Max(start[i], Arrival(link, finish));
            finish[i] = start[i] + sampler.Days(Philox.Uniform(new Draws(options.Seed, options.Run), input.Activities[i].Number, trial));
        }
        foreach (var end in options.CriticalTo) critical[end] = samplers[end] is not null;
        for (var k = n - 1; k >= 0; k--)
        {
            var i = network.Order[k];
            foreach (var link in network.LinksInto(i)) critical[link.Before] |= critical[i] && samplers[link.Before] is not null && Arrival(link, finish) == start[i];
        }
        return [.. Enumerable.Range(0, n).Select(i => (input.Activities[i].FinishedOn ?? WorkingDay(i, Math.Max(1, (int)MathF.Ceiling(finish[i]))), critical[i]))];
    }

    private float Release(int i)
    {
        var release = 0.0;
        if (input.Activities[i].NotEarlierThan is { } day) release = Math.Max(0, WorkingDaysBefore(i, day));
        foreach (var link in network.LinksInto(i))
        {
            if (input.Activities[link.Before].FinishedOn is { } done) release = Math.Max(release, WorkingDaysBefore(i, done.AddDays(1)) + link.LagDays);
        }
        return (float)release;
    }

    private float Arrival(Link link, float[] finish)
    {
        if (samplers[link.Before] is null) return float.NegativeInfinity;
        if (CalendarOf(link.Before) == CalendarOf(link.After)) return finish[link.Before] + (float)link.LagDays;
        var worked = (int)MathF.Ceiling(finish[link.Before]);
        var date = WorkingDay(link.Before, worked);
        var share = CalendarOf(link.After).IsWorking(date) ? finish[link.Before] - (worked - 1) : 0;
        return WorkingDaysBefore(link.After, date) + share + (float)link.LagDays;
    }

    private WorkCalendar CalendarOf(int i) => input.Calendars[input.Activities[i].Calendar];

    // The k-th working day from the data date on; the 0th is the last before it.
    private DateOnly WorkingDay(int i, int k)
    {
        var date = input.DataDate.AddDays(-1);
        while (k == 0 && !CalendarOf(i).IsWorking(date)) date = date.AddDays(-1);
        for (var left = k; left > 0; left -= CalendarOf(i).IsWorking(date) ? 1 : 0) date = date.AddDays(1);
        return date;
    }

    private int WorkingDaysBefore(int i, DateOnly date)
    {
        var (count, step) = (0, date >= input.DataDate ? 1 : -1);
        for (var d = step > 0 ? input.DataDate : input.DataDate.AddDays(-1); step > 0 ? d < date : d >= date; d = d.AddDays(step)) count += CalendarOf(i).IsWorking(d) ? step : 0;
        return count;
    }

    private static DurationSampler? Sampler(ForecastActivity activity, double? tail)
    {
        if (activity.FinishedOn is not null) return null;
        if (activity.ElapsedDays is { } elapsed) return new DurationSampler(QuantileTable.Of(new InProgress(activity.Duration, elapsed, tail)));
        return activity.Duration is Triangular triangle ? new DurationSampler(triangle) : new DurationSampler(QuantileTable.Of(activity.Duration));
    }
}
