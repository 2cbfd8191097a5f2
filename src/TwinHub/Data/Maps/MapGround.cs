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

    public static MapGround Draw(Topology topology, IReadOnlyList<Border> borders, Reference reference, MapFrame frame)
    {
        var lines = topology.Arcs.Select(a => Line(a.Points, frame)).ToList();
        var (order, land, areas) = (Order(reference), new PathText(), new List<MapArea>());
        foreach (var (code, rings) in topology.Areas.OrderBy(a => topology.LiesInAnother(a.Key, reference)).ThenBy(a => a.Key, StringComparer.Ordinal))
        {
            var area = reference.Areas[code];
            var drawn = rings.Select(r => Ring(r, lines)).Where(r => r.Count > 2 && frame.Meets(r)).ToList();
            if (drawn.Count == 0) continue;
            if (!RegionGeometry.IsIn(area)) drawn.ForEach(r => land.Add(r, closed: true));
            else areas.Add(new(code, Path(drawn), order.GetValueOrDefault(area.Party ?? ""), area.InRegion == "part"));
        }

        var edges = borders.Where(b => b.Party > 0).GroupBy(b => b.Party).OrderBy(g => g.Key).Select(g => (g.Key, Path(frame, g).ToString()));
        return new(frame, land.ToString(), areas, [.. edges], Path(frame, borders.Where(b => b.Party == 0)).ToString());
    }

    private static PathText Path(MapFrame frame, IEnumerable<Border> borders) =>
        borders.Select(b => Line(b.Points, frame)).Where(frame.Meets).Aggregate(new PathText(), (path, line) => path.Add(line));

    private static List<Dot> Line(IReadOnlyList<Position> points, MapFrame frame)
    {
        var dots = points.Select(frame.At).ToList();
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
