using TwinHub.Core.Regions;

namespace TwinHub.Language;

/// <summary>A language of the region: code in addresses, BCP 47 tag, its own name.</summary>
public sealed record RegionLanguage(string Code, string Tag, string Name)
{
    /// <summary>Languages in the region's order.</summary>
    public static IReadOnlyList<RegionLanguage> Of(Region region) =>
        [.. region.Languages.Split(';').Select(l => l.Split('=', 3)).Select(l => new RegionLanguage(l[0], l[1], l[2]))];
}
