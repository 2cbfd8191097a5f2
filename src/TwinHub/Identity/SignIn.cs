using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Identity;

/// <summary>Signing in with a name and a password; with --demo also by choosing a demo account. Signing out.</summary>
public sealed class SignIn(TwinHubDb db, SignInManager<Account> signIns, SiteOptions options, ILogger<SignIn> log)
{
    public sealed record View(string? Name, string? Back, IReadOnlyList<Account> Demo, Problems Problems);
    public sealed record Command(string Name, string Password);
    public sealed record Form(string? Name, string? Password, string? Back)
    {
        /// <summary>A browser may leave a field out.</summary>
        public static Form Of(IFormCollection fields) => new(fields["Name"], fields["Password"], fields["Back"]);

        public Command? Read(Problems problems) =>
            (problems.Required(Name, nameof(Name)), problems.Required(Password, nameof(Password))) is ({ } name, { } password) ? new(name, password) : null;
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? back, SignIn slice, CancellationToken cancel) => slice.ShowAsync(null, back, new Problems(), cancel)).AllowAnonymous();
        app.MapPost("/sign-in", (string lang, IFormCollection fields, SignIn slice, CancellationToken cancel) => slice.PostAsync(lang, Form.Of(fields), cancel)).AllowAnonymous();
        app.MapPost("/sign-in/demo", (string lang, [FromForm] string name, [FromForm] string? back, SignIn slice) => slice.DemoAsync(name, Safe(lang, back))).AllowAnonymous();
        app.MapPost("/sign-out", async (string lang, SignInManager<Account> signIns) =>
        {
            await signIns.SignOutAsync();
            return TypedResults.LocalRedirect($"/{lang}/sign-in");
        });
    }

    /// <exception cref="RefusedException"><c>sign-in.wrong</c>, <c>sign-in.locked</c>.</exception>
    public async Task<string> HandleAsync(Command command, string back)
    {
        var user = await signIns.UserManager.FindByNameAsync(command.Name);
        RefusedException.ThrowIf(user is null or { Closed: true } ? Refusal.Of("sign-in.wrong") : null);
        var result = await signIns.PasswordSignInAsync(user!, command.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) log.LogInformation("Account {Account} of {Party} signed in", user!.UserName, user.Party);
        else log.LogWarning("Account {Account} of {Party} could not sign in: {Result}", user!.UserName, user.Party, result);
        RefusedException.ThrowIf(result.IsLockedOut ? Refusal.Of("sign-in.locked") : result.Succeeded ? null : Refusal.Of("sign-in.wrong"));
        return back;
    }

    private Task<IResult> PostAsync(string lang, Form form, CancellationToken cancel) =>
        Answer.PageAsync(form.Read, c => HandleAsync(c, Safe(lang, form.Back)), p => ShowAsync(form.Name, form.Back, p, cancel));

    private async Task<IResult> DemoAsync(string name, string back)
    {
        var user = options.Demo ? await signIns.UserManager.FindByNameAsync(name) : null;
        if (user is not { Demo: true, Closed: false }) return TypedResults.NotFound();
        await signIns.SignInAsync(user, isPersistent: false);
        return TypedResults.LocalRedirect(back);
    }

    private async Task<IResult> ShowAsync(string? name, string? back, Problems problems, CancellationToken cancel)
    {
        var demo = options.Demo ? await db.Users.AsNoTracking().Where(u => u.Demo && !u.Closed).OrderBy(u => u.UserName).ToListAsync(cancel) : [];
        return new RazorComponentResult<SignInPage>(new { View = new View(name, back, demo, problems) }) { StatusCode = problems.Any ? 422 : 200 };
    }

    /// <summary>Only a path below the language: an address from outside is never followed.</summary>
    private static string Safe(string lang, string? back) =>
        back is { Length: > 0 } && Uri.IsWellFormedUriString(back, UriKind.Relative) && !back.StartsWith('/') && !back.Contains('\\', StringComparison.Ordinal) ? $"/{lang}/{back}" : $"/{lang}/";
}
