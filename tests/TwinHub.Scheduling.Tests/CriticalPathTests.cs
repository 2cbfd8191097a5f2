using System.Text.Json;
using CsCheck;

namespace TwinHub.Scheduling.Tests;

public class CriticalPathTests
{
    private static readonly Gen<(int[] Days, Link[] Links)> Networks =
        from days in Gen.Int[0, 12].Array[1, 14]
        from links in Gen.Select(Gen.Int[0, days.Length - 1], Gen.Int[0, days.Length - 1], Gen.Enum<LinkKind>(), Gen.Int[-4, 6])
            .Select((a, b, kind, lag) => new Link(Math.Min(a, b), Math.Max(a, b), kind, lag)).Array[0, 25]
        select (days, links.Where(l => l.Before < l.After).ToArray());

    [Fact]
    public void Every_kind_of_link_holds_with_its_lag()
    {
        var path = Path([5, 4, 6, 3, 2],
            new(0, 1, LinkKind.FinishToStart, 2), new(0, 2, LinkKind.StartToStart, 3), new(1, 3, LinkKind.FinishToFinish, 1),
            new(2, 3, LinkKind.FinishToStart, -1), new(3, 4), new(0, 4, LinkKind.StartToFinish, 12));
        double[][] expected = [[0, 5, 0, 5, 0], [7, 11, 7, 11, 0], [3, 9, 4, 10, 1], [9, 12, 9, 12, 0], [12, 14, 12, 14, 0]];
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, Row(path, e.Index)));
        Assert.Equal(14, path.Length);
        Assert.Equal([0, 1, 3, 4], Critical(path, 5));
    }

    [Fact]
    public void A_bound_holds_beside_the_links()
    {
        var bounds = new PathBounds { NotEarlier = [null, 8, null], NotLater = [null, null, 12] };
        var path = new CriticalPath(new Network(3, [new(0, 1), new(1, 2)]), [3, 2, 4], bounds);
        Assert.Equal([5, 0, -2], new[] { path.FreeFloat(0), path.FreeFloat(1), path.TotalFloat(2) });
        Assert.Equal([3, -2, -2], new[] { path.TotalFloat(0), path.TotalFloat(1), path.TotalFloat(2) });
        Assert.True(path.IsCritical(1));
    }

    [Fact]
    public void A_finished_activity_is_fixed_at_its_actual_day()
    {
        var path = new CriticalPath(new Network(3, [new(0, 1), new(1, 2)]), [5, 5, 5], new PathBounds { Actual = [null, 2, null] });
        Assert.Equal([2, 2, 7], new[] { path.EarliestStart(1), path.EarliestFinish(1), path.EarliestFinish(2) });
    }

    [Fact]
    public void Nothing_starts_before_the_start_and_floats_are_measured_against_the_end()
    {
        var path = new CriticalPath(new Network(2, [new(0, 1)]), [3, 4], new PathBounds { Start = 10, End = 20 });
        Assert.Equal([10, 13, 3, 17], new[] { path.EarliestStart(0), path.EarliestFinish(0), path.TotalFloat(1), path.Length });
    }

    [Fact]
    public void Durations_and_bounds_that_cannot_be_are_refused()
    {
        var network = new Network(2, []);
        Assert.Throws<ArgumentException>(() => new CriticalPath(network, [1]));
        Assert.Throws<ArgumentException>(() => new CriticalPath(network, [1, -1]));
        Assert.Throws<ArgumentException>(() => new CriticalPath(network, [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new CriticalPath(network, [1, 1], new PathBounds { NotLater = [3] }));
    }

    [Fact]
    public void The_start_is_the_least_that_satisfies_every_link() => Networks.Sample(net =>
    {
        var path = Path(net.Days, net.Links);
        var (start, moved) = (new double[net.Days.Length], true);
        while (moved)
        {
            moved = false;
            foreach (var l in net.Links)
            {
                var from = l.Kind is LinkKind.FinishToStart or LinkKind.FinishToFinish ? start[l.Before] + net.Days[l.Before] : start[l.Before];
                var least = from + l.LagDays - (l.Kind is LinkKind.FinishToFinish or LinkKind.StartToFinish ? net.Days[l.After] : 0);
                (start[l.After], moved) = least > start[l.After] ? (least, true) : (start[l.After], moved);
            }
        }
        Assert.Equal(start, Enumerable.Range(0, start.Length).Select(path.EarliestStart));
    });

    [Fact]
    public void An_activity_may_slip_by_its_total_float_and_no_further() => Networks.Sample(net =>
    {
        var path = Path(net.Days, net.Links);
        for (var i = 0; i < net.Days.Length; i++)
        {
            Assert.Equal(path.Length, Slipped(net, i, path.LatestStart(i)).Length);
            Assert.True(Slipped(net, i, path.LatestStart(i) + 1).Length > path.Length);
            Assert.InRange(path.FreeFloat(i), 0, path.TotalFloat(i));
        }
    });

    [Fact]
    public void A_longer_duration_never_ends_the_network_earlier() => Gen.Select(Networks, Gen.Int[0, 13]).Sample((net, which) =>
    {
        var startToAny = net.Links.Select(l => l with { Kind = LinkKind.FinishToStart }).ToArray();
        var before = Path(net.Days, startToAny);
        var longer = net.Days.Select((d, i) => i == which % net.Days.Length ? d + 1 : d).ToArray();
        var after = Path(longer, startToAny);
        Assert.All(Enumerable.Range(0, longer.Length), i => Assert.True(after.EarliestFinish(i) >= before.EarliestFinish(i)));
    });

    [Fact]
    [Trait("shared", "testdata")]
    public void Networks_with_every_kind_of_link_come_out_as_given()
    {
        foreach (var given in SharedData.Json("cpm/networks.json").EnumerateArray())
        {
            var days = given.GetProperty("durations").EnumerateArray().Select(d => d.GetInt32()).ToArray();
            var path = Path(days, [.. given.GetProperty("links").EnumerateArray().Select(Read)]);
            Assert.Equal(given.GetProperty("length").GetInt32(), path.Length);
            Assert.Equal(Numbers(given, "es"), days.Select((_, i) => path.EarliestStart(i)));
            Assert.Equal(Numbers(given, "ls"), days.Select((_, i) => path.LatestStart(i)));
            Assert.Equal(Numbers(given, "critical"), Critical(path, days.Length).Select(i => (double)i));
        }
    }

    [Theory]
    [Trait("shared", "testdata")]
    [InlineData("j301_1", 38)]
    [InlineData("j601_1", 77)]
    [InlineData("j1201_1", 99)]
    public void A_library_network_has_its_published_length(string name, int length) => Assert.Equal(length, Psplib(name).Path.Length);

    [Fact]
    [Trait("shared", "testdata")]
    public void A_library_network_has_its_critical_activities_and_floats()
    {
        var (path, count) = Psplib("j301_1");
        Assert.Equal([1, 3, 8, 12, 14, 17, 22, 23, 24, 30, 32], Critical(path, count).Select(i => i + 1));
        Assert.Equal(461, Enumerable.Range(0, count).Sum(path.EarliestStart));
        Assert.Equal(202, Enumerable.Range(0, count).Sum(path.TotalFloat));
    }

    private static CriticalPath Path(int[] days, params Link[] links) => new(new Network(days.Length, links), [.. days.Select(d => (double)d)]);

    private static CriticalPath Slipped((int[] Days, Link[] Links) net, int activity, double start) =>
        new(new Network(net.Days.Length, net.Links), [.. net.Days.Select(d => (double)d)], new PathBounds { NotEarlier = [.. net.Days.Select((_, i) => i == activity ? start : (double?)null)] });

    private static double[] Row(CriticalPath path, int i) => [path.EarliestStart(i), path.EarliestFinish(i), path.LatestStart(i), path.LatestFinish(i), path.TotalFloat(i)];

    private static int[] Critical(CriticalPath path, int count) => [.. Enumerable.Range(0, count).Where(path.IsCritical)];

    private static Link Read(JsonElement link) => new(link[0].GetInt32(), link[1].GetInt32(), link[2].GetString() switch
    {
        "FS" => LinkKind.FinishToStart,
        "SS" => LinkKind.StartToStart,
        "FF" => LinkKind.FinishToFinish,
        _ => LinkKind.StartToFinish,
    }, link[3].GetDouble());

    private static IEnumerable<double> Numbers(JsonElement given, string name) => given.GetProperty(name).EnumerateArray().Select(n => n.GetDouble());

    private static (CriticalPath Path, int Count) Psplib(string name)
    {
        var rows = SharedData.Text($"psplib/{name}.sm").Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => int.TryParse(w, out var n) ? n : -1).ToArray())
            .Where(r => r.Length > 0 && r.All(n => n >= 0)).ToArray();
        var precedence = rows.SkipWhile(r => r is not [1, 1, ..]).TakeWhile(r => r.Length >= 3 && r.Length == 3 + r[2]).ToArray();
        var durations = rows.SkipWhile(r => r != precedence[^1]).Skip(1).Take(precedence.Length).Select(r => r[2]).ToArray();
        return (Path(durations, [.. precedence.SelectMany(r => r[3..].Select(s => new Link(r[0] - 1, s - 1)))]), durations.Length);
    }
}
