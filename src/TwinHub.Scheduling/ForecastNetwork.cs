namespace TwinHub.Scheduling;

/// <summary>The activities that are not done, in topological order, each with what a trial needs.</summary>
internal sealed class ForecastNetwork
{
    private readonly ForecastInput input;
    private readonly ForecastOptions options;
    private readonly int[] baseIndex; // index of the data date in each calendar
    private readonly Dictionary<(int From, int To), CalendarMap> maps = [];
    private readonly Dictionary<(double LikelyShare, double Lambda), QuantileTable> shapes = [];
    private readonly int[] place; // of an activity among the open ones, −1 when done

    /// <exception cref="ArgumentException">Something in the input cannot be; the message names it.</exception>
    public ForecastNetwork(ForecastInput input, ForecastOptions options)
    {
        (this.input, this.options) = (input, options);
        InputChecks.Check(input, options);
        baseIndex = [.. input.Calendars.Select(c => c.IndexOf(input.DataDate))];
        var network = new Network(input.Activities.Count, [.. input.Links]);
        Open = [.. network.Order.ToArray().Where(i => input.Activities[i].FinishedOn is null)];
        place = new int[input.Activities.Count];
        Array.Fill(place, -1);
        foreach (var (k, i) in Open.Index()) place[i] = k;
        Counted = options.EveryActivity ? [.. Enumerable.Range(0, Open.Length)] : [.. input.Targets.Select(t => place[t.Activity]).Where(p => p >= 0).Distinct().Order()];
        Steps = [.. Open.Select(i => StepOf(i, network.LinksInto(i)))];
    }

    /// <summary>Indices of the open activities in the input.</summary>
    public int[] Open { get; }

    public Step[] Steps { get; }

    /// <summary>Places of the open activities whose finish days are wanted.</summary>
    public int[] Counted { get; }

    public int Count => Open.Length;

    public int PlaceOf(int activity) => place[activity];

    /// <summary>The date of a day counted from the data date in the activity's calendar.</summary>
    public DateOnly DateOf(int activity, int day)
    {
        var calendar = input.Activities[activity].Calendar;
        return input.Calendars[calendar].DateOf(baseIndex[calendar] + day);
    }

    /// <summary>The last day, counted from the data date in the activity's calendar, that is not after a date.</summary>
    public int LastDayThrough(int activity, DateOnly date) => BoundaryAfter(input.Activities[activity].Calendar, date) - 1;

    private Step StepOf(int i, ReadOnlySpan<Link> links)
    {
        var activity = input.Activities[i];
        var calendar = activity.Calendar;
        var release = activity.NotEarlierThan is { } day ? Math.Max(0, input.Calendars[calendar].IndexOf(day) - baseIndex[calendar]) : 0.0;
        var ties = new List<Tie>(links.Length);
        foreach (var link in links)
        {
            var before = input.Activities[link.Before];
            if (before.FinishedOn is { } done) release = Math.Max(release, BoundaryAfter(calendar, done) + link.LagDays);
            else ties.Add(new Tie(place[link.Before], (float)link.LagDays, MapBetween(before.Calendar, calendar)));
        }
        return new Step(activity.Number, (float)release, [.. ties], SamplerOf(activity));
    }

    private int BoundaryAfter(int calendar, DateOnly date) => input.Calendars[calendar].IndexAfter(date) - baseIndex[calendar];

    private DurationSampler SamplerOf(ForecastActivity activity)
    {
        if (activity.ElapsedDays is { } elapsed) return new DurationSampler(QuantileTable.Of(new InProgress(activity.Duration, elapsed, options.Tail)));
        if (activity.Duration is Triangular triangle) return new DurationSampler(triangle);
        if (activity.Duration is not PertBeta beta) return new DurationSampler(QuantileTable.Of(activity.Duration));
        if (!shapes.TryGetValue((beta.LikelyShare, beta.Lambda), out var unit)) shapes[(beta.LikelyShare, beta.Lambda)] = unit = QuantileTable.Unit(beta);
        return new DurationSampler(unit.Scaled(beta));
    }

    private CalendarMap? MapBetween(int from, int to)
    {
        if (ReferenceEquals(input.Calendars[from], input.Calendars[to])) return null;
        if (!maps.TryGetValue((from, to), out var map)) maps[(from, to)] = map = new CalendarMap(input.Calendars[from], input.Calendars[to], input.DataDate);
        return map;
    }
}

/// <summary>An open activity.</summary>
/// <param name="Number">Its stable number.</param>
/// <param name="Release">The boundary it cannot start before, whatever the trial.</param>
/// <param name="Ties">To the open predecessors.</param>
/// <param name="Sampler">Of its duration, or of what remains.</param>
internal readonly record struct Step(uint Number, float Release, Tie[] Ties, DurationSampler Sampler);

/// <summary>A link from an open predecessor, by its place; the map is null within one calendar.</summary>
internal readonly record struct Tie(int Before, float LagDays, CalendarMap? Map);
