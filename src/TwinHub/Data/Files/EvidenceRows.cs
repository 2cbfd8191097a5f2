using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;

namespace TwinHub.Data.Files;

/// <summary>One file as pages list it.</summary>
public sealed record EvidenceRow(string Sha256, string Name, string ContentType, long Size, Class Class, string Party, string Subject, DateTimeOffset At)
{
    public bool NameDiffers => FileKinds.NameDiffers(Name, ContentType);
}

/// <summary>The evidence of a record: its files, and stubs of what may not be held here.</summary>
public sealed record EvidenceOf(string Subject, IReadOnlyList<EvidenceRow> Files, IReadOnlyList<Stub> Stubs);

/// <summary>Subjects of evidence are the kind and the code of a record: <c>item/2023H2-017</c>, <c>report/…</c>, <c>issue/…</c>, <c>change/…</c>, <c>expunge/…</c>.</summary>
public static class EvidenceRows
{
    public static string OfItem(string code) => $"item/{code}";

    public static string OfReport(Guid id) => $"report/{id:D}";

    public static string OfIssue(string code) => $"issue/{code}";

    public static string OfChange(string code) => $"change/{code}";

    public static string OfExpunge(string code) => $"expunge/{code}";

    /// <summary>What the actor may see of the evidence of <paramref name="subjects"/>, oldest first.</summary>
    public static async Task<IReadOnlyList<EvidenceOf>> EvidenceOfAsync(this TwinHubDb db, IReadOnlyList<string> subjects, Actor actor, CancellationToken cancel)
    {
        var files = (await db.Evidence.AsNoTracking().VisibleTo(actor).Where(f => subjects.Contains(f.Subject)).OrderBy(f => f.At)
            .Select(f => new EvidenceRow(f.Sha256, f.Name, f.ContentType, f.Size, f.Class, f.Party, f.Subject, f.At)).ToListAsync(cancel)).ToLookup(f => f.Subject);
        var stubs = (await db.Stubs.AsNoTracking().VisibleTo(actor).Where(s => subjects.Contains(s.Subject)).OrderBy(s => s.Number).ToListAsync(cancel)).ToLookup(s => s.Subject);
        return [.. subjects.Select(s => new EvidenceOf(s, [.. files[s]], [.. stubs[s]]))];
    }

    public static async Task<EvidenceOf> EvidenceOfAsync(this TwinHubDb db, string subject, Actor actor, CancellationToken cancel) =>
        (await db.EvidenceOfAsync([subject], actor, cancel))[0];
}
