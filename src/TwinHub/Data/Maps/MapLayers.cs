using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Regions;

namespace TwinHub.Data.Maps;

/// <summary>What a map shows on its ground: one thing, and what helps to read it.</summary>
public sealed record MapLayers
{
    /// <summary>Areas that are hatched: the members of a zone.</summary>
    public IReadOnlyCollection<string> Hatched { get; init; } = [];
    /// <summary>Zones with a number, as diamonds.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];
    /// <summary>Projects with a line.</summary>
    public IReadOnlyList<MapProject> Projects { get; init; } = [];
    /// <summary>Class of each area, 1 (lowest) to 5; null: areas show their party. An area without a class has no data.</summary>
    public IReadOnlyDictionary<string, int>? Classes { get; init; }
    /// <summary>Addresses that areas lead to, by code.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();
    /// <summary>Areas and projects to look at closely; nothing: the whole region.</summary>
    public IReadOnlyCollection<string> LookAtAreas { get; init; } = [];
    public IReadOnlyCollection<string> LookAtProjects { get; init; } = [];
}

/// <summary>A project on a map: the style of its line says its state.</summary>
public sealed record MapProject(string Code, LocalText Name, ItemState State);

/// <summary>A label with its anchor; x and y in units of the view box.</summary>
/// <param name="Anchor">start, middle or end.</param>
public sealed record MapLabel(int X, int Y, string Text, string Anchor);

/// <summary>A place: a hub as a ringed disc, any other as a small ring.</summary>
public sealed record MapPlace(int X, int Y, bool Hub, MapLabel? Label);

/// <summary>A numbered zone.</summary>
public sealed record MapZone(int X, int Y, Zone Zone);

/// <summary>A project's line. Key: its letter where more lines are drawn than have room for names.</summary>
public sealed record MapLine(MapProject Project, string Path, string Key, bool Schematic, MapLabel? Label);

/// <summary>A map, ready to be written: the ground and what lies on it.</summary>
public sealed record MapDrawing(MapGround Ground, MapLayers Layers)
{
    public IReadOnlyList<MapArea> Hatched { get; init; } = [];
    public IReadOnlyList<MapLine> Lines { get; init; } = [];
    public IReadOnlyList<MapZone> Zones { get; init; } = [];
    public IReadOnlyList<MapPlace> Places { get; init; } = [];
    /// <summary>An area that lies only partly in the region is drawn.</summary>
    public bool HasPart => Ground.Areas.Any(a => a.Part);
    public int Width => MapFrame.Width;
    public int Height => Ground.Frame.Height;
}
