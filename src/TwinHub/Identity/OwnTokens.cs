using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Web;

namespace TwinHub.Identity;

/// <summary>Making and revoking one's own tokens for programs.</summary>
public sealed class OwnTokens(KeepTokens tokens, TimeProvider clock, Page page, Actor actor)
{
    /// <param name="Told">A token just made: its text is shown here and nowhere again. The page has a form, so no cache keeps it.</param>
    public sealed record View(IReadOnlyList<AccessToken> Tokens, Form Form, KeepTokens.Told? Told, Problems Problems)
    {
        public required DateTimeOffset Now { get; init; }
    }

    public sealed record Form(string Name, IReadOnlyList<string> Scopes, string Days)
    {
        public static Form Empty { get; } = new("", [AccessScope.Read], KeepTokens.DefaultDays.ToString(CultureInfo.InvariantCulture));

        public static Form Of(IFormCollection form) => new(form[nameof(Name)].ToString().Trim(), [.. form[nameof(Scopes)].OfType<string>()], form[nameof(Days)].ToString().Trim());

        public Form? Read(Problems problems)
        {
            problems.Required(Name, nameof(Name));
            if (Scopes.Count == 0) problems.Add(Refusal.Of("token.scopes"), nameof(Scopes));
            if (DayCount is null) problems.Add(Refusal.Of("token.days", KeepTokens.MostDays), nameof(Days));
            return problems.Any ? null : this;
        }

        public int? DayCount => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= KeepTokens.MostDays ? days : null;
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account/tokens", (OwnTokens slice, CancellationToken cancel) => slice.ShowAsync(Form.Empty, null, new(), cancel));
        app.MapPost("/account/tokens", (IFormCollection form, OwnTokens slice, CancellationToken cancel) => slice.MakeAsync(Form.Of(form), cancel));
        app.MapPost("/account/tokens/{id:guid}/revoked", (Guid id, IFormCollection _, OwnTokens slice, CancellationToken cancel) => slice.RevokeAsync(id, cancel));
    }

    private async Task<IResult> RevokeAsync(Guid id, CancellationToken cancel)
    {
        await tokens.RevokeAsync(actor.Account, id, cancel);
        return TypedResults.LocalRedirect(page.To("account/tokens"));
    }

    private async Task<IResult> MakeAsync(Form form, CancellationToken cancel)
    {
        var problems = new Problems();
        if (form.Read(problems) is null) return await ShowAsync(form, null, problems, cancel);
        try
        {
            var told = await tokens.MakeAsync(actor.Account, (form.Name, form.Scopes, form.DayCount!.Value), cancel);
            return await ShowAsync(Form.Empty, told, problems, cancel);
        }
        catch (RefusedException refused)
        {
            problems.Add(refused.Refusal);
            return await ShowAsync(form, null, problems, cancel);
        }
    }

    private async Task<IResult> ShowAsync(Form form, KeepTokens.Told? told, Problems problems, CancellationToken cancel) =>
        new RazorComponentResult<TokensPage>(new { View = new View(await tokens.OfAsync(actor.Account, cancel), form, told, problems) { Now = clock.GetUtcNow() } }) { StatusCode = problems.Any ? 422 : 200 };
}
