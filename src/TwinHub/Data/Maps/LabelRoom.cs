namespace TwinHub.Data.Maps;

/// <summary>Keeps labels and marks of a map apart: first come, first placed; what finds no room is left out.</summary>
/// <param name="width">Of the view box.</param>
/// <param name="height">Of the view box.</param>
internal sealed class LabelRoom(int width, int height)
{
    private const double WideChar = 1.0, NarrowChar = 0.56, Line = 1.15;
    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <summary>Takes room around a point; false when something is there.</summary>
    public bool TryTake(double x, double y, double half) => TryTake((x - half, y - half, x + half, y + half));

    public void Take(double x, double y, double half) => taken.Add((x - half, y - half, x + half, y + half));

    /// <summary>A place for the text beside a mark: right, left, above, below.</summary>
    public MapLabel? Beside(int x, int y, int away, (string Text, double Size) label)
    {
        var wide = Wide(label.Text, label.Size);
        var lift = label.Size * 0.36;
        (double Left, int X, int Y, string Anchor)[] places =
        [
            (x + away, x + away, (int)(y + lift), "start"), (x - away - wide, x - away, (int)(y + lift), "end"),
            (x - (wide / 2), x, y - away, "middle"), (x - (wide / 2), x, (int)(y + away + (2 * lift)), "middle"),
        ];
        foreach (var place in places)
        {
            if (TryTake((place.Left, place.Y - label.Size, place.Left + wide, place.Y + (label.Size * (Line - 1))))) return new(place.X, place.Y, label.Text, place.Anchor);
        }

        return null;
    }

    /// <summary>Width of a text in units: a Chinese character is as wide as high.</summary>
    public static double Wide(string text, double size) => text.Sum(c => c >= 0x2E80 ? WideChar : NarrowChar) * size;

    private bool TryTake((double Left, double Top, double Right, double Bottom) box)
    {
        if (box.Left < 2 || box.Top < 2 || box.Right > width - 2 || box.Bottom > height - 2) return false;
        if (taken.Exists(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom)) return false;
        taken.Add(box);
        return true;
    }
}
