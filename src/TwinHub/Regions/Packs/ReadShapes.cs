using System.Text.Json;

namespace TwinHub.Regions.Packs;

/// <summary>Reads areas.geojson (polygons) and project_lines.geojson (lines). In a fault the row is the number of the feature.</summary>
internal sealed class ReadShapes(PackReading reading, string file)
{
    private readonly HashSet<string> seen = [];
    private int positions;
    private string problem = "geo.shape";

    public static IReadOnlyList<AreaShape> AreasFrom(PackFolder files, PackReading reading)
    {
        var read = new ReadShapes(reading, PackFolder.AreasFile);
        return read.Features(files, feature => read.Code(feature, "code", "areas") is { } code && read.Polygons(feature) is { } polygons ? new AreaShape(code, polygons) : null);
    }

    public static IReadOnlyList<ProjectLine> LinesFrom(PackFolder files, PackReading reading)
    {
        var read = new ReadShapes(reading, PackFolder.LinesFile);
        return read.Features(files, feature => read.Code(feature, "project", "projects") is { } code && read.Lines(feature) is { } lines ? new ProjectLine(code, read.Schematic(feature), lines) : null);
    }

    private List<T> Features<T>(PackFolder files, Func<Feature, T?> shape) where T : class
    {
        var shapes = new List<T>();
        if (files.Text(file, required: false) is not { } bytes) return shapes;
        using var document = Parse(bytes);
        if (document is null) return shapes;
        if (Property(document.RootElement, "features") is not { ValueKind: JsonValueKind.Array } features)
        {
            reading.Faults.Add(new FaultPlace(file), "geo.collection");
            return shapes;
        }
        var number = 0;
        foreach (var json in features.EnumerateArray())
        {
            if (shape(new Feature(++number, json)) is { } read) shapes.Add(read);
            if (positions > PackLimits.Positions) break;
        }
        if (positions > PackLimits.Positions) reading.Faults.Add(new FaultPlace(file, number), "geo.positions", ("limit", PackLimits.Positions));
        return shapes;
    }

    private JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            var mark = bytes.Length - Utf8Text.WithoutMark(bytes).Length;
            return JsonDocument.Parse(bytes.AsMemory(mark), new JsonDocumentOptions { MaxDepth = PackLimits.GeoDepth });
        }
        catch (JsonException wrong)
        {
            reading.Faults.Add(new FaultPlace(file, (int)(wrong.LineNumber ?? 0) + 1), "geo.syntax", ("limit", PackLimits.GeoDepth));
            return null;
        }
    }

    private string? Code(Feature feature, string property, string table)
    {
        var value = Property(Property(feature.Json, "properties"), property);
        if (Text(value) is not { Length: > 0 } code) return Refuse<string>(feature, property, "cell.missing");
        if (!reading.Knows(table, code)) return Refuse<string>(feature, property, "cell.reference", ("value", code), ("table", table + ".csv"));
        if (table == "areas" && !seen.Add(code)) return Refuse<string>(feature, property, "geo.twice", ("value", code));
        return code;
    }

    private bool Schematic(Feature feature)
    {
        var value = Property(Property(feature.Json, "properties"), "schematic")?.ValueKind;
        if (value is JsonValueKind.True or JsonValueKind.False) return value == JsonValueKind.True;
        reading.Faults.Add(new FaultPlace(file, feature.Number, "schematic"), "geo.schematic");
        return true;
    }

    private List<IReadOnlyList<LonLat[]>>? Polygons(Feature feature)
    {
        var parts = Parts(feature, "Polygon", "MultiPolygon");
        var polygons = parts?.Select(p => Runs(p, ring: true)).ToList();
        return polygons is null || polygons.Contains(null) ? Refused<List<IReadOnlyList<LonLat[]>>>(feature) : [.. polygons.Select(p => p!)];
    }

    private List<LonLat[]>? Lines(Feature feature)
    {
        var parts = Parts(feature, "LineString", "MultiLineString");
        var lines = parts?.Select(p => Positions(p, ring: false)).ToList();
        return lines is null || lines.Contains(null) ? Refused<List<LonLat[]>>(feature) : [.. lines.Select(l => l!)];
    }

    private List<JsonElement>? Parts(Feature feature, string one, string many)
    {
        problem = "geo.shape";
        var geometry = Property(feature.Json, "geometry");
        if (Property(geometry, "coordinates") is not { ValueKind: JsonValueKind.Array } coordinates || coordinates.GetArrayLength() == 0) return null;
        var type = Text(Property(geometry, "type"));
        return type == one ? [coordinates] : type == many ? [.. coordinates.EnumerateArray()] : null;
    }

    private IReadOnlyList<LonLat[]>? Runs(JsonElement polygon, bool ring)
    {
        if (polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() == 0) return null;
        var runs = polygon.EnumerateArray().Select(r => Positions(r, ring)).ToList();
        return runs.Contains(null) ? null : [.. runs.Select(r => r!)];
    }

    private LonLat[]? Positions(JsonElement run, bool ring)
    {
        if (run.ValueKind != JsonValueKind.Array || (positions += run.GetArrayLength()) > PackLimits.Positions) return null;
        var read = new LonLat[run.GetArrayLength()];
        var at = 0;
        foreach (var position in run.EnumerateArray())
        {
            if (!TryRead(position, out read[at++])) return null;
        }
        return read.Length < (ring ? 4 : 2) ? Problem("geo.short") : ring && read[0] != read[^1] ? Problem("geo.open") : read;
    }

    private bool TryRead(JsonElement position, out LonLat read)
    {
        read = default;
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() is < 2 or > 3) return false;
        if (position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number) return false;
        read = new LonLat(position[0].GetDouble(), position[1].GetDouble());
        if (Math.Abs(read.Lon) <= 180 && Math.Abs(read.Lat) <= 90) return true;
        problem = "geo.range";
        return false;
    }

    private LonLat[]? Problem(string code)
    {
        problem = code;
        return null;
    }

    private T? Refused<T>(Feature feature) where T : class =>
        positions > PackLimits.Positions ? null : Refuse<T>(feature, "geometry", problem);

    private T? Refuse<T>(Feature feature, string column, string code, params ReadOnlySpan<(string, object)> values) where T : class
    {
        reading.Faults.Add(new FaultPlace(file, feature.Number, column), code, values);
        return null;
    }

    private static JsonElement? Property(JsonElement? json, string name) =>
        Whole(() => json is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : (JsonElement?)null);

    private static string? Text(JsonElement? json) => Whole(() => json is { ValueKind: JsonValueKind.String } text ? text.GetString() : null);

    // An escaped half of a character is legal JSON, but no text: what needs it is not there.
    private static T? Whole<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private readonly record struct Feature(int Number, JsonElement Json);
}
