using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TwinHub.Core;
using TwinHub.Web;

namespace TwinHub.Identity;

/// <summary>Signs a program in by the token in <c>Authorization: Bearer</c>, for this one call, as the token's account and with its scopes.</summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IServiceProvider services)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Bearer = "Bearer ";

    /// <summary>The way of signing in that a request names: a token, under /api only; else the site's cookie.</summary>
    public static string Of(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && Given(http.Request) is not null ? AccessScope.Scheme : IdentityConstants.ApplicationScheme;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Given(Request) is not { } secret) return AuthenticateResult.NoResult();
        if (await services.GetRequiredService<KeepTokens>().FindAsync(secret, Context.RequestAborted) is not var (account, token))
        {
            Logger.LogWarning("A token that is not known, or no longer, was sent from {Address}", Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("The token is not known, or no longer.");
        }

        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var identity = new ClaimsIdentity(principal.Claims.Concat(token.ScopeList.Select(s => new Claim(AccessScope.Claim, s))), AccessScope.Scheme);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), AccessScope.Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => ErrorAnswers.WriteAsync(Context, StatusCodes.Status401Unauthorized, Refusal.Of("token.unknown"));

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ErrorAnswers.WriteAsync(Context, StatusCodes.Status403Forbidden);

    private static string? Given(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
}
