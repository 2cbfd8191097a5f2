using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Web;

namespace TwinHub.Identity;

/// <summary>Changing one's own password; one that was told once is changed first.</summary>
public sealed class OwnPassword(UserManager<Account> users, SignInManager<Account> signIns, ILogger<OwnPassword> log, Page page, Actor actor)
{
    /// <param name="Has">The account has a password; a demo account need not.</param>
    /// <param name="First">It was told once and is to be changed before anything else.</param>
    public sealed record View(bool Has, bool First, Problems Problems);

    public sealed record Command(string Current, string Next);

    public sealed record Form(string? Current, string? Next, string? Again)
    {
        public Command? Read(Problems problems)
        {
            var (current, next) = (problems.Required(Current, nameof(Current)), problems.Required(Next, nameof(Next)));
            if (next is not null && Next != Again) problems.Add(Refusal.Of("account.password-differs"), nameof(Again));
            return problems.Any ? null : new(current!, Next!);
        }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account/password", (OwnPassword slice) => slice.ShowAsync(new Problems()));
        app.MapPost("/account/password", ([FromForm] Form form, OwnPassword slice) => Answer.PageAsync(form.Read, slice.HandleAsync, slice.ShowAsync));
    }

    /// <exception cref="RefusedException"><c>account.password-wrong</c>, <c>account.password-short</c>, <c>account.password-common</c>, <c>account.password-same</c>.</exception>
    public async Task<string> HandleAsync(Command command)
    {
        var account = (await users.FindByIdAsync(actor.Account.ToString()))!;
        RefusedException.ThrowIf(command.Next == command.Current ? Refusal.Of("account.password-same") : null);
        KeepAccounts.ThrowIf(await users.ChangePasswordAsync(account, command.Current, command.Next));
        foreach (var claim in (await users.GetClaimsAsync(account)).Where(c => c.Type == KeepAccounts.MustChange)) await users.RemoveClaimAsync(account, claim);
        await signIns.RefreshSignInAsync(account);
        log.LogInformation("Account {Account} of {Party} changed its own password", account.UserName, account.Party);
        return page.To("account");
    }

    private async Task<IResult> ShowAsync(Problems problems)
    {
        var account = (await users.FindByIdAsync(actor.Account.ToString()))!;
        var first = (await users.GetClaimsAsync(account)).Any(c => c.Type == KeepAccounts.MustChange);
        return new RazorComponentResult<PasswordPage>(new { View = new View(await users.HasPasswordAsync(account), first, problems) }) { StatusCode = problems.Any ? 422 : 200 };
    }
}

/// <summary>Sends whoever signed in with a password told once to the page where it is changed.</summary>
internal sealed class OwnPasswordFirst(RequestDelegate next)
{
    private static readonly string[] Open = ["/account/password", "/sign-out"];

    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (!http.User.HasClaim(c => c.Type == KeepAccounts.MustChange) || IsOpen(http)) return next(http);
        if (caller.Page is not { } page || http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return ErrorAnswers.WriteAsync(http, StatusCodes.Status403Forbidden, Refusal.Of("account.password-first"));
        http.Response.Redirect(page.To("account/password"));
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || Array.Exists(Open, path => http.Request.Path.Value?.EndsWith(path, StringComparison.Ordinal) == true);
}
