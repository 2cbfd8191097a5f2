using CsCheck;

namespace TwinHub.Scheduling.Tests;

public class NetworkTests
{
    private static readonly Gen<(int Count, Link[] Links)> AnyLinks =
        from count in Gen.Int[1, 12]
        from links in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Select((a, b) => new Link(a, b)).Array[0, 16]
        select (count, links);

    [Fact]
    public void A_cycle_is_refused_and_named()
    {
        var refused = Assert.Throws<CyclicNetworkException>(() => new Network(6, [new(0, 3), new(5, 2), new(3, 5), new(2, 3), new(5, 4)]));
        Assert.Equal([2, 3, 5], refused.Cycle);
        Assert.Contains("2 → 3 → 5 → 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_that_waits_for_itself_is_a_cycle_of_one() =>
        Assert.Equal([1], Assert.Throws<CyclicNetworkException>(() => new Network(2, [new(0, 1), new(1, 1)])).Cycle);

    [Fact]
    public void A_link_that_leaves_the_network_or_has_no_lag_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Network(2, [new(0, 2)]));
        Assert.Throws<ArgumentException>(() => new Network(2, [new(-1, 1)]));
        Assert.Throws<ArgumentException>(() => new Network(2, [new(0, 1, LagDays: double.NaN)]));
    }

    [Fact]
    public void Indices_that_are_in_order_stay_so() => Assert.Equal([0, 1, 2, 3], new Network(4, [new(2, 3), new(0, 3), new(0, 2)]).Order.ToArray());

    [Fact]
    public void Every_link_goes_forward_in_the_order_or_a_true_cycle_is_named() => AnyLinks.Sample(net =>
    {
        try
        {
            var place = new Network(net.Count, net.Links).Order.ToArray().Index().ToDictionary(p => p.Item, p => p.Index);
            Assert.All(net.Links, link => Assert.True(place[link.Before] < place[link.After]));
            Assert.Equal(net.Count, place.Count);
        }
        catch (CyclicNetworkException refused)
        {
            var next = refused.Cycle.Skip(1).Append(refused.Cycle[0]);
            Assert.All(refused.Cycle.Zip(next), step => Assert.Contains(net.Links, l => (l.Before, l.After) == step));
        }
    });
}
