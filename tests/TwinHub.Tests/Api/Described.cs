using System.Text.Json.Nodes;

namespace TwinHub.Tests.Api;

/// <summary>One operation as the description says it; nothing here knows the program.</summary>
internal sealed record Described(string Method, string Path, JsonObject Node, JsonNode Whole)
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    public string Id => Node["operationId"]!.GetValue<string>();
    public string Scope => Node["x-scope"]!.GetValue<string>();
    public string? TagOf => Node["x-etag-of"]?.GetValue<string>();
    public IReadOnlyList<JsonObject> Parameters => [.. (Node["parameters"] as JsonArray ?? []).Select(p => p!.AsObject())];
    public IEnumerable<JsonObject> OfQuery => Parameters.Where(p => p["in"]!.GetValue<string>() == "query");
    public JsonNode? Takes => Node["requestBody"]?["content"]?["application/json"];

    public static IReadOnlyList<Described> Read(JsonNode whole) =>
    [
        .. from path in whole["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where Methods.Contains(operation.Key)
           select new Described(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject(), whole),
    ];

    public static string NameOf(JsonNode parameter) => parameter["name"]!.GetValue<string>();

    public static string Written(JsonNode example) => example is JsonValue value && value.TryGetValue<string>(out var text) ? text : example.ToJsonString();

    /// <summary>The address with its examples, and what must stand in the query.</summary>
    /// <param name="query">What else stands there.</param>
    /// <param name="instead">Other values of parameters, by name.</param>
    public string Address(IEnumerable<(string Name, string Value)>? query = null, IReadOnlyDictionary<string, string>? instead = null)
    {
        string Of(JsonNode p) => instead?.GetValueOrDefault(NameOf(p)) ?? Written(p["example"]!);
        var path = Parameters.Where(p => p["in"]!.GetValue<string>() == "path").Aggregate(Path, (at, p) => at.Replace($"{{{NameOf(p)}}}", Uri.EscapeDataString(Of(p)), StringComparison.Ordinal));
        var asked = OfQuery.Where(p => p["required"]?.GetValue<bool>() == true).Select(p => (Name: NameOf(p), Value: Of(p))).Concat(query ?? []).ToList();
        return asked.Count == 0 ? path : $"{path}?{string.Join('&', asked.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"))}";
    }

    /// <summary>The description of an answer; null: the operation does not have it.</summary>
    public JsonObject? Answer(int status, SchemaCheck check) => Node["responses"]![$"{status}"] is { } answer ? check.Resolve(answer) : null;
}
