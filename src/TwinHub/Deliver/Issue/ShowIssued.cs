using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Web;

namespace TwinHub.Deliver.Issue;

/// <summary>One issued document: what it says of itself, the sealed copy, and where that differs from the record. The register of all.</summary>
public sealed class ShowIssued(TwinHubDb db, Actor actor)
{
    /// <param name="Revision">The revision that it issued, as the record has it; null: it issued none.</param>
    public sealed record View(IssuedDocument Document, ListRevision? Revision, EvidenceOf Evidence, bool MayBring)
    {
        public bool Differs => Revision is not null && Document.DiffersFrom(Revision);
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/issued", async (ShowIssued slice, CancellationToken cancel) => new RazorComponentResult<IssuedListPage>(new { View = await slice.AllAsync(cancel) }));
        pages.MapGet("/issued/{code}", (string code, ShowIssued slice, CancellationToken cancel) => slice.ShowAsync(code, cancel));
    }

    private async Task<IReadOnlyList<IssuedDocument>> AllAsync(CancellationToken cancel) =>
        await db.IssuedDocuments.AsNoTracking().OrderByDescending(d => d.Date).ThenBy(d => d.Code).ToListAsync(cancel);

    private async Task<IResult> ShowAsync(string code, CancellationToken cancel)
    {
        var document = await db.IssuedDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Code == code, cancel) ?? throw new NotFoundException("issued", code);
        var list = document.List is null ? null : await db.Lists.AsNoTracking().Include(l => l.Revisions.Where(r => r.Number == document.Revision)).SingleOrDefaultAsync(l => l.Code == document.List, cancel);
        var evidence = await db.EvidenceOfAsync(EvidenceRows.OfIssue(code), actor, cancel);
        return new RazorComponentResult<IssuedPage>(new { View = new View(document, list?.Revisions.FirstOrDefault(), evidence, IssuedDocument.WhyNotIssue(actor) is null) });
    }
}
