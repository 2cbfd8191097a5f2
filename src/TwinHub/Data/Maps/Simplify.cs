namespace TwinHub.Data.Maps;

/// <summary>Leaves out the points of a line that nobody would see.</summary>
public static class Simplify
{
    /// <summary>The line with every left-out point at most <paramref name="tolerance"/> from it. Ends stay; a closed line keeps its farthest point.</summary>
    /// <param name="line">Dots in order. Shape [n], n ≥ 1.</param>
    /// <param name="tolerance">Dots.</param>
    /// <remarks>O(n log n) as a rule. Source: Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line", 1973.</remarks>
    public static List<Dot> Line(IReadOnlyList<Dot> line, double tolerance)
    {
        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (open.TryPop(out var span))
        {
            var (at, distance) = Farthest(line, span.From, span.To);
            if (at < 0 || distance <= tolerance * tolerance) continue;
            keep[at] = true;
            open.Push((span.From, at));
            open.Push((at, span.To));
        }

        var kept = new List<Dot>();
        for (var i = 0; i < line.Count; i++)
        {
            if (keep[i] && (kept.Count == 0 || kept[^1] != line[i])) kept.Add(line[i]);
        }

        return kept;
    }

    private static (int At, double Squared) Farthest(IReadOnlyList<Dot> line, int from, int to)
    {
        var (at, most) = (-1, -1.0);
        for (var i = from + 1; i < to; i++)
        {
            var squared = Squared(line[i], line[from], line[to]);
            if (squared > most) (at, most) = (i, squared);
        }

        return (at, most);
    }

    /// <summary>Squared distance from a point to a stretch; the stretch may be a point.</summary>
    private static double Squared(Dot p, Dot a, Dot b)
    {
        var (dx, dy) = ((double)b.X - a.X, (double)b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var t = length > 0 ? Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1) : 0;
        var (ex, ey) = (p.X - a.X - (t * dx), p.Y - a.Y - (t * dy));
        return (ex * ex) + (ey * ey);
    }
}
