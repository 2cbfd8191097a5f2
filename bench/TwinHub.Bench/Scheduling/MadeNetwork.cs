using TwinHub.Scheduling;

namespace TwinHub.Bench.Scheduling;

/// <summary>An activity network made by whole-number arithmetic, so that a program in any language can make the same one.</summary>
internal static class MadeNetwork
{
    /// <param name="count">Activities, in topological order; from the 20th on each has one to four predecessors among the 60 before it.</param>
    /// <param name="seed">Of a 64-bit linear congruential generator (Knuth's MMIX), of which the high bits are used.</param>
    /// <param name="duration">An estimate from low, likely and high working days.</param>
    public static ForecastInput Of(int count, ulong seed, Func<double, double, double, Duration> duration)
    {
        var state = seed;
        int Next(int below) => (int)(((state = state * 6364136223846793005 + 1442695040888963407) >> 33) % (ulong)below);
        var (activities, links) = (new List<ForecastActivity>(), new List<Link>());
        for (var i = 0; i < count; i++)
        {
            var low = 5 + Next(40);
            var likely = low + Next(30);
            activities.Add(new ForecastActivity((uint)i, duration(low, likely, likely + 5 + Next(60))));
            var (window, before) = (Math.Min(i, 60), i < 20 ? 0 : 1 + Next(4));
            links.AddRange(Enumerable.Range(0, before).Select(_ => i - 1 - Next(window)).Distinct().Select(p => new Link(p, i)));
        }
        return new ForecastInput(new DateOnly(2026, 1, 5), [new WorkCalendar(WorkCalendar.SaturdaySunday, [])], activities, links, [new DueTarget(count - 1, new DateOnly(2030, 1, 1))]);
    }
}
