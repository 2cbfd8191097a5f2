namespace TwinHub.Regions.Packs;

/// <summary>A position in degrees, WGS 84.</summary>
public readonly record struct LonLat(double Lon, double Lat);

/// <summary>The surface of an area: polygons → rings (the first is the outer one) → positions, the first repeated at the end.</summary>
public sealed record AreaShape(string Area, IReadOnlyList<IReadOnlyList<LonLat[]>> Polygons);

/// <summary>The course of a project: lines → positions.</summary>
/// <param name="Project">Code of the project.</param>
/// <param name="Schematic">The line shows what is joined, not where it runs.</param>
/// <param name="Lines">Parts of the course.</param>
public sealed record ProjectLine(string Project, bool Schematic, IReadOnlyList<LonLat[]> Lines);
