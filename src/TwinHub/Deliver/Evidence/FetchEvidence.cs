using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Deliver.Evidence;

/// <summary>Gives a file out: as an attachment, never as something that a browser runs; and checks that it is still the file that was brought.</summary>
public sealed class FetchEvidence(TwinHubDb db, EvidenceStore files, Actor actor)
{
    /// <param name="Same">Null: the file is not held.</param>
    public sealed record CheckView(EvidenceRow File, bool? Same);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/evidence/{sha256}", (string sha256, HttpContext http, FetchEvidence slice, CancellationToken cancel) => slice.FetchAsync(sha256, http, cancel));
        pages.MapGet("/evidence/{sha256}/check", (string sha256, FetchEvidence slice, CancellationToken cancel) => slice.CheckAsync(sha256, cancel));
    }

    private async Task<IResult> FetchAsync(string sha256, HttpContext http, CancellationToken cancel)
    {
        var file = await FindAsync(sha256, cancel);
        if (files.Open(sha256) is not { } content) throw new NotFoundException("evidence", sha256);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, FileKinds.Passive(file.ContentType), file.Name); // a name makes it an attachment
    }

    private async Task<IResult> CheckAsync(string sha256, CancellationToken cancel)
    {
        var file = await FindAsync(sha256, cancel);
        return new RazorComponentResult<CheckPage>(new { View = new CheckView(file, await files.CheckAsync(sha256, cancel)) });
    }

    /// <summary>The content may be evidence of several records; it is given to whom one of them lets see it.</summary>
    private async Task<EvidenceRow> FindAsync(string sha256, CancellationToken cancel)
    {
        if (!EvidenceFolder.IsName(sha256)) throw new NotFoundException("evidence", sha256);
        var files = await db.Evidence.AsNoTracking().VisibleTo(actor).Where(f => f.Sha256 == sha256).OrderBy(f => f.At)
            .Select(f => new EvidenceRow(f.Sha256, f.Name, f.ContentType, f.Size, f.Class, f.Party, f.Subject, f.At)).ToListAsync(cancel);
        foreach (var file in files)
        {
            if (file.Party == actor.Party || await IsSaidAsync(file.Subject, cancel)) return file;
        }

        throw new NotFoundException("evidence", sha256);
    }

    /// <summary>What supports a report is there for another party from the report's release on.</summary>
    private async Task<bool> IsSaidAsync(string subject, CancellationToken cancel) =>
        !subject.StartsWith("report/", StringComparison.Ordinal) || (Guid.TryParse(subject.AsSpan("report/".Length), out var report) && await db.Reports.AnyAsync(r => r.Id == report && r.State == ReportState.Released, cancel));
}
