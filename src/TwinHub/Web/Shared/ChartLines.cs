namespace TwinHub.Web.Shared;

/// <summary>One line of a chart. Where a value is null nothing is known, and the line breaks.</summary>
/// <param name="Class">p1, p2, … for a party; ink for the region; plan for a dotted one.</param>
public sealed record ChartLine(string Name, string Class, IReadOnlyList<decimal?> Values);

/// <summary>A line chart over periods: places, ticks and labels in units of its view box, worked out before it is written.</summary>
public sealed class ChartLines
{
    public const int Width = 620, Height = 260, Left = 44, Right = 430, Top = 16, Bottom = 230;
    private const int LabelGap = 15, MostTicks = 6;
    private readonly decimal low, high, step;

    /// <param name="times">Where each period lies, rising; any unit.</param>
    /// <param name="fromZero">The axis begins at 0: amounts. An index may begin higher, and the page says so.</param>
    public ChartLines(IReadOnlyList<string> periods, IReadOnlyList<decimal> times, IReadOnlyList<ChartLine> lines, bool fromZero)
    {
        (Periods, Times, Lines) = (periods, times, lines);
        var values = lines.SelectMany(l => l.Values).OfType<decimal>().DefaultIfEmpty(0).ToList();
        var (least, most) = (fromZero ? Math.Min(0, values.Min()) : values.Min(), values.Max());
        step = Step(most - least);
        (low, high) = (Math.Floor(least / step) * step, Math.Max(Math.Ceiling(most / step) * step, (Math.Floor(least / step) * step) + step));
        Labels = Place(lines.Where(l => l.Values.Any(v => v is not null)));
    }

    public IReadOnlyList<string> Periods { get; }
    public IReadOnlyList<decimal> Times { get; }
    public IReadOnlyList<ChartLine> Lines { get; }
    /// <summary>Label of each line beside its last value, moved apart.</summary>
    public IReadOnlyList<(ChartLine Line, int X, int Y)> Labels { get; }
    public bool CutsZero => low > 0;

    public IEnumerable<decimal> Ticks()
    {
        for (var tick = low; tick <= high; tick += step) yield return tick;
    }

    public int X(int period) => Times.Count < 2 ? (Left + Right) / 2 : (int)(Left + ((Right - Left) * (Times[period] - Times[0]) / (Times[^1] - Times[0])));

    public int Y(decimal value) => (int)(Bottom - ((Bottom - Top) * (value - low) / (high - low)));

    /// <summary>Stretches without a gap, as an SVG path.</summary>
    public string Path(ChartLine line)
    {
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < line.Values.Count; i++)
        {
            if (line.Values[i] is not { } value) continue;
            path.Append(i > 0 && line.Values[i - 1] is not null ? 'L' : 'M').Append(X(i)).Append(' ').Append(Y(value));
        }

        return path.ToString();
    }

    private List<(ChartLine, int, int)> Place(IEnumerable<ChartLine> lines)
    {
        var placed = new List<(ChartLine Line, int X, int Y)>();
        foreach (var line in lines.OrderBy(l => Y(l.Values.Last(v => v is not null)!.Value)))
        {
            var last = line.Values.Index().Last(v => v.Item is not null);
            var y = Y(last.Item!.Value) + 4;
            if (placed.Count > 0) y = Math.Max(y, placed[^1].Y + LabelGap);
            placed.Add((line, X(last.Index) + 8, y));
        }

        return placed;
    }

    /// <summary>1, 2 or 5 times a power of ten, so that a handful of ticks covers the range.</summary>
    private static decimal Step(decimal range)
    {
        if (range <= 0) return 1;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)range / MostTicks)));
        foreach (var times in (ReadOnlySpan<decimal>)[1, 2, 5, 10])
        {
            if (range / (times * power) <= MostTicks) return times * power;
        }

        return 10 * power;
    }
}
