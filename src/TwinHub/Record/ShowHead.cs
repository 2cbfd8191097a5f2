using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record;

/// <summary>The signed tree head, holding the record against its entries, and the export for the reader's own party.</summary>
public sealed class ShowHead(SignTreeHead sign, VerifyRecord verify, ExportJournal export, Page page, Actor actor)
{
    private const Roles Keepers = Roles.Auditor | Roles.Office | Roles.Administrator | Roles.KeyHolder;

    /// <param name="Verdict">Null: nobody asked.</param>
    /// <param name="WhyNot">Why the reader may neither verify nor export; null: they may.</param>
    public sealed record View(SignTreeHead.Signed Head, VerifyRecord.Verdict? Verdict, Refusal? WhyNot);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/journal/head", (ShowHead slice, CancellationToken cancel) => slice.ShowAsync(false, cancel));
        app.MapPost("/journal/head", (IFormCollection _, ShowHead slice, CancellationToken cancel) => slice.ShowAsync(true, cancel));
        app.MapGet("/journal/export", (HttpContext http, ShowHead slice, CancellationToken cancel) => slice.ExportAsync(http.Response, cancel));
    }

    private async Task<IResult> ShowAsync(bool verifying, CancellationToken cancel)
    {
        var whyNot = actor.WhyNotAs(Keepers);
        RefusedException.ThrowIf(verifying ? whyNot : null);
        var head = await sign.HandleAsync(cancel);
        var verdict = verifying ? await verify.HandleAsync(null, cancel) : null;
        return new RazorComponentResult<HeadPage>(new { View = new View(head, verdict, whyNot) });
    }

    private async Task ExportAsync(HttpResponse response, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Keepers));
        response.ContentType = "application/jsonl";
        response.Headers.ContentDisposition = $"attachment; filename=\"{page.Region.Code}-{actor.Party}-{page.Today.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl\"";
        await export.HandleAsync(response.Body, actor, cancel);
    }
}
