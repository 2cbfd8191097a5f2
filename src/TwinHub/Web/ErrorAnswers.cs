using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Language;

namespace TwinHub.Web;

/// <summary>Turns what the domain throws into a page that a person understands, or RFC 9457 problem details for programs.</summary>
internal sealed class ErrorAnswers(ILogger<ErrorAnswers> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, refusal) = Read(exception);
        var reference = httpContext.TraceIdentifier;
        if (status == 500) log.LogError(exception, "Request {Reference} failed", reference);
        await WriteAsync(httpContext, status, refusal);
        return true;
    }

    /// <summary>Answers a bare status: an unknown address, a missing right.</summary>
    public static Task WriteAsync(HttpContext http, int status, Refusal? refusal = null)
    {
        http.Response.StatusCode = status;
        var page = http.RequestServices.GetRequiredService<Caller>().Page;
        return http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || page is null
            ? ProblemAsync(http, status, refusal)
            : new RazorComponentResult<ErrorPage>(new { View = new ErrorPage.ErrorView(status, refusal, http.TraceIdentifier) }) { StatusCode = status }.ExecuteAsync(http);
    }

    private static (int Status, Refusal? Refusal) Read(Exception exception) => exception switch
    {
        RefusedException { Refusal: { Code: "token.required" or "token.unknown" } token } => (401, token),
        RefusedException { Refusal: { Code: "request.stale" } stale } => (412, stale),
        RefusedException { Refusal: { Code: "request.media" } media } => (415, media),
        RefusedException { Refusal: { Code: "request.if-match" } unnamed } => (428, unnamed),
        RefusedException r when r.Refusal.Code.StartsWith("actor.", StringComparison.Ordinal) => (403, r.Refusal),
        RefusedException { Refusal: { Code: "evidence.too-large" } tooLarge } => (413, tooLarge),
        RefusedException r when r.Refusal.Code.StartsWith("request.", StringComparison.Ordinal) => (400, r.Refusal),
        RefusedException r => (409, r.Refusal),
        DbUpdateConcurrencyException => (409, Refusal.Of("record.changed")),
        Data.Journal.RecordBusyException => (503, null),
        NotFoundException => (404, null),
        BadHttpRequestException b => (b.StatusCode, Refusal.Of("request.unreadable")),
        OperationCanceledException => (499, null),
        _ => (500, null),
    };

    private static Task ProblemAsync(HttpContext http, int status, Refusal? refusal)
    {
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        var words = http.RequestServices.GetRequiredService<Caller>().Page?.Words ?? Words.In("en");
        return TypedResults.Problem(Problem(status, refusal, words)).ExecuteAsync(http);
    }

    private static ProblemDetails Problem(int status, Refusal? refusal, Words words)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Type = refusal is null ? $"urn:twinhub:problem:{status}" : $"urn:twinhub:refusal:{refusal.Code}",
            Title = refusal?.Code ?? Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Detail = refusal is not null && words.Has($"refusal.{refusal.Code}") ? words.Say(refusal) : null,
        };
        if (refusal is { Values.Count: > 0 }) problem.Extensions["values"] = refusal.Values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)).ToArray();
        return problem;
    }
}
