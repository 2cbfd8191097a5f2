using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Workbooks;

/// <summary>A workbook comes in: chosen, checked whole, shown, and only then taken in.</summary>
public sealed class ImportList(TwinHubDb db, PlanImport plans, TakeIn takeIn, WaitingFiles waiting, Actor actor)
{
    /// <param name="Plan">Null: no workbook was sent yet.</param>
    /// <param name="File">Name under which the workbook waits for the confirmation.</param>
    public sealed record View(string? Code, ImportPlan? Plan, string? File, string? Reason, Problems Problems);

    public sealed record Confirmation(string File, string? Code, string? Reason, bool Release)
    {
        public static Confirmation Read(IFormCollection form) => new(form["File"].ToString(), Typed(form, "Code"), Typed(form, "Reason"), form.ContainsKey("Release"));

        private static string? Typed(IFormCollection form, string field) => string.IsNullOrWhiteSpace(form[field]) ? null : form[field].ToString();
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/import", (ImportList slice, CancellationToken cancel) => slice.OpenAsync(null, cancel));
        pages.MapGet("/lists/{code}/import", (string code, ImportList slice, CancellationToken cancel) => slice.OpenAsync(code, cancel));
        pages.MapPost("/import", (IFormFile? workbook, [FromForm] string? code, Page page, ImportList slice, CancellationToken cancel) => slice.PreviewAsync(workbook, code, page, cancel)).WithMetadata(TakesFiles.Mark);
        pages.MapPost("/import/confirmed", (IFormCollection form, Page page, ImportList slice, CancellationToken cancel) => slice.ConfirmAsync(Confirmation.Read(form), page, cancel));
    }

    private async Task<IResult> OpenAsync(string? code, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        if (code is not null && !await db.Lists.AnyAsync(l => l.Code == code, cancel)) throw new NotFoundException("list", code);
        return Show(new(code, null, null, null, new Problems()));
    }

    private async Task<IResult> PreviewAsync(IFormFile? workbook, string? code, Page page, CancellationToken cancel)
    {
        var problems = new Problems();
        code = string.IsNullOrWhiteSpace(code) ? null : code;
        if (workbook is null or { Length: 0 }) problems.Add(Refusal.Of("field.required"), "workbook");
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        if (problems.Any) return Show(new(code, null, null, null, problems));
        using var file = new MemoryStream();
        await workbook!.CopyToAsync(file, cancel);
        return await PreviewAsync(file.ToArray(), code, page.Lang, cancel);
    }

    private async Task<IResult> PreviewAsync(byte[] file, string? code, string language, CancellationToken cancel)
    {
        try
        {
            var (plan, _) = await plans.HandleAsync(file, code, language, cancel);
            var name = plan.Problems.Count == 0 ? await waiting.KeepAsync(file, cancel) : null;
            return Show(new(code, plan, name, null, new Problems()));
        }
        catch (RefusedException refused)
        {
            var problems = new Problems();
            problems.Add(refused.Refusal, "workbook");
            return Show(new(code, null, null, null, problems));
        }
    }

    private async Task<IResult> ConfirmAsync(Confirmation form, Page page, CancellationToken cancel)
    {
        var file = await waiting.FindAsync(form.File, cancel) ?? throw new NotFoundException("workbook", form.File);
        var code = form.Code;
        try
        {
            var (plan, change) = await takeIn.HandleAsync(file, code, new Said(page.Lang, form.Reason, form.Release), cancel);
            waiting.Forget(form.File);
            return TypedResults.LocalRedirect(page.To(change is not null && plan.Mode == ImportMode.Propose ? $"changes/{change}" : $"lists/{plan.Code}"));
        }
        catch (RefusedException refused) when (!refused.Refusal.Code.StartsWith("actor.", StringComparison.Ordinal))
        {
            var problems = new Problems();
            problems.Add(refused.Refusal, refused.Refusal.Code == "change.reason" ? "Reason" : null);
            var (plan, _) = await plans.HandleAsync(file, code, page.Lang, cancel);
            return Show(new(code, plan, form.File, form.Reason, problems));
        }
    }

    private static RazorComponentResult<ImportPage> Show(View view) => new(new { View = view }) { StatusCode = view.Problems.Any || view.Plan?.Problems.Count > 0 ? 422 : 200 };
}

/// <summary>Keeps a checked workbook until its sender confirms it: by account, for a day.</summary>
public sealed class WaitingFiles(Store store, Actor actor, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(store.Folder, "waiting", actor.Account.ToString("N"));

    public async Task<string> KeepAsync(byte[] file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < clock.GetUtcNow().UtcDateTime - Kept)) File.Delete(old);
        var name = Keys.New().ToString("N");
        await File.WriteAllBytesAsync(Path.Combine(Folder, name), file, cancel);
        return name;
    }

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancel) =>
        Guid.TryParseExact(name, "N", out _) && File.Exists(Path.Combine(Folder, name)) ? await File.ReadAllBytesAsync(Path.Combine(Folder, name), cancel) : null;

    public void Forget(string name) => File.Delete(Path.Combine(Folder, Guid.ParseExact(name, "N").ToString("N")));
}
