using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using TwinHub.Core;
using TwinHub.Identity;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace TwinHub.Web.Calls;

/// <summary>A program's call, read by what its operation declares. Whatever is not declared, or not of its kind, was refused before a handler sees it.</summary>
internal sealed class Call
{
    private const int MostToldChars = 100;
    private readonly Dictionary<string, string> given;

    private Call(HttpContext http, Operation operation, Dictionary<string, string> given) => (Http, Operation, this.given) = (http, operation, given);

    public HttpContext Http { get; }
    public Operation Operation { get; }
    public JsonSerializerOptions Json => Http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
    public int Limit => (int)(Number(Operation.Limit) ?? Operation.DefaultRows);

    /// <summary>Key of the last row that the caller has; null: from the beginning.</summary>
    public string? After => Text(Operation.Cursor) is { } cursor ? Cursors.Read(cursor, this) : null;

    /// <summary>What was asked beside the place in the rows: a cursor goes on with exactly this.</summary>
    internal string Question => string.Join('&', given.Where(g => g.Key is not (Operation.Limit or Operation.Cursor)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}={g.Value}").Prepend(Operation.Id));

    /// <exception cref="RefusedException"><c>token.required</c>, <c>actor.scope</c>, <c>request.parameter</c>, <c>request.value</c>.</exception>
    public static ValueTask<Call?> BindAsync(HttpContext http)
    {
        var operation = http.GetEndpoint()!.Metadata.GetRequiredMetadata<Operation>();
        RefusedException.ThrowIf(WhyNot(http, operation));
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters) Read(http, parameter, given);
        return ValueTask.FromResult<Call?>(new Call(http, operation, given));
    }

    public string? Text(string name) => given.GetValueOrDefault(name);

    public string Path(string name) => given[name];

    public long? Number(string name) => Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public DateOnly? Day(string name) => Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public bool? Flag(string name) => Text(name) is { } text ? text == "true" : null;

    public T? Word<T>(string name) where T : struct, Enum =>
        Text(name) is { } text ? Enum.GetValues<T>().First(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()) == text) : null;

    /// <exception cref="RefusedException"><c>request.value</c>: the value is of its kind, and yet there is no such one.</exception>
    public void MustFit(string name, bool fits)
    {
        if (!fits) throw Unfit(name, Text(name)!);
    }

    /// <summary>Reads the body; a member that is not known or of another kind is refused and named.</summary>
    /// <exception cref="RefusedException"><c>request.media</c>, <c>request.body</c>.</exception>
    public async Task<T> ReadAsync<T>(CancellationToken cancel) where T : class
    {
        RefusedException.ThrowIf(Http.Request.HasJsonContentType() ? null : Refusal.Of("request.media"));
        if (Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Limits.MostFormBytes;
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(Http.Request.Body, Json, cancel) ?? throw new RefusedException(Refusal.Of("request.body", "$"));
        }
        catch (JsonException unread)
        {
            throw new RefusedException(Refusal.Of("request.body", unread.Path ?? "$"));
        }
    }

    /// <summary>Holds a write against what stands: the caller names what they read, or says that nothing was there.</summary>
    /// <param name="tag">ETag of what stands; null: nothing does.</param>
    /// <exception cref="RefusedException"><c>request.if-match</c> (428), <c>request.stale</c> (412).</exception>
    public void MustMatch(string? tag)
    {
        var (match, none) = (Text(Operation.IfMatch), Text(Operation.IfNoneMatch));
        RefusedException.ThrowIf(match is null && none is null ? Refusal.Of("request.if-match") : null);
        var fits = match is not null ? tag is not null && Tagged.Names(match, tag) : none == "*" && tag is null;
        RefusedException.ThrowIf(fits ? null : Refusal.Of("request.stale"));
    }

    /// <summary>A record, or 304 where the caller has it.</summary>
    /// <param name="value">Its body.</param>
    /// <param name="tag">Null: made from the body.</param>
    public IResult One<T>(T value, string? tag = null) where T : class => new Tagged(JsonSerializer.SerializeToUtf8Bytes(value, Json), tag, StatusCodes.Status200OK);

    /// <summary>What a write made, and where it is read.</summary>
    /// <param name="value">Its body.</param>
    /// <param name="address">After the root.</param>
    /// <param name="tag">Empty: none.</param>
    public IResult Made<T>(T value, string address, string tag = "") where T : class
    {
        Http.Response.Headers.Location = Operations.Root + address;
        return new Tagged(JsonSerializer.SerializeToUtf8Bytes(value, Json), tag, StatusCodes.Status201Created);
    }

    /// <summary>The rows of one page.</summary>
    /// <param name="rows">In the order of their keys, one more than <see cref="Limit"/> where there are more.</param>
    /// <param name="last">Key of the last row that the page has room for.</param>
    public IResult Page<T>(List<T> rows, string? last)
    {
        var more = rows.Count > Limit;
        var page = new PageJson<T>(more ? rows[..Limit] : rows, more ? Cursors.Write(last!, this) : null);
        return new Tagged(JsonSerializer.SerializeToUtf8Bytes(page, Json), "", StatusCodes.Status200OK);
    }

    /// <summary>A write takes a token, which no other site can make a browser send; a read takes the site's session too.</summary>
    private static Refusal? WhyNot(HttpContext http, Operation operation)
    {
        var token = http.User.Identities.FirstOrDefault(i => i.AuthenticationType == AccessScope.Scheme);
        if (token is null) return operation.Writes ? Refusal.Of("token.required") : null;
        return token.HasClaim(AccessScope.Claim, operation.Scope) ? null : Refusal.Of("actor.scope", operation.Scope);
    }

    private static void Read(HttpContext http, Parameter parameter, Dictionary<string, string> given)
    {
        var value = parameter.Place switch
        {
            ParameterPlace.Path => (string?)http.GetRouteValue(parameter.Name),
            ParameterPlace.Header => (string?)http.Request.Headers[parameter.Name],
            _ => http.Request.Query.TryGetValue(parameter.Name, out var values) ? values.ToString() : null,
        };
        if (value is null && parameter.Required) throw new RefusedException(Refusal.Of("request.missing", parameter.Name));
        if (value is null) return;
        if (!parameter.Fits(value)) throw parameter.Place == ParameterPlace.Path ? new NotFoundException(parameter.Name, value) : Unfit(parameter.Name, value);
        given[parameter.Name] = value;
    }

    private static RefusedException Unfit(string name, string value) => new(Refusal.Of("request.value", name, value[..Math.Min(value.Length, MostToldChars)]));
}
