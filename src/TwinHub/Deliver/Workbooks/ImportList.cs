using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Web;

namespace TwinHub.Deliver.Workbooks;

/// <summary>A workbook comes in: chosen, understood column by column, corrected, checked whole, shown, and only then taken in.</summary>
public sealed class ImportList(TwinHubDb db, PlanImport plans, TakeIn takeIn, WaitingFiles waiting, Actor actor)
{
    /// <param name="Plan">Null: no workbook was sent yet.</param>
    /// <param name="File">Name under which the workbook waits for corrections and the confirmation.</param>
    public sealed record View(string? Code, ImportPlan? Plan, string? File, string? Reason, Problems Problems)
    {
        /// <summary>What the sender said of sheet and columns.</summary>
        public Correction Said { get; init; } = Correction.None;
    }

    /// <summary>What a form says of a workbook that waits.</summary>
    public sealed record Correction(string? Sheet, IReadOnlyDictionary<int, string> Columns)
    {
        public const string Field = "column.";
        public static readonly Correction None = new(null, new Dictionary<int, string>());

        public static Correction Read(IFormCollection form) => new(Typed(form, "Sheet"), form.Keys.Where(k => k.StartsWith(Field, StringComparison.Ordinal))
            .Where(k => int.TryParse(k.AsSpan(Field.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var column) && column < BookLimits.MostColumns && form[k].ToString().Length > 0)
            .ToDictionary(k => int.Parse(k.AsSpan(Field.Length), CultureInfo.InvariantCulture), k => form[k].ToString()));
    }

    public sealed record Confirmation(string File, string? Code, string? Reason, bool Release)
    {
        public static Confirmation Read(IFormCollection form) => new(form["File"].ToString(), Typed(form, "Code"), Typed(form, "Reason"), form.ContainsKey("Release"));
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/import", (ImportList slice, CancellationToken cancel) => slice.OpenAsync(null, cancel));
        pages.MapGet("/lists/{code}/import", (string code, ImportList slice, CancellationToken cancel) => slice.OpenAsync(code, cancel));
        pages.MapPost("/import", (IFormFile? workbook, [FromForm] string? code, Page page, ImportList slice, CancellationToken cancel) => slice.PreviewAsync(workbook, code, page, cancel)).WithMetadata(TakesFiles.Mark);
        pages.MapPost("/import/columns", (IFormCollection form, Page page, ImportList slice, CancellationToken cancel) => slice.CorrectAsync(Confirmation.Read(form), Correction.Read(form), page, cancel));
        pages.MapPost("/import/confirmed", (IFormCollection form, Page page, ImportList slice, CancellationToken cancel) => slice.ConfirmAsync(Confirmation.Read(form), Correction.Read(form), page, cancel));
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
        code = string.IsNullOrWhiteSpace(code) ? null : code.Trim();
        if (workbook is null or { Length: 0 }) problems.Add(Refusal.Of("field.required"), "workbook");
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office | Roles.Drafter));
        if (problems.Any) return Show(new(code, null, null, null, problems));
        using var file = new MemoryStream();
        await workbook!.CopyToAsync(file, cancel);
        return await PreviewAsync(new Incoming(file.ToArray(), code, page.Lang), null, cancel);
    }

    /// <param name="name">Under which the workbook waits already; null: it came now.</param>
    private async Task<IResult> PreviewAsync(Incoming incoming, string? name, CancellationToken cancel)
    {
        try
        {
            var (plan, _) = await plans.HandleAsync(incoming, cancel);
            var waits = name ?? (plan.Table is null && plan.Sheets.Count == 0 ? null : await waiting.KeepAsync(incoming.File, cancel));
            return Show(new(incoming.Code, plan, waits, null, new Problems()) { Said = new(incoming.Sheet, incoming.Said) });
        }
        catch (RefusedException refused) when (!refused.Refusal.Code.StartsWith("actor.", StringComparison.Ordinal))
        {
            var problems = new Problems();
            problems.Add(refused.Refusal, "workbook");
            return Show(new(incoming.Code, null, null, null, problems));
        }
    }

    private async Task<IResult> CorrectAsync(Confirmation form, Correction said, Page page, CancellationToken cancel) =>
        await PreviewAsync(await FindAsync(form, said, page, cancel), form.File, cancel);

    private async Task<IResult> ConfirmAsync(Confirmation form, Correction said, Page page, CancellationToken cancel)
    {
        var incoming = await FindAsync(form, said, page, cancel);
        try
        {
            var (plan, change) = await takeIn.HandleAsync(incoming, new Said(form.Reason, form.Release), cancel);
            if (plan.Problems.Count > 0 || plan.ChangesNothing) return Show(new(form.Code, plan, form.File, form.Reason, new Problems()) { Said = said });
            waiting.Forget(form.File);
            return TypedResults.LocalRedirect(page.To(change is not null && plan.Mode == ImportMode.Propose ? $"changes/{change}" : $"lists/{plan.Code}"));
        }
        catch (RefusedException refused) when (!refused.Refusal.Code.StartsWith("actor.", StringComparison.Ordinal))
        {
            var problems = new Problems();
            problems.Add(refused.Refusal, refused.Refusal.Code == "change.reason" ? "Reason" : null);
            db.ChangeTracker.Clear(); // the plan that was refused left its rows
            var (plan, _) = await plans.AgainAsync(incoming, cancel);
            return Show(new(form.Code, plan, form.File, form.Reason, problems) { Said = said });
        }
    }

    private async Task<Incoming> FindAsync(Confirmation form, Correction said, Page page, CancellationToken cancel)
    {
        var file = await waiting.FindAsync(form.File, cancel) ?? throw new NotFoundException("workbook", form.File);
        return new(file, form.Code, page.Lang) { Sheet = said.Sheet, Said = said.Columns };
    }

    private static string? Typed(IFormCollection form, string field) => string.IsNullOrWhiteSpace(form[field]) ? null : form[field].ToString().Trim();

    private static RazorComponentResult<ImportPage> Show(View view) => new(new { View = view }) { StatusCode = view.Problems.Any || view.Plan?.Problems.Count > 0 ? 422 : 200 };
}
