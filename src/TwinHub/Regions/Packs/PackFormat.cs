using System.Text.Json;

namespace TwinHub.Regions.Packs;

/// <summary>The pack format as its JSON Schema (docs/formats/pack.schema.json) says it; there is no second list of columns.</summary>
public sealed class PackFormat
{
    private static readonly Lazy<PackFormat> Built = new(ReadBuiltIn);
    private readonly Dictionary<string, PackTable> byName;

    private PackFormat(JsonElement schema)
    {
        var properties = schema.GetProperty("properties");
        var required = Names(schema, "required");
        Region = properties.GetProperty("region");
        Local = schema.GetProperty("$defs").GetProperty("local");
        Tables = [.. properties.EnumerateObject().Where(p => p.Name != "region").Select(p => PackTable.Read(p.Name, p.Value, required.Contains(p.Name)))];
        byName = Tables.ToDictionary(t => t.Name);
    }

    /// <summary>The format that this program reads.</summary>
    public static PackFormat Current => Built.Value;

    /// <summary>In the order of the schema.</summary>
    public IReadOnlyList<PackTable> Tables { get; }

    /// <summary>The schema of region.yaml.</summary>
    public JsonElement Region { get; }

    internal JsonElement Local { get; }

    /// <summary>The table of that name, or null.</summary>
    public PackTable? Table(string name) => byName.GetValueOrDefault(name);

    internal static IReadOnlyList<string> Names(JsonElement element, string property) =>
        element.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];

    internal static string? Word(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static PackFormat ReadBuiltIn()
    {
        using var stream = typeof(PackFormat).Assembly.GetManifestResourceStream("pack.schema.json")!;
        return new PackFormat(JsonDocument.Parse(stream).RootElement);
    }
}

/// <summary>One CSV file of a pack.</summary>
/// <param name="Name">Its name without ending.</param>
/// <param name="Columns">In the order of the schema.</param>
/// <param name="Key">Columns whose values together occur once; empty: no key.</param>
public sealed record PackTable(string Name, IReadOnlyList<PackColumn> Columns, IReadOnlyList<string> Key)
{
    public string File => Name + ".csv";

    public required string Description { get; init; }

    /// <summary>Every pack has this file.</summary>
    public required bool Required { get; init; }

    public PackColumn? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);

    internal static PackTable Read(string name, JsonElement table, bool required)
    {
        var row = table.GetProperty("items");
        var mandatory = PackFormat.Names(row, "required");
        PackColumn[] columns = [.. row.GetProperty("properties").EnumerateObject().Select(p => PackColumn.Read(p.Name, p.Value, mandatory.Contains(p.Name)))];
        return new PackTable(name, columns, PackFormat.Names(table, "x-key")) { Description = PackFormat.Word(table, "description")!, Required = required };
    }
}
