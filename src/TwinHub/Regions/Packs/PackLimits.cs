namespace TwinHub.Regions.Packs;

/// <summary>How large a pack may be. What is larger is refused with a fault that names the limit; it is never read whole.</summary>
public static class PackLimits
{
    public const long FileBytes = 64L * 1024 * 1024;

    /// <summary>All files of a pack together.</summary>
    public const long PackBytes = 256L * 1024 * 1024;

    public const long RegionBytes = 1024 * 1024;

    public const int Rows = 1_000_000;

    public const int Columns = 200;

    public const int CellBytes = 64 * 1024;

    /// <summary>Levels of region.yaml.</summary>
    public const int YamlDepth = 16;

    /// <summary>Levels of a GeoJSON file.</summary>
    public const int GeoDepth = 16;

    /// <summary>Positions of one GeoJSON file.</summary>
    public const int Positions = 2_000_000;

    /// <summary>Files and folders in the pack's folder.</summary>
    public const int Entries = 1_000;

    /// <summary>Faults of one kind in one file that are told one by one; the others are counted.</summary>
    public const int FaultsOfAKind = 1_000;
}
