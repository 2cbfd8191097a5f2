using TwinHub.Core;

namespace TwinHub.Web;

/// <summary>Answers 400 with what the address asked for and is not known.</summary>
internal sealed class Refused(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ErrorAnswers.WriteAsync(httpContext, StatusCodes.Status400BadRequest, refusal);
}
