using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TwinHub.Language;

namespace TwinHub.Api;

/// <summary>What the types of answers and bodies do not say by themselves.</summary>
internal static class DescribeSchemas
{
    private const string Answer = "Json", Rows = "PageJsonOf";

    /// <summary>ItemJson is Item; a page of them is ItemPage.</summary>
    public static string Named(string id) => id.StartsWith(Rows, StringComparison.Ordinal) ? Named(id[Rows.Length..]) + "Page" : id.EndsWith(Answer, StringComparison.Ordinal) ? id[..^Answer.Length] : id;

    /// <summary>An answer always has every member; a body has those that are asked for, and no other.</summary>
    public static Task HandleAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (schema.Properties is not { Count: > 0 } properties || type.Namespace?.StartsWith("TwinHub", StringComparison.Ordinal) != true) return Task.CompletedTask;
        if (type.Name.Contains(Answer, StringComparison.Ordinal)) (schema.Required, schema.AdditionalPropertiesAllowed) = (properties.Keys.ToHashSet(StringComparer.Ordinal), true);
        else Ask(schema, properties, [.. context.JsonTypeInfo.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true).Select(p => p.Name)]);
        return Task.CompletedTask;
    }

    /// <summary>What is asked for may not be null.</summary>
    private static void Ask(OpenApiSchema schema, IDictionary<string, IOpenApiSchema> properties, IReadOnlyList<string> asked)
    {
        (schema.Required, schema.AdditionalPropertiesAllowed) = (asked.ToHashSet(StringComparer.Ordinal), false);
        foreach (var name in asked)
        {
            if (properties[name] is OpenApiSchema { Type: { } type } one) one.Type = type & ~JsonSchemaType.Null;
        }
    }

    /// <summary>RFC 9457.</summary>
    public static OpenApiSchema Problem()
    {
        var words = Words.In("en");
        OpenApiSchema Of(string member, JsonSchemaType type, OpenApiSchema? items = null) => new() { Type = type, Description = words[$"api.problem.{member}"], Items = items };
        var texts = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = words["api.problem"],
            Required = new HashSet<string> { "type", "title", "status" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Of("type", JsonSchemaType.String),
                ["title"] = Of("title", JsonSchemaType.String),
                ["status"] = Of("status", JsonSchemaType.Integer),
                ["detail"] = Of("detail", JsonSchemaType.String),
                ["values"] = Of("values", JsonSchemaType.Array, new() { Type = JsonSchemaType.String }),
                ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = words["api.problem.errors"], AdditionalProperties = texts },
            },
        };
    }
}
