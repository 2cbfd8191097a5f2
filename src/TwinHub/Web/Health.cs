using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TwinHub.Data;

namespace TwinHub.Web;

/// <summary><c>/health/live</c>: the program runs. <c>/health/ready</c>: the database answers and holds a region; otherwise 503.</summary>
internal sealed class Health(TwinHubDb db) : IHealthCheck
{
    public static void AddTo(IServiceCollection services) => services.AddHealthChecks().AddCheck<Health>("record");

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (path, asksRecord) in new[] { ("/health/live", false), ("/health/ready", true) })
        {
            app.MapHealthChecks(path, new HealthCheckOptions { Predicate = _ => asksRecord }).AllowAnonymous().DisableRateLimiting().WithMetadata(new ForOperators());
        }
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Regions.AsNoTracking().AnyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The record is empty.");

    private sealed class ForOperators : IOperatorsOnly;
}
