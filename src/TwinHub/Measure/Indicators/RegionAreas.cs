using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Maps;

namespace TwinHub.Measure.Indicators;

/// <summary>Areas that are compared: the region, its parties, its hubs, and the areas with an outline, which do not overlap.</summary>
public sealed record RegionAreas(string? Region, IReadOnlyList<(string Party, string Area)> Parties, IReadOnlyList<Area> Hubs, IReadOnlyList<Area> Compared)
{
    /// <summary>The region first, then the parties in their order.</summary>
    public IEnumerable<(string Party, string Area)> Tops => Region is null ? Parties : Parties.Prepend(("", Region));

    public HashSet<string> All => [.. Tops.Select(t => t.Area), .. Hubs.Select(h => h.Code), .. Compared.Select(c => c.Code)];

    public static RegionAreas Of(Reference reference, RegionGeometry geometry)
    {
        var areas = reference.Areas.Values.Where(RegionGeometry.IsIn).OrderBy(a => a.Code, StringComparer.Ordinal).ToList();
        return new(
            areas.FirstOrDefault(a => a.Level == "region")?.Code,
            [.. reference.Parties.Select(p => (p.Code, p.Area))],
            [.. areas.Where(a => a.Role == "hub")],
            [.. areas.Where(a => geometry.IsTop(a.Code))]);
    }
}
