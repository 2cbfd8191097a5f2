using System.Globalization;
using System.Text;

namespace TwinHub.Data.Maps;

/// <summary>Writes lines as the d attribute of an SVG path, in as few characters as whole numbers allow.</summary>
public sealed class PathText
{
    private readonly StringBuilder text = new();
    private Dot at;

    public bool IsEmpty => text.Length == 0;

    public PathText Add(IReadOnlyList<Dot> line, bool closed = false)
    {
        if (line.Count < 2) return this;
        Move(line[0]);
        text.Append('l');
        var first = true;
        for (var i = 1; i < line.Count - (closed && line[^1] == line[0] ? 1 : 0); i++)
        {
            Number(line[i].X - at.X, first);
            Number(line[i].Y - at.Y, first: false);
            (at, first) = (line[i], false);
        }

        if (closed) Close(line[0]);
        return this;
    }

    public override string ToString() => text.ToString();

    private void Move(Dot to)
    {
        text.Append(text.Length == 0 ? 'M' : 'm');
        Number(to.X - at.X, first: true);
        Number(to.Y - at.Y, first: false);
        at = to;
    }

    private void Close(Dot start)
    {
        text.Append('z');
        at = start;
    }

    private void Number(int number, bool first)
    {
        if (!first && number >= 0) text.Append(' ');
        text.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
