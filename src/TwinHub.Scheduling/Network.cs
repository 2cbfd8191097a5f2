namespace TwinHub.Scheduling;

/// <summary>Activities 0 … n−1 and the links between them, without a cycle.</summary>
public sealed class Network
{
    private readonly int[] order;
    private readonly Link[] into, outOf; // sorted by After, by Before
    private readonly int[] intoStart, outOfStart; // activity i has links [start[i], start[i + 1])

    /// <param name="count">How many activities, n.</param>
    /// <param name="links">In any order. Shape [m].</param>
    /// <exception cref="ArgumentException">A link leaves the network or its lag is no number.</exception>
    /// <exception cref="CyclicNetworkException">The links form a cycle.</exception>
    /// <remarks>O((n + m) log n).</remarks>
    public Network(int count, ReadOnlySpan<Link> links)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        foreach (var link in links)
        {
            if ((uint)link.Before >= (uint)count || (uint)link.After >= (uint)count) throw new ArgumentException($"Link {link.Before} → {link.After} leaves the network.", nameof(links));
            if (!double.IsFinite(link.LagDays)) throw new ArgumentException($"Link {link.Before} → {link.After} has no finite lag.", nameof(links));
        }
        Count = count;
        (into, intoStart) = Grouped(links, link => link.After);
        (outOf, outOfStart) = Grouped(links, link => link.Before);
        order = Sorted();
    }

    public int Count { get; }

    /// <summary>Indices so that every link goes forward; of those that are free, the smallest first. Shape [n].</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>The links to the predecessors of an activity.</summary>
    public ReadOnlySpan<Link> LinksInto(int activity) => into.AsSpan(intoStart[activity]..intoStart[activity + 1]);

    /// <summary>The links to the successors of an activity.</summary>
    public ReadOnlySpan<Link> LinksOutOf(int activity) => outOf.AsSpan(outOfStart[activity]..outOfStart[activity + 1]);

    private (Link[] Links, int[] Start) Grouped(ReadOnlySpan<Link> links, Func<Link, int> key)
    {
        var start = new int[Count + 1];
        foreach (var link in links) start[key(link) + 1]++;
        for (var i = 0; i < Count; i++) start[i + 1] += start[i];
        var (next, grouped) = (start.AsSpan(0, Count).ToArray(), new Link[links.Length]);
        foreach (var link in links) grouped[next[key(link)]++] = link;
        return (grouped, start);
    }

    private int[] Sorted()
    {
        var waitsFor = new int[Count];
        var free = new PriorityQueue<int, int>();
        for (var i = 0; i < Count; i++)
        {
            waitsFor[i] = LinksInto(i).Length;
            if (waitsFor[i] == 0) free.Enqueue(i, i);
        }
        var sorted = new List<int>(Count);
        while (free.TryDequeue(out var activity, out _))
        {
            sorted.Add(activity);
            foreach (var link in LinksOutOf(activity))
            {
                if (--waitsFor[link.After] == 0) free.Enqueue(link.After, link.After);
            }
        }
        return sorted.Count == Count ? [.. sorted] : throw new CyclicNetworkException(CycleAmong(waitsFor));
    }

    // An activity that still waits has a predecessor that still waits: walking back must come round.
    private List<int> CycleAmong(int[] waitsFor)
    {
        var path = new List<int>();
        var place = new Dictionary<int, int>();
        var at = Array.FindIndex(waitsFor, w => w > 0);
        while (place.TryAdd(at, path.Count))
        {
            path.Add(at);
            at = WaitingPredecessor(at, waitsFor);
        }
        var cycle = path[place[at]..];
        cycle.Reverse();
        var first = cycle.IndexOf(cycle.Min());
        return [.. cycle[first..], .. cycle[..first]];
    }

    private int WaitingPredecessor(int activity, int[] waitsFor)
    {
        foreach (var link in LinksInto(activity))
        {
            if (waitsFor[link.Before] > 0) return link.Before;
        }
        throw new InvalidOperationException("An activity waits for nothing.");
    }
}
