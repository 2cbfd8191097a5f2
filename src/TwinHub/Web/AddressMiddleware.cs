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
        return http.Request.ContentLength > declared.MostBytes ? ErrorAnswers.WriteAsync(http, StatusCodes.Status413PayloadTooLarge) : next(http);
    }
}

/// <summary>Marks an endpoint that answers programs of the operators, whether or not the record holds a region.</summary>
internal interface IOperatorsOnly;
