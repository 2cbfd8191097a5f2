using System.Security.Cryptography;

namespace TwinHub.Web.Calls;

/// <summary>A JSON body with its ETag, for this caller alone.</summary>
/// <param name="body">UTF-8.</param>
/// <param name="tag">Null: made from the body; empty: none.</param>
/// <param name="status">Where the caller lacks the body.</param>
internal sealed class Tagged(byte[] body, string? tag, int status) : IResult
{
    private const int TagBytes = 12;

    /// <summary>A strong tag of exactly this body.</summary>
    public static string Of(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, TagBytes))}\"";

    /// <summary>Whether a header of tags has this one.</summary>
    public static bool Names(string header, string tag) => header == "*" || header.Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (headers, own) = (httpContext.Response.Headers, tag ?? Of(body));
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Authorization, Cookie";
        if (own.Length > 0) headers.ETag = own;
        if (own.Length > 0 && httpContext.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && HttpMethods.IsGet(httpContext.Request.Method) && Names(known, own))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        (httpContext.Response.StatusCode, httpContext.Response.ContentType, httpContext.Response.ContentLength) = (status, "application/json; charset=utf-8", body.Length);
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>Tags of records whose version a write names: they say which version of the row was read.</summary>
internal static class RowTag
{
    public static string Of(string code, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{code}.{version}\"");
}
