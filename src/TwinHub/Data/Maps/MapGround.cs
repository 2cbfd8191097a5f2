namespace TwinHub.Data.Maps;

/// <summary>An area as drawn.</summary>
/// <param name="Party">Place of its party in the order, from 1; 0: outside the region.</param>
/// <param name="Part">Only a part of it lies in the region.</param>
public sealed record MapArea(string Code, string Path, int Party, bool Part);

/// <summary>Areas and borders of one frame as SVG paths, in half units of the view box.</summary>
/// <param name="Land">Areas outside the region, one path.</param>
/// <param name="Areas">Areas in the region; one that lies inside another comes after it.</param>
/// <param name="Edges">Outer border of the region, by the place of the party inside.</param>
/// <param name="Between">Border between parties.</param>
public sealed record MapGround(MapFrame Frame, string Land, IReadOnlyList<MapArea> Areas, IReadOnlyList<(int Party, string Path)> Edges, string Between)
{
    private const double Seen = 1.3, Unseen = 40; // dots: a point nearer to the line than this is left out

    public static MapGround Draw(Topology topology, Reference reference, MapFrame frame)
    {
        var lines = topology.Arcs.Select(a => Line(a, frame)).ToList();
        var (order, land, areas) = (Order(reference), new PathText(), new List<MapArea>());
        foreach (var (code, rings) in topology.Areas.OrderBy(a => Depth(a.Key, topology, reference)).ThenBy(a => a.Key, StringComparer.Ordinal))
        {
            var area = reference.Areas[code];
            var drawn = rings.Select(r => Ring(r, lines)).Where(r => r.Count > 2 && frame.Meets(r)).ToList();
            if (drawn.Count == 0) continue;
            if (!RegionGeometry.IsIn(area)) drawn.ForEach(r => land.Add(r, closed: true));
            else areas.Add(new(code, Path(drawn), order.GetValueOrDefault(area.Party ?? ""), area.InRegion == "part"));
        }

        var (edges, between) = Borders(topology, reference, (lines, frame));
        return new(frame, land.ToString(), areas, edges, between);
    }

    private static (IReadOnlyList<(int, string)> Edges, string Between) Borders(Topology topology, Reference reference, (List<List<Dot>> Lines, MapFrame Frame) drawn)
    {
        var (order, edges, between) = (Order(reference), new SortedDictionary<int, PathText>(), new PathText());
        for (var i = 0; i < topology.Arcs.Count; i++)
        {
            // An area inside another one that is drawn adds no border.
            var inside = topology.Arcs[i].Sides.Where(c => Depth(c, topology, reference) == 0).Select(c => reference.Areas[c]).Where(RegionGeometry.IsIn).Select(a => a.Party ?? "").ToList();
            if (inside.Count == 0 || !drawn.Frame.Meets(drawn.Lines[i])) continue;
            var parties = inside.Distinct(StringComparer.Ordinal).ToList();
            if (parties.Count > 1) between.Add(drawn.Lines[i]);
            else if (inside.Count == 1) (edges.TryGetValue(order.GetValueOrDefault(parties[0]), out var path) ? path : edges[order.GetValueOrDefault(parties[0])] = new()).Add(drawn.Lines[i]);
        }

        return ([.. edges.Select(e => (e.Key, e.Value.ToString()))], between.ToString());
    }

    /// <summary>How many units above the area have an outline too.</summary>
    private static int Depth(string code, Topology topology, Reference reference)
    {
        var depth = 0;
        for (var above = reference.Areas[code].Parent; above is not null; above = reference.Areas.GetValueOrDefault(above)?.Parent) depth += topology.Areas.ContainsKey(above) ? 1 : 0;
        return depth;
    }

    private static List<Dot> Line(Arc arc, MapFrame frame)
    {
        var dots = arc.Points.Select(frame.At).ToList();
        return Simplify.Line(dots, frame.Meets(dots) ? Seen : Unseen);
    }

    private static List<Dot> Ring(IReadOnlyList<ArcUse> uses, List<List<Dot>> lines)
    {
        var ring = new List<Dot>();
        foreach (var (arc, backwards) in uses)
        {
            foreach (var dot in backwards ? Enumerable.Reverse(lines[arc]) : lines[arc])
            {
                if (ring.Count == 0 || ring[^1] != dot) ring.Add(dot);
            }
        }

        return ring;
    }

    private static string Path(List<List<Dot>> rings) => rings.Aggregate(new PathText(), (path, ring) => path.Add(ring, closed: true)).ToString();

    private static Dictionary<string, int> Order(Reference reference) => reference.Parties.Select((p, i) => (p.Code, i + 1)).ToDictionary(p => p.Code, p => p.Item2);
}
