using System.Globalization;

namespace TwinHub.Data.Maps;

/// <summary>A position in degrees, WGS 84.</summary>
public readonly record struct Position(double Lon, double Lat);

/// <summary>A piece of outline between two points where outlines meet or part.</summary>
/// <param name="Points">In order. A closed piece repeats its first point at the end.</param>
/// <param name="Sides">Codes of the areas that it bounds: one at the edge of what is drawn, two between neighbours.</param>
public sealed record Arc(IReadOnlyList<Position> Points, IReadOnlyList<string> Sides);

/// <summary>One arc as a ring goes through it.</summary>
public readonly record struct ArcUse(int Arc, bool Backwards);

/// <summary>
/// Outlines cut into arcs. A border that two neighbours share is one arc, so that it is simplified once, leaves no gap, and cancels out
/// where both sides are of one kind.
/// </summary>
public sealed class Topology
{
    private readonly Dictionary<Position, int> ids = [];
    private readonly List<Position> points = [];
    private readonly List<HashSet<int>> neighbours = [];
    private readonly Dictionary<(int From, int To), ArcUse> known = [];
    private readonly List<(IReadOnlyList<Position> Points, SortedSet<string> Sides)> arcs = [];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<ArcUse>>> areas = new(StringComparer.Ordinal);

    private Topology() { }

    public IReadOnlyList<Arc> Arcs { get; private set; } = [];
    /// <summary>Rings of each area, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<ArcUse>>> Areas => areas;

    /// <summary>Cuts outlines where three or more lines meet. O(points).</summary>
    /// <param name="outlines">Rings of "lon lat" pairs, separated by |, first point repeated at the end.</param>
    public static Topology Of(IEnumerable<AreaOutline> outlines)
    {
        var cut = new Topology();
        var rings = outlines.OrderBy(o => o.Area, StringComparer.Ordinal).Select(o => (o.Area, Rings: Read(o.Rings).Select(cut.Learn).ToList())).ToList();
        foreach (var (area, own) in rings) cut.areas[area] = [.. own.Where(r => r.Count > 2).Select(r => cut.Cut(area, r))];
        cut.Arcs = [.. cut.arcs.Select(a => new Arc(a.Points, [.. a.Sides]))];
        return cut;
    }

    /// <summary>Whether a unit above the area has an outline too.</summary>
    public bool LiesInAnother(string area, Reference reference)
    {
        for (var above = reference.Areas[area].Parent; above is not null; above = reference.Areas.GetValueOrDefault(above)?.Parent)
        {
            if (areas.ContainsKey(above)) return true;
        }

        return false;
    }

    /// <summary>Reads lines of "lon lat" pairs, separated by |.</summary>
    public static IEnumerable<List<Position>> Read(string lines) => lines.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(ReadLine);

    private static List<Position> ReadLine(string line)
    {
        var numbers = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var read = new List<Position>(numbers.Length / 2);
        for (var i = 0; i + 1 < numbers.Length; i += 2) read.Add(new(Number(numbers[i]), Number(numbers[i + 1])));
        return read;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The ring as point ids, without the repeated last one; remembers who lies beside whom.</summary>
    private List<int> Learn(List<Position> ring)
    {
        var own = new List<int>(ring.Count);
        foreach (var position in ring)
        {
            var id = Id(position);
            if (own.Count == 0 || own[^1] != id) own.Add(id);
        }

        if (own.Count > 1 && own[0] == own[^1]) own.RemoveAt(own.Count - 1);
        for (var i = 0; i < own.Count; i++) Join(own[i], own[(i + 1) % own.Count]);
        return own;
    }

    private int Id(Position position)
    {
        if (ids.TryGetValue(position, out var id)) return id;
        ids[position] = points.Count;
        points.Add(position);
        neighbours.Add([]);
        return points.Count - 1;
    }

    private void Join(int a, int b)
    {
        neighbours[a].Add(b);
        neighbours[b].Add(a);
    }

    private List<ArcUse> Cut(string area, List<int> ring)
    {
        var start = ring.FindIndex(IsNode);
        if (start < 0) start = ring.IndexOf(ring.Min()); // a ring that meets no other begins where its neighbour's would
        var uses = new List<ArcUse>();
        var piece = new List<int> { ring[start] };
        for (var i = 1; i <= ring.Count; i++)
        {
            var id = ring[(start + i) % ring.Count];
            piece.Add(id);
            if (!IsNode(id) && i < ring.Count) continue;
            uses.Add(Use(area, piece));
            piece = [id];
        }

        return uses;
    }

    private bool IsNode(int id) => neighbours[id].Count != 2;

    private ArcUse Use(string area, List<int> piece)
    {
        if (!known.TryGetValue((piece[0], piece[1]), out var use))
        {
            use = new(arcs.Count, Backwards: false);
            arcs.Add(([.. piece.Select(id => points[id])], new SortedSet<string>(StringComparer.Ordinal)));
            known[(piece[^1], piece[^2])] = use with { Backwards = true };
            known[(piece[0], piece[1])] = use;
        }

        arcs[use.Arc].Sides.Add(area);
        return use;
    }
}
