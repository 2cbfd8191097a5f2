using Microsoft.AspNetCore.Http.Features;
using TwinHub.Core;

namespace TwinHub.Web;

/// <summary>Refuses, before anything is read, what no endpoint takes: a language that the region has not, a parameter that is not known, a body above the limit.</summary>
internal sealed class AddressMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IOperatorsOnly>() is not null) return next(http);
        if (caller.Page is not { } page) return ErrorAnswers.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, Refusal.Of("record.empty"));
        if (http.GetRouteValue("lang") is string lang && page.Languages.All(l => l.Code != lang)) return ErrorAnswers.WriteAsync(http, StatusCodes.Status404NotFound);
        var declared = Declared.Of(endpoint);
        if (declared.Unknown(http.Request.Query) is { } name) return ErrorAnswers.WriteAsync(http, StatusCodes.Status400BadRequest, Refusal.Of("request.parameter", name));
        return http.Request.ContentLength > declared.MostBytes ? TooLargeAsync(http) : next(http);
    }

    /// <summary>A browser shows the answer only when it could send everything: what an account still sends is let run out, and no byte of it is kept.</summary>
    private static async Task TooLargeAsync(HttpContext http)
    {
        if (http.User.Identity is { IsAuthenticated: true } && http.Request.ContentLength <= Limits.MostDrainedBytes && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        await ErrorAnswers.WriteAsync(http, StatusCodes.Status413PayloadTooLarge);
    }
}

/// <summary>Marks an endpoint that answers programs of the operators, whether or not the record holds a region.</summary>
internal interface IOperatorsOnly;
