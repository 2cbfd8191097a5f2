using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace TwinHub.Tests.Web;

/// <summary>An endpoint as it is asked: with a body in which nothing was filled in, so that who may not is refused before what is wrong is told.</summary>
internal sealed record Question(string Method, string Route, Endpoint Endpoint)
{
    private IEnumerable<ParameterInfo> FormParameters =>
        Endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters().Where(p => p.GetCustomAttributes(inherit: true).OfType<IFromFormMetadata>().Any());

    /// <summary>Asked with a token, as programs do.</summary>
    public bool IsOfPrograms => Route.StartsWith("/api/", StringComparison.Ordinal);

    public HttpContent? Body(string token)
    {
        if (Method == "GET") return null;
        if (IsOfPrograms) return new StringContent("{}", Encoding.UTF8, "application/json");
        var fields = FormParameters.Where(p => p.ParameterType == typeof(string)).Select(p => KeyValuePair.Create(p.Name!, "")).Append(new("__RequestVerificationToken", token));
        return TakesFiles ? Multipart(fields) : new FormUrlEncodedContent(fields);
    }

    private bool TakesFiles => Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is { } types && !types.Contains("application/x-www-form-urlencoded");

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        return content;
    }
}
