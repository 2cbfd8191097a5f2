using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TwinHub.Tests.Api;

/// <summary>Holds JSON against a schema of a description: as much of JSON Schema 2020-12 as the description uses. A member that the schema does not name is a fault.</summary>
internal sealed class SchemaCheck(JsonNode description)
{
    private static readonly string[] Known =
    [
        "type", "properties", "required", "additionalProperties", "items", "enum", "format", "minimum", "maximum", "minLength", "maxLength", "pattern", "oneOf", "$ref", "description", "default", "example", "title",
    ];

    /// <summary>What is wrong, each with its place; empty: it fits.</summary>
    public IReadOnlyList<string> Faults(JsonNode? value, JsonNode schema, string at = "$")
    {
        var rule = Resolve(schema);
        var unknown = rule.Select(k => k.Key).Where(k => !Known.Contains(k) && !k.StartsWith("x-", StringComparison.Ordinal)).Select(k => $"{at}: the check does not know {k}").ToList();
        if (unknown.Count > 0) return unknown;
        if (rule["oneOf"] is JsonArray any) return any.Any(s => Faults(value, s!, at).Count == 0) ? [] : [$"{at}: fits none of {any.Count}"];
        if (rule["type"] is { } types && !Types(types).Any(t => Is(value, t))) return [$"{at}: {Kind(value)} is not {types.ToJsonString()}"];
        if (rule["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value))) return [$"{at}: {value?.ToJsonString()} is not one of {words.ToJsonString()}"];
        return value switch
        {
            JsonObject members => [.. Members(members, rule, at)],
            JsonArray items => [.. items.SelectMany((item, i) => Faults(item, rule["items"] ?? new JsonObject(), $"{at}[{i}]"))],
            JsonValue one => [.. Scalar(one, rule, at)],
            _ => [],
        };
    }

    public JsonObject Resolve(JsonNode schema)
    {
        var rule = schema.AsObject();
        while (rule["$ref"] is { } reference) rule = reference.GetValue<string>().TrimStart('#', '/').Split('/').Aggregate(description, (node, part) => node[part]!).AsObject();
        return rule;
    }

    private IEnumerable<string> Members(JsonObject members, JsonObject rule, string at)
    {
        foreach (var name in (rule["required"] as JsonArray ?? []).Select(n => n!.GetValue<string>()).Where(n => !members.ContainsKey(n))) yield return $"{at}: {name} is missing";
        var known = rule["properties"] as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            if (known[name] is { } schema) foreach (var fault in Faults(value, schema, $"{at}.{name}")) yield return fault;
            else if (rule["additionalProperties"] is JsonObject others) foreach (var fault in Faults(value, others, $"{at}.{name}")) yield return fault;
            else if (rule.ContainsKey("properties") || rule.ContainsKey("additionalProperties")) yield return $"{at}.{name}: not described";
        }
    }

    private static IEnumerable<string> Scalar(JsonValue value, JsonObject rule, string at)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = value.GetValue<decimal>();
            if (rule["minimum"] is { } least && number < least.GetValue<decimal>()) yield return $"{at}: {number} is below {least}";
            if (rule["maximum"] is { } most && number > most.GetValue<decimal>()) yield return $"{at}: {number} is above {most}";
        }

        if (value.GetValueKind() != JsonValueKind.String) yield break;
        var text = value.GetValue<string>();
        if (rule["format"]?.GetValue<string>() is { } format && !HasFormat(text, format)) yield return $"{at}: {text} is no {format}";
        if (rule["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern)) yield return $"{at}: {text} does not match {pattern}";
        if (text.Length < (rule["minLength"]?.GetValue<int>() ?? 0) || text.Length > (rule["maxLength"]?.GetValue<int>() ?? int.MaxValue)) yield return $"{at}: {text.Length} characters";
    }

    private static bool HasFormat(string text, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$"),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => false,
    };

    private static IEnumerable<string> Types(JsonNode types) => types is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [types.GetValue<string>()];

    private static string Kind(JsonNode? value) => value?.GetValueKind().ToString() ?? "null";

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue v && v.GetValueKind() == JsonValueKind.String,
        "boolean" => value is JsonValue v && v.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value is JsonValue v && v.GetValueKind() == JsonValueKind.Number,
        "integer" => value is JsonValue v && v.GetValueKind() == JsonValueKind.Number && v.GetValue<decimal>() % 1 == 0,
        _ => false,
    };
}
