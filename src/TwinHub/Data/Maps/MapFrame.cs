namespace TwinHub.Data.Maps;

/// <summary>A point of a drawing. Unit: half a unit of the drawing's view box.</summary>
public readonly record struct Dot(int X, int Y);

/// <summary>What part of the earth a drawing shows, and how: equirectangular, true to scale at its middle.</summary>
/// <param name="West">Degrees.</param>
/// <param name="North">Degrees.</param>
/// <param name="DotsPerDegree">Along a meridian.</param>
/// <param name="Narrow">Length of a degree of longitude over one of latitude.</param>
/// <param name="Height">Of the view box, in its units.</param>
public sealed record MapFrame(double West, double North, double DotsPerDegree, double Narrow, int Height)
{
    /// <summary>Width of the view box.</summary>
    public const int Width = 640;
    /// <summary>Whole numbers at half a unit are finer than the line is wide.</summary>
    public const int DotsPerUnit = 2;

    private const double Margin = 0.05, LeastDegrees = 0.4, LeastRatio = 0.56, MostRatio = 0.78;

    /// <summary>The frame around positions, with a margin, wider than high.</summary>
    public static MapFrame Around(IEnumerable<Position> positions)
    {
        var (west, south, east, north) = (180.0, 90.0, -180.0, -90.0);
        foreach (var (lon, lat) in positions) (west, south, east, north) = (Math.Min(west, lon), Math.Min(south, lat), Math.Max(east, lon), Math.Max(north, lat));
        if (west > east) (west, south, east, north) = (-1, -1, 1, 1);
        var (lonMiddle, latMiddle) = ((west + east) / 2, (south + north) / 2);
        var narrow = Math.Cos(latMiddle * Math.PI / 180);
        var wide = Math.Max((east - west) * narrow, LeastDegrees) * (1 + (2 * Margin));
        var high = Math.Max(north - south, LeastDegrees * LeastRatio) * (1 + (2 * Margin));
        if (high > wide * MostRatio) wide = high / MostRatio;
        if (high < wide * LeastRatio) high = wide * LeastRatio;
        return new(lonMiddle - (wide / narrow / 2), latMiddle + (high / 2), Width * DotsPerUnit / wide, narrow, (int)Math.Ceiling(high / wide * Width));
    }

    public Dot At(Position position) => new(
        (int)Math.Round((position.Lon - West) * Narrow * DotsPerDegree), (int)Math.Round((North - position.Lat) * DotsPerDegree));

    /// <summary>Whether a line may show: its box meets the frame's.</summary>
    public bool Meets(IReadOnlyList<Dot> line)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var (x, y) in line) (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return right >= 0 && left <= Width * DotsPerUnit && bottom >= 0 && top <= Height * DotsPerUnit;
    }
}
