using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace TwinHub.Web;

/// <summary>What an endpoint reads of a request, as the parameters of its handler say it.</summary>
internal sealed class Declared
{
    private static readonly ConcurrentDictionary<Endpoint, Declared> Known = new();
    private readonly HashSet<string> query;
    private readonly bool readsItself;

    private Declared(Endpoint endpoint)
    {
        var path = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var all = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().SelectMany(Flat).ToList() ?? [];
        var call = endpoint.Metadata.GetMetadata<Calls.Operation>();
        query = call is not null ? [.. call.Parameters.Where(p => p.Place == Calls.ParameterPlace.Query).Select(p => p.Name)] : all.Where(p => IsOfQuery(p) && !path.Contains(p.Name)).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        readsItself = call is null && query.Count == 0 && all.Exists(p => p.Type == typeof(HttpContext) || p.Type == typeof(HttpRequest));
        MostBytes = endpoint.Metadata.GetMetadata<TakesFiles>() is not null ? Limits.MostUploadBytes : Limits.MostFormBytes;
    }

    /// <summary>Bytes that a body may have: more where files are taken.</summary>
    public long MostBytes { get; }

    public static Declared Of(Endpoint endpoint) => Known.GetOrAdd(endpoint, e => new(e));

    /// <summary>Name of the first parameter that nothing would read; null: all are known, or the handler takes the whole query and refuses itself.</summary>
    public string? Unknown(IQueryCollection given) => readsItself ? null : given.Keys.FirstOrDefault(k => !query.Contains(k));

    private sealed record Parameter(string Name, Type Type, ICustomAttributeProvider Attributes)
    {
        public bool Has<T>() => Attributes.GetCustomAttributes(inherit: true).OfType<T>().Any();
    }

    private static IEnumerable<Parameter> Flat(ParameterInfo parameter) => parameter.GetCustomAttribute<AsParametersAttribute>() is null
        ? [new(NameOf(parameter, parameter.Name!), parameter.ParameterType, parameter)]
        : parameter.ParameterType.GetProperties().Select(p => new Parameter(NameOf(p, p.Name), p.PropertyType, p));

    private static string NameOf(ICustomAttributeProvider at, string name) => at.GetCustomAttributes(inherit: true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? name;

    private static bool IsOfQuery(Parameter parameter) =>
        parameter.Has<IFromQueryMetadata>() || (IsPlain(parameter.Type) && !parameter.Has<IFromFormMetadata>() && !parameter.Has<IFromHeaderMetadata>() && !parameter.Has<IFromServiceMetadata>() && !parameter.Has<IFromBodyMetadata>());

    private static bool IsPlain(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;
        return one == typeof(string) || one.IsPrimitive || one.IsEnum || one == typeof(decimal) || one == typeof(Guid) || one == typeof(DateOnly);
    }
}

/// <summary>Marks an endpoint whose form brings files: its body may be larger.</summary>
internal sealed class TakesFiles
{
    public static readonly TakesFiles Mark = new();
}
