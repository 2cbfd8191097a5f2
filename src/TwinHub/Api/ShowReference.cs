using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>The reference of the interface for people: every operation, from what the endpoints declare. Needs no account.</summary>
public static class ShowReference
{
    /// <param name="Groups">Operations of each resource.</param>
    public sealed record View(IReadOnlyList<IGrouping<string, Line>> Groups);

    /// <param name="Id">Its sentence is <c>api.ID</c>.</param>
    /// <param name="Refusals">Codes of the rules that may say no.</param>
    public sealed record Line(string Method, string Path, string Id, string Scope, IReadOnlyList<Field> Fields, IReadOnlyList<string> Refusals);

    /// <summary>A parameter and the values that it takes.</summary>
    public sealed record Field(string Name, string Values);

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder app) =>
        pages.MapGet("/help/api", () => new RazorComponentResult<ReferencePage>(new { View = Of(app.DataSources.SelectMany(s => s.Endpoints)) })).AllowAnonymous();

    private static View Of(IEnumerable<Endpoint> endpoints) => new([.. endpoints.OfType<RouteEndpoint>().Select(Of).OfType<Line>().OrderBy(l => l.Path, StringComparer.Ordinal).GroupBy(l => l.Id.Split('.')[0])]);

    private static Line? Of(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Operation>() is not { } operation ? null
        : new(endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0], endpoint.RoutePattern.RawText!, operation.Id, operation.Scope, [.. operation.Parameters.Select(p => new Field(p.Name, Values(p)))], operation.Refusals);

    private static string Values(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Word => string.Join(" | ", parameter.Words),
        ParameterKind.Flag => "true | false",
        ParameterKind.Day => "yyyy-mm-dd",
        ParameterKind.Number when parameter.Most < int.MaxValue => string.Create(CultureInfo.InvariantCulture, $"{parameter.Least}–{parameter.Most}"),
        ParameterKind.Number => string.Create(CultureInfo.InvariantCulture, $"≥ {parameter.Least}"),
        _ => "",
    };
}
