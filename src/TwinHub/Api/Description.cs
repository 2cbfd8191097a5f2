using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TwinHub.Language;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>The description of the interface (OpenAPI 3.1), made from what the endpoints declare and check. docs/formats/openapi.json is the same text.</summary>
internal sealed class Description(IServiceProvider services) : IDisposable
{
    public const string Name = "v1", Bearer = "token";
    private readonly SemaphoreSlim one = new(1, 1);
    private byte[]? made;

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Description>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = d => d.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any();
            options.CreateSchemaReferenceId = info => OpenApiOptions.CreateDefaultSchemaReferenceId(info) is { } id ? DescribeSchemas.Named(id) : null;
            options.AddSchemaTransformer(DescribeSchemas.HandleAsync);
            options.AddOperationTransformer(DescribeOperations.HandleAsync);
            options.AddDocumentTransformer(HandleAsync);
        });
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Operations.Root + "/openapi.json", async (Description description, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(await description.TextAsync(http.RequestAborted), "application/json; charset=utf-8");
    }).AllowAnonymous();

    /// <summary>UTF-8, two blanks an indent, ends with a line end. Made once.</summary>
    public async Task<byte[]> TextAsync(CancellationToken cancel)
    {
        if (made is { } text) return text;
        await one.WaitAsync(cancel);
        try
        {
            return made ??= await MakeAsync(cancel);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<byte[]> MakeAsync(CancellationToken cancel)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancel);
        var node = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel))!;
        var text = node.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n");
        return System.Text.Encoding.UTF8.GetBytes(text + "\n");
    }

    private static Task HandleAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var words = Words.In("en");
        document.Info = new() { Title = words["api.title"], Version = "1", Description = words["api.about"], License = new() { Name = "MIT" } };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = words["api.token"] } };
        document.AddComponent("Problem", DescribeSchemas.Problem());
        var operations = context.DescriptionGroups.SelectMany(g => g.Items).SelectMany(d => d.ActionDescriptor.EndpointMetadata.OfType<Operation>()).ToList();
        document.Tags = new HashSet<OpenApiTag>(operations.Select(o => o.Tag).Distinct().Select(t => new OpenApiTag { Name = t, Description = words[$"api.tag.{t}"] }));
        foreach (var status in operations.SelectMany(o => o.Errors).Distinct().Order()) document.AddComponent(DescribeOperations.ErrorName(status), DescribeOperations.Error(words[$"api.error.{status.ToString(CultureInfo.InvariantCulture)}"], document));
        return Task.CompletedTask;
    }
}
