using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core.Parties;

namespace TwinHub.Identity;

/// <summary>The signed-in account: party, unit, roles, and the way out.</summary>
public static class ShowAccount
{
    public sealed record View(Actor Actor);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account", (Actor actor) => new RazorComponentResult<AccountPage>(new { View = new View(actor) }));
        app.MapGet("/theme", (string lang, string? to, string? back, HttpContext http) =>
        {
            http.Response.Cookies.Append("theme", to == "dark" ? "dark" : "light", new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true });
            return TypedResults.LocalRedirect(back is { Length: > 0 } && !back.StartsWith('/') && !back.Contains('\\', StringComparison.Ordinal) ? $"/{lang}/{back}" : $"/{lang}/");
        }).AllowAnonymous();
    }
}
