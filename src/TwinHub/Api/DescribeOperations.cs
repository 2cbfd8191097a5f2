using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TwinHub.Language;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>Describes an operation by what it declares: parameters, scope, answers, refusals, examples.</summary>
internal static class DescribeOperations
{
    private static readonly Words Words = Words.In("en");

    public static Task HandleAsync(OpenApiOperation described, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var operation = context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Single();
        var document = context.Document!;
        (described.OperationId, described.Summary, described.Description) = (operation.Id, Words[$"api.{operation.Id}"], Words.Say("api.scope", operation.Scope));
        described.Tags = new HashSet<OpenApiTagReference> { new(operation.Tag, document) };
        described.Parameters = [.. operation.Parameters.Select(p => Describe(p, operation))];
        described.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Description.Bearer, document)] = [operation.Scope] }];
        described.Extensions = new Dictionary<string, IOpenApiExtension> { ["x-scope"] = new JsonNodeExtension(operation.Scope) };
        if (operation.TagOf is { } read) described.Extensions["x-etag-of"] = new JsonNodeExtension(read);
        if (described.RequestBody is OpenApiRequestBody body) Describe(body, operation);
        Answers(described, operation, document);
        return Task.CompletedTask;
    }

    public static string ErrorName(int status) => "Error" + status.ToString(CultureInfo.InvariantCulture);

    public static OpenApiResponse Error(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", document) } },
    };

    private static void Describe(OpenApiRequestBody body, Operation operation)
    {
        body.Required = true;
        foreach (var content in body.Content!.Values) content.Example = Example(operation.Id + ".body");
    }

    private static OpenApiParameter Describe(Parameter parameter, Operation operation) => new()
    {
        Name = parameter.Name,
        In = parameter.Place switch { ParameterPlace.Path => ParameterLocation.Path, ParameterPlace.Header => ParameterLocation.Header, _ => ParameterLocation.Query },
        Required = parameter.Required || (parameter.Name == Operation.IfMatch && !operation.Puts),
        Description = Words.Has($"api.{operation.Id}.{parameter.Name}") ? Words[$"api.{operation.Id}.{parameter.Name}"] : Words[$"api.parameter.{parameter.Name}"],
        Schema = SchemaOf(parameter),
        Example = parameter.Example.Length == 0 ? null : parameter.Kind switch
        {
            ParameterKind.Number => JsonValue.Create(long.Parse(parameter.Example, CultureInfo.InvariantCulture)),
            ParameterKind.Flag => JsonValue.Create(true),
            _ => JsonValue.Create(parameter.Example),
        },
    };

    private static OpenApiSchema SchemaOf(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Number => new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = parameter.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Most == long.MaxValue ? null : parameter.Most.ToString(CultureInfo.InvariantCulture),
            Default = parameter.Default is { } value ? JsonValue.Create(value) : null,
        },
        ParameterKind.Flag => new() { Type = JsonSchemaType.Boolean },
        ParameterKind.Day => new() { Type = JsonSchemaType.String, Format = "date" },
        ParameterKind.Word => new() { Type = JsonSchemaType.String, Enum = [.. parameter.Words.Select(w => (JsonNode)w)] },
        _ => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Parameter.MostTextChars },
    };

    private static void Answers(OpenApiOperation described, Operation operation, OpenApiDocument document)
    {
        var responses = described.Responses!;
        var done = (OpenApiResponse)responses[operation.Makes ? "201" : "200"];
        done.Description = Words[operation.Makes ? "api.made" : operation.Lists ? "api.page" : "api.one"];
        if (done.Content!.TryGetValue("application/json", out var content)) content.Example = Example(operation.Id);
        if (!operation.Lists && !operation.Writes)
        {
            done.Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = new OpenApiHeader { Description = Words["api.etag"], Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };
            responses["304"] = new OpenApiResponse { Description = Words["api.same"] };
        }

        if (operation.Puts) responses["201"] = new OpenApiResponse { Description = Words["api.made"], Content = done.Content };
        foreach (var status in operation.Errors) responses[status.ToString(CultureInfo.InvariantCulture)] = status == 409 ? Refused(operation, document) : new OpenApiResponseReference(ErrorName(status), document);
    }

    /// <summary>The rules that may say no, each with its sentence.</summary>
    private static OpenApiResponse Refused(Operation operation, OpenApiDocument document) =>
        Error(string.Join('\n', operation.Refusals.Select(r => $"- `urn:twinhub:refusal:{r}`").Prepend(Words["api.error.409"])), document);

    private static JsonNode? Example(string name)
    {
        using var stream = typeof(DescribeOperations).Assembly.GetManifestResourceStream($"api.{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
