using TwinHub.Core.Regions;

namespace TwinHub.Data.Maps;

/// <summary>One line of a border. Party: its place in the order where the region ends; 0: between parties.</summary>
public sealed record Border(int Party, IReadOnlyList<Position> Points);

/// <summary>
/// Borders of the parties, found by cancelling what two areas of one party share. Outlines of different origin do not meet point by point:
/// where one runs along another, closer than <see cref="Near"/>, the two count as one border.
/// </summary>
public sealed class Borders
{
    private const double Near = 0.035; // degrees
    private readonly Reference reference;
    private readonly Dictionary<string, int> order;
    private readonly List<(Area Area, IReadOnlyList<Position> Points)> open = [];
    private readonly List<Border> found = [];

    private Borders(Reference reference) => (this.reference, order) = (reference, reference.Parties.Select((p, i) => (p.Code, i + 1)).ToDictionary(p => p.Code, p => p.Item2));

    /// <summary>O(n²) in the points of outlines that no neighbour shares.</summary>
    public static IReadOnlyList<Border> Of(Topology topology, Reference reference)
    {
        var borders = new Borders(reference);
        foreach (var arc in topology.Arcs) borders.Sort(arc, topology);
        foreach (var (area, points) in borders.open) borders.Trace(area, points);
        return borders.found;
    }

    private void Sort(Arc arc, Topology topology)
    {
        // An area inside another one that is drawn adds no border.
        var inside = arc.Sides.Where(c => !topology.LiesInAnother(c, reference)).Select(c => reference.Areas[c]).Where(RegionGeometry.IsIn).ToList();
        if (inside.Select(a => a.Party).Distinct().Count() > 1) found.Add(new(0, arc.Points));
        else if (inside.Count == 1 && arc.Sides.Count > 1) found.Add(new(Place(inside[0]), arc.Points));
        else if (inside.Count == 1) open.Add((inside[0], arc.Points));
    }

    /// <summary>Cuts a line that nobody shares into stretches beside another party, beside an own area, and at the region's edge.</summary>
    private void Trace(Area area, IReadOnlyList<Position> points)
    {
        var others = open.Where(o => o.Area.Code != area.Code && Meets(points, o.Points)).ToList();
        var run = new List<Position>();
        int? kind = null;
        foreach (var point in points)
        {
            var next = Kind(area, point, others);
            if (kind is { } before && next != before)
            {
                run.Add(point);
                Close(area, before, run);
                run = [];
            }

            kind = next;
            run.Add(point);
        }

        Close(area, kind ?? 0, run);
    }

    /// <summary>Place of the party on the other side; 0: nobody of the region.</summary>
    private int Kind(Area area, Position point, List<(Area Area, IReadOnlyList<Position> Points)> others)
    {
        var (kind, least) = (0, Near * Near);
        foreach (var other in others)
        {
            var squared = Along(point, other.Points);
            if (squared < least) (kind, least) = (Place(other.Area), squared);
        }

        return kind;
    }

    private void Close(Area area, int kind, List<Position> run)
    {
        var own = Place(area);
        if (run.Count < 2 || kind == own) return;
        if (kind == 0) found.Add(new(own, run));
        else if (own < kind) found.Add(new(0, run)); // of the two lines the first party's stands for both
    }

    private int Place(Area area) => order.GetValueOrDefault(area.Party ?? "");

    /// <summary>Squared distance to a line, but not to its ends: where two outlines only meet, neither runs along the other.</summary>
    private static double Along(Position p, IReadOnlyList<Position> line)
    {
        var least = double.MaxValue;
        for (var i = 1; i < line.Count; i++)
        {
            var (a, b) = (line[i - 1], line[i]);
            if (Math.Abs(p.Lon - a.Lon) > 1 || Math.Abs(p.Lat - a.Lat) > 1) continue;
            var (dx, dy) = (b.Lon - a.Lon, b.Lat - a.Lat);
            var t = (((p.Lon - a.Lon) * dx) + ((p.Lat - a.Lat) * dy)) / Math.Max((dx * dx) + (dy * dy), 1e-12);
            if ((i == 1 && t < 0) || (i == line.Count - 1 && t > 1)) continue;
            t = Math.Clamp(t, 0, 1);
            var (ex, ey) = (p.Lon - a.Lon - (t * dx), p.Lat - a.Lat - (t * dy));
            least = Math.Min(least, (ex * ex) + (ey * ey));
        }

        return least;
    }

    private static bool Meets(IReadOnlyList<Position> a, IReadOnlyList<Position> b) =>
        a.Min(p => p.Lon) - Near <= b.Max(p => p.Lon) && b.Min(p => p.Lon) - Near <= a.Max(p => p.Lon)
        && a.Min(p => p.Lat) - Near <= b.Max(p => p.Lat) && b.Min(p => p.Lat) - Near <= a.Max(p => p.Lat);
}
