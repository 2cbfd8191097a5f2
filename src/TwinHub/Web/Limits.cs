using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace TwinHub.Web;

/// <summary>What one caller may ask of the site. Passed: 413, 429 or 503, as a page or as problem details.</summary>
/// <param name="AtOnce">Requests that an account, or an address where nobody is signed in, may send at once.</param>
/// <param name="PerSecond">Requests a second that come back to it; 0: no limit.</param>
public sealed record Limits(int AtOnce = 300, int PerSecond = 50)
{
    public const long MostUploadBytes = 64L << 20, MostFormBytes = 4L << 20, MostDrainedBytes = 1L << 30;
    public const int MostFormFields = 20_000; // a page of a round has six fields an item
    private const int TenthsOfSecond = 10;

    /// <summary>After this a request is given up.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    internal void AddTo(IServiceCollection services)
    {
        services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Time, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Bucket);
            o.OnRejected = RefuseAsync;
        });
    }

    private RateLimitPartition<string> Bucket(HttpContext http)
    {
        var caller = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http.Connection.RemoteIpAddress?.ToString() ?? "";
        return PerSecond == 0 ? RateLimitPartition.GetNoLimiter(caller) : RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = Math.Max(1, PerSecond / TenthsOfSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1d / Math.Min(TenthsOfSecond, PerSecond)),
        });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancel)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await ErrorAnswers.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests);
    }
}
