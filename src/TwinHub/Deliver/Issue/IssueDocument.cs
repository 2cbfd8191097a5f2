using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Web;

namespace TwinHub.Deliver.Issue;

/// <summary>Records that a revision of a list, minutes or a letter was issued (印发): number, organs, addressees, day, the sealed copy, and the text that it reproduces.</summary>
public sealed class IssueDocument(TwinHubDb db, EvidenceStore files, Actor actor)
{
    /// <param name="List">Code of the list.</param>
    /// <param name="Revision">Adopted revision that was issued; null: minutes or a letter.</param>
    /// <param name="TextSha256">Digest of the text that the sealed copy reproduces, as its keeper computed it; null: that of the revision.</param>
    public sealed record Command(string List, string Kind, int? Revision, IssueFields Fields, string? TextSha256)
    {
        public Upload? Scan { get; init; }
    }

    public sealed record View(string List, LocalText Title, IReadOnlyList<(int Number, string Sha256)> Revisions, int? Chosen, Problems Problems)
    {
        public FormFields? Typed { get; init; }
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        const string path = "/lists/{code}/issue";
        pages.MapGet(path, (string code, int? revision, IssueDocument slice, CancellationToken cancel) => slice.ShowAsync(code, revision, new Problems(), null, cancel));
        pages.MapPost(path, (string code, IFormCollection form, Page page, IssueDocument slice, CancellationToken cancel) => Answer.PageAsync(
            p => Read(code, new FormFields(form, page, p), page.Today.Day.Year), async c => page.To($"issued/{await slice.HandleAsync(c, cancel)}"),
            p => slice.ShowAsync(code, null, p, new FormFields(form, page, p), cancel))).WithMetadata(TakesFiles.Mark);
    }

    /// <exception cref="RefusedException"><c>actor.role</c>; <c>issue.revision-unknown</c>: not an adopted revision of the list; the reasons of <see cref="EvidenceStore.BringAsync"/>.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(IssuedDocument.WhyNotIssue(actor));
        await using var transaction = await db.BeginAsOnlyWriterAsync(cancel);
        var list = await FindAsync(command.List, cancel);
        var revision = list.Revisions.FirstOrDefault(r => r.Number == command.Revision && r.State == RevisionState.Adopted);
        RefusedException.ThrowIf(command.Revision is { } number && revision is null ? Refusal.Of("issue.revision-unknown", list.Code, number) : null);
        var code = await db.IssuedDocuments.Select(d => d.Code).NextCodeAsync("ISS-", cancel);
        var scan = command.Scan is { } upload ? (await files.BringAsync(upload, EvidenceRows.OfIssue(code), cancel)).Sha256 : null;
        db.IssuedDocuments.Add(command.Fields.Of(code, command.Kind, (list.Code, command.Revision), (scan, command.TextSha256 ?? revision?.TextSha256())));
        db.Act(new Act("document.issued", actor, code) { EffectiveOn = command.Fields.Date, Touches = [list.Code] });
        await db.SaveOrRefuseAsync(cancel);
        await transaction.CommitAsync(cancel);
        return code;
    }

    private static Command? Read(string code, FormFields fields, int year)
    {
        var issued = IssueFields.Read(fields, year);
        var sha = fields.Optional("TextSha256")?.ToLowerInvariant();
        if (sha is not null && !Data.Journal.EvidenceFolder.IsName(sha)) fields.Problems.Add(Refusal.Of("issue.sha"), "TextSha256");
        int? revision = int.TryParse(fields.Text("Revision"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        return issued is null ? null : new(code, revision is null ? fields.Text("Kind") is "minutes" ? "minutes" : "letter" : "list", revision, issued, sha) { Scan = fields.Upload("Scan", "Class") };
    }

    private async Task<ItemList> FindAsync(string code, CancellationToken cancel) =>
        await db.Lists.AsNoTracking().Include(l => l.Revisions).SingleOrDefaultAsync(l => l.Code == code, cancel) ?? throw new NotFoundException("list", code);

    private async Task<IResult> ShowAsync(string code, int? revision, Problems problems, FormFields? typed, CancellationToken cancel)
    {
        RefusedException.ThrowIf(IssuedDocument.WhyNotIssue(actor));
        var list = await FindAsync(code, cancel);
        var revisions = list.Revisions.Where(r => r.State == RevisionState.Adopted).OrderByDescending(r => r.Number).Select(r => (r.Number, r.TextSha256())).ToList();
        var view = new View(list.Code, list.Title, revisions, revision ?? list.Adopted?.Number, problems) { Typed = typed };
        return new RazorComponentResult<IssuePage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
