using Microsoft.AspNetCore.Http.HttpResults;

namespace TwinHub.Guide;

/// <summary>Help, the accessibility statement and whom to ask. Needs no account.</summary>
public static class ShowHelp
{
    /// <param name="Contact">Who runs this installation, from TWINHUB_CONTACT; null: nobody said.</param>
    public sealed record View(string? Contact);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/help", () => new RazorComponentResult<HelpPage>(new { View = new View(Environment.GetEnvironmentVariable("TWINHUB_CONTACT") is { Length: > 0 } contact ? contact : null) })).AllowAnonymous();
}
