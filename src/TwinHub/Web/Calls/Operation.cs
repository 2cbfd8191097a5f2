using Microsoft.AspNetCore.Http.Metadata;
using TwinHub.Identity;

namespace TwinHub.Web.Calls;

/// <summary>One operation for programs: what it reads, what it answers, which scope it takes. The description is made from it and the call is checked by it.</summary>
/// <param name="Id">Stable, noun and verb: <c>items.list</c>. Its sentences are <c>api.items.list</c>, in every language.</param>
/// <param name="Answers">Type of the answer's body.</param>
internal sealed record Operation(string Id, Type Answers)
{
    public const int DefaultRows = 50, MostRows = 200;
    public const string Limit = "limit", Cursor = "cursor", IfMatch = "If-Match", IfNoneMatch = "If-None-Match";

    private static readonly Parameter[] Paging = [Parameter.Number(Limit, "2", 1, MostRows) with { Default = DefaultRows }, Parameter.Text(Cursor, "")];

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    public string Scope { get; init; } = AccessScope.Read;
    /// <summary>Type of the body; null: none.</summary>
    public Type? Takes { get; init; }
    /// <summary>The write makes something new: 201.</summary>
    public bool Makes { get; init; }
    /// <summary>A write that also puts what is not there yet, with <c>If-None-Match: *</c>.</summary>
    public bool Puts { get; init; }
    /// <summary>Operation whose ETag a write names in If-Match.</summary>
    public string? TagOf { get; init; }
    /// <summary>Codes of the rules that may say no: 409.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    public bool Writes => Scope != AccessScope.Read;
    public bool Lists => Parameters.Any(p => p.Name == Cursor);
    public string Tag => Id.Split('.')[0];

    /// <summary>Statuses of refused calls. 404 only where the address names a record.</summary>
    public IEnumerable<int> Errors => ((int[])[400, 401, 403, .. Parameters.Any(p => p.Place == ParameterPlace.Path) ? [404] : (int[])[], .. Writes ? [409, 412, 413, 415, 422, 428] : (int[])[], 429, 503]).Order();

    public static Operation List<T>(string id, params IReadOnlyList<Parameter> filters) => new(id, typeof(PageJson<T>)) { Parameters = [.. filters, .. Paging] };

    /// <summary>A write on a record, or under it: the caller names the version of <paramref name="tagOf"/> that they read.</summary>
    public static Operation Write<T, TBody>(string id, string scope, string tagOf, params IReadOnlyList<Parameter> parameters) => new(id, typeof(T))
    {
        Parameters = [.. parameters, Parameter.Header(IfMatch, "")],
        Scope = scope,
        TagOf = tagOf,
        Takes = typeof(TBody),
    };

    /// <summary>The same where nothing need be there before.</summary>
    public Operation Putting() => this with { Puts = true, Parameters = [.. Parameters, Parameter.Header(IfNoneMatch, "")] };

    public static Operation One<T>(string id, params IReadOnlyList<Parameter> parameters) => new(id, typeof(T)) { Parameters = parameters };
}

/// <summary>Rows of a resource and where the next ones begin.</summary>
/// <param name="Data">In a stable order: what is added while one pages moves nothing.</param>
/// <param name="Next">Cursor of the next page; null: this is the last one.</param>
public sealed record PageJson<T>(IReadOnlyList<T> Data, string? Next);

/// <summary>Adds operations to the map, under <c>/api/v1</c>.</summary>
internal static class Operations
{
    public const string Root = "/api/v1";
    private const string Json = "application/json";

    public static void Get(this IEndpointRouteBuilder app, string path, Operation operation, Delegate handler) => Describe(app.MapGet(Root + path, handler), operation);

    public static void Post(this IEndpointRouteBuilder app, string path, Operation operation, Delegate handler) => Describe(app.MapPost(Root + path, handler), operation);

    public static void Put(this IEndpointRouteBuilder app, string path, Operation operation, Delegate handler) => Describe(app.MapPut(Root + path, handler), operation);

    private static void Describe(RouteHandlerBuilder endpoint, Operation operation)
    {
        endpoint.WithMetadata(operation).Produces(operation.Makes ? StatusCodes.Status201Created : StatusCodes.Status200OK, operation.Answers, Json);
        if (operation.Takes is { } body) endpoint.WithMetadata(new AcceptsMetadata([Json], body));
    }
}
