using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Identity;

/// <summary>The accounts of the administrator's own party: making one, changing it, closing it, a new password.</summary>
public sealed class ListAccounts(TwinHubDb db, KeepAccounts accounts, TimeProvider clock, Page page, Actor actor)
{
    public sealed record View(IReadOnlyList<Line> Accounts, Form Form, Problems Problems);

    /// <param name="Waiting">Its password was told once and is not changed yet.</param>
    public sealed record Line(Account Account, bool Locked, bool Waiting);

    /// <param name="Line">The account; null: a new one.</param>
    public sealed record Form(Line? Line, string Name, Roles Roles, string? Organization, LocalText Display)
    {
        public static readonly Form Empty = new(null, "", Roles.Viewer, null, LocalText.Empty);

        public static Form Of(Line line) => new(line, line.Account.UserName!, line.Account.Roles, line.Account.Organization, line.Account.Display);

        public AccountFields Fields => new(Roles, Organization, Display);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/accounts", (ListAccounts slice, CancellationToken cancel) => slice.ShowAsync(Form.Empty, new Problems(), cancel));
        app.MapPost("/accounts", (IFormCollection form, HttpContext http, ListAccounts slice, CancellationToken cancel) => slice.AddAsync(form, http, cancel));
        app.MapGet("/accounts/{name}", (string name, ListAccounts slice, CancellationToken cancel) => slice.ShowOneAsync(name, null, new Problems(), cancel));
        app.MapPost("/accounts/{name}", (string name, IFormCollection form, ListAccounts slice, CancellationToken cancel) => slice.ChangeAsync(name, form, cancel));
        app.MapPost("/accounts/{name}/closed", (string name, IFormCollection _, ListAccounts slice, CancellationToken cancel) => slice.ActAsync(name, a => a.CloseAsync(name, slice.Actor, cancel), cancel));
        app.MapPost("/accounts/{name}/opened", (string name, IFormCollection _, ListAccounts slice, CancellationToken cancel) => slice.ActAsync(name, a => a.OpenAsync(name, slice.Actor), cancel));
        app.MapPost("/accounts/{name}/password", async (string name, IFormCollection _, HttpContext http, ListAccounts slice) => Told(http, await slice.Accounts.ResetAsync(name, slice.Actor)));
    }

    private Actor Actor => actor;
    private KeepAccounts Accounts => accounts;

    private async Task<IResult> AddAsync(IFormCollection fields, HttpContext http, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var problems = new Problems();
        var form = Read(new FormFields(fields, page, problems), null);
        problems.Required(form.Name, nameof(Form.Name));
        if (problems.Any) return await ShowAsync(form, problems, cancel);
        try
        {
            return Told(http, await accounts.AddAsync((form.Name, actor.Party, form.Fields), actor, cancel));
        }
        catch (RefusedException refused) when (!refused.Refusal.Code.StartsWith("actor.", StringComparison.Ordinal))
        {
            problems.Add(refused.Refusal);
            return await ShowAsync(form, problems, cancel);
        }
    }

    private async Task<IResult> ChangeAsync(string name, IFormCollection fields, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var line = await LineAsync(await accounts.FindAsync(name, actor), cancel);
        Form? form = null;
        return await Answer.PageAsync(p => form = Read(new FormFields(fields, page, p), line), async f => { await accounts.ChangeAsync(name, f.Fields, actor, cancel); return page.To("accounts"); }, p => ShowOneAsync(name, form, p, cancel));
    }

    private Task<IResult> ActAsync(string name, Func<KeepAccounts, Task> act, CancellationToken cancel) => Answer.PageAsync(
        _ => accounts, async a => { await act(a); return page.To("accounts"); }, p => ShowOneAsync(name, null, p, cancel));

    private async Task<IResult> ShowAsync(Form form, Problems problems, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var waiting = await WaitingAsync(cancel);
        var lines = (await accounts.OfAsync(actor.Party, cancel)).ConvertAll(a => Stand(a, waiting));
        return new RazorComponentResult<AccountsPage>(new { View = new View(lines, form, problems) }) { StatusCode = problems.Any ? 422 : 200 };
    }

    private async Task<IResult> ShowOneAsync(string name, Form? form, Problems problems, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Administrator));
        var line = await LineAsync(await accounts.FindAsync(name, actor), cancel);
        return new RazorComponentResult<OneAccountPage>(new { View = new View([line], form ?? Form.Of(line), problems) }) { StatusCode = problems.Any ? 422 : 200 };
    }

    private async Task<Line> LineAsync(Account account, CancellationToken cancel) => Stand(account, await WaitingAsync(cancel));

    private Line Stand(Account account, HashSet<Guid> waiting) => new(account, account.LockoutEnd > clock.GetUtcNow(), waiting.Contains(account.Id));

    private async Task<HashSet<Guid>> WaitingAsync(CancellationToken cancel) =>
        [.. await db.UserClaims.Where(c => c.ClaimType == KeepAccounts.MustChange && db.Users.Any(u => u.Id == c.UserId && u.Party == actor.Party)).Select(c => c.UserId).ToListAsync(cancel)];

    private static Form Read(FormFields fields, Line? line) =>
        new(line, fields.Text(nameof(Form.Name)), fields.All(nameof(Form.Roles)).Select(r => Enum.TryParse<Roles>(r, out var role) ? role : Roles.None).Aggregate(Roles.None, (all, one) => all | one), fields.Optional(nameof(Form.Organization)), fields.Local(nameof(Form.Display)));

    /// <summary>The page with the password, which no cache keeps.</summary>
    private static RazorComponentResult<ToldOncePage> Told(HttpContext http, ToldOnce told)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ToldOncePage>(new { View = told });
    }
}
