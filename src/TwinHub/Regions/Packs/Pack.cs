namespace TwinHub.Regions.Packs;

/// <summary>A region as data, read from a folder. Load it only when it was read without faults.</summary>
public sealed class Pack
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<PackRow>> tables;

    internal Pack(RegionSettings region, IReadOnlyDictionary<string, IReadOnlyList<PackRow>> tables) =>
        (Region, this.tables) = (region, tables);

    public RegionSettings Region { get; }

    /// <summary>Polygons of areas, from areas.geojson.</summary>
    public IReadOnlyList<AreaShape> AreaShapes { get; init; } = [];

    /// <summary>Lines of projects, from project_lines.geojson.</summary>
    public IReadOnlyList<ProjectLine> ProjectLines { get; init; } = [];

    /// <summary>Sentences of the interface, from words.LANGUAGE.txt.</summary>
    public IReadOnlyList<PackWords> Words { get; init; } = [];

    /// <summary>Rows of a table in the order of its file; none where the pack lacks the file.</summary>
    /// <exception cref="ArgumentException">The format has no such table.</exception>
    public IReadOnlyList<PackRow> this[string table] =>
        tables.TryGetValue(table, out var rows) ? rows
        : PackFormat.Current.Table(table) is null ? throw new ArgumentException($"A pack has no table {table}.", nameof(table)) : [];
}
