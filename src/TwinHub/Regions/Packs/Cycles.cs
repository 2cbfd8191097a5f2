namespace TwinHub.Regions.Packs;

/// <summary>Finds links that lead back to where they begin. Without recursion: a chain may be as long as a file.</summary>
internal static class Cycles
{
    private const int Told = 20;

    /// <summary>Cycles that share no link, at most twenty: the codes from one back to itself, and the row of the last link.</summary>
    public static IEnumerable<(string Path, PackRow Row)> Of(IReadOnlyList<(string From, string To, PackRow Row)> links)
    {
        for (var (told, open) = (0, WithoutEnds(links)); told < Told; told++)
        {
            if (open.Count == 0) yield break;
            var cycle = Walk(open);
            yield return (string.Join(" → ", cycle.Select(l => l.From).Append(cycle[^1].To)), cycle[^1].Row);
            open = WithoutEnds([.. open.Except(cycle)]);
        }
    }

    // Takes away, again and again, what no link leads to; what stays is on a cycle or behind one.
    private static List<(string From, string To, PackRow Row)> WithoutEnds(IReadOnlyList<(string From, string To, PackRow Row)> links)
    {
        var into = links.GroupBy(l => l.To).ToDictionary(g => g.Key, g => g.Count());
        var outOf = links.ToLookup(l => l.From);
        var free = new Queue<string>(outOf.Select(g => g.Key).Where(c => !into.ContainsKey(c)));
        var gone = new HashSet<string>();
        while (free.TryDequeue(out var code))
        {
            gone.Add(code);
            foreach (var link in outOf[code])
            {
                if (--into[link.To] == 0) free.Enqueue(link.To);
            }
        }
        return [.. links.Where(l => !gone.Contains(l.From))];
    }

    // Everything left has a link into it, so that a walk backwards must meet itself.
    private static List<(string From, string To, PackRow Row)> Walk(List<(string From, string To, PackRow Row)> links)
    {
        var before = new Dictionary<string, (string From, string To, PackRow Row)>();
        foreach (var link in links) before.TryAdd(link.To, link);
        var (path, at) = (new List<(string From, string To, PackRow Row)>(), new Dictionary<string, int>());
        for (var code = links[0].From; at.TryAdd(code, path.Count); code = before[code].From) path.Add(before[code]);
        var cycle = path[at[path[^1].From]..];
        cycle.Reverse();
        return cycle;
    }
}
