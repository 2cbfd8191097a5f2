using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;

namespace TwinHub.Data.Journal;

/// <summary>
/// Destroys a text, or a file, wherever it stands in its record: tables, earlier versions, the values beside the entries, the file. The entries keep their digests.
/// A party's office or administrator does it for what is internal to it; what is joint needs an <see cref="ExpungeRequest"/> that every party approved.
/// </summary>
public sealed class Expunge(TwinHubDb db, Store store, TimeProvider clock)
{
    public const string Act = "value.expunged";

    /// <param name="Cell">Where the text stands. Of a file of evidence, any of its columns: the file goes with its name.</param>
    /// <param name="Reason">Why; it must not repeat the text.</param>
    /// <param name="Request">Code of the approved request, for what is joint.</param>
    public sealed record Command(ExpungeTarget Cell, LocalText Reason, string? Request = null);

    /// <param name="Texts">Texts destroyed beside the entries.</param>
    /// <param name="Cells">Cells of tables that now hold the mark.</param>
    /// <param name="Files">Files removed.</param>
    public sealed record Done(int Texts, int Cells, int Files);

    /// <exception cref="RefusedException">
    /// <c>actor.role</c>; <c>expunge.nothing</c>: there is no such text that the actor may see; <c>expunge.needs-keys</c>: it is joint; <c>expunge.not-approved</c>: the request does not carry it;
    /// <c>expunge.reason</c>: there is none, or it repeats the text.
    /// </exception>
    public async Task<Done> HandleAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var request = command.Request is { } code ? await db.ExpungeRequests.SingleOrDefaultAsync(r => r.Code == code, cancel) : null;
        RefusedException.ThrowIf(WhyNotActor(command, request, actor));
        var texts = await ExpungeTexts.OfAsync(db, request is null ? db.Journal.VisibleTo(actor) : db.Journal, command.Cell, cancel);
        RefusedException.ThrowIf(WhyNotReason(command.Reason, texts) ?? WhyNotHere(command.Cell, texts, request is not null));
        request?.CarryOut(clock.GetUtcNow());
        var (cells, tables) = await BlankAsync(texts, (command.Cell.Record, request is null ? actor.Party : null), cancel);
        await DropDraftsAsync(texts, cancel);
        db.Act(new Act(Act, actor, command.Cell.Record, command.Reason) { Expunges = [.. texts.Held.Select(h => h.Digest)], Audience = request is null ? actor.Party : null });
        await db.SaveChangesAsync(cancel);
        var files = await RemoveFilesAsync(texts, cancel);
        await Scrub.RunAsync(db, tables, cancel);
        return new(texts.Held.Count, cells, files);
    }

    private static Refusal? WhyNotActor(Command command, ExpungeRequest? request, Actor actor) =>
        command.Request is null ? ExpungeRequest.WhyNotPropose(actor)
        : request?.Carries(command.Cell) == true ? request.WhyNotCarryOut(actor)
        : Refusal.Of("expunge.not-approved", command.Request);

    private static Refusal? WhyNotReason(LocalText reason, ExpungeTexts texts) =>
        reason.IsEmpty || reason.Wordings.Values.Any(w => texts.IsRepeatedIn(w.Text)) ? Refusal.Of("expunge.reason") : null;

    private static Refusal? WhyNotHere(ExpungeTarget cell, ExpungeTexts texts, bool isApproved) =>
        texts.Held.Count == 0 ? Refusal.Of("expunge.nothing", cell.Record)
        : !isApproved && texts.Held.Any(h => h.Audience is null) ? Refusal.Of("expunge.needs-keys", cell.Record)
        : null;

    /// <summary>Puts the mark in every cell of the record that holds one of the texts; with a party given, only where that party alone sees the row.</summary>
    private async Task<(int Count, IReadOnlyCollection<string> Tables)> BlankAsync(ExpungeTexts texts, (string Record, string? Party) where, CancellationToken cancel)
    {
        var tables = new HashSet<string>(StringComparer.Ordinal) { "\"JournalValues\"", "\"FormDrafts\"", "\"SearchRows\"" };
        foreach (var table in RecordTable.Journaled(db)) if (await table.LoadAsync(db, texts.Stored, cancel)) tables.Add(table.Name);
        var belonging = await Belonging.OfAsync(db, null, cancel);
        var count = 0;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => JournalModel.IsJournaled(e.Metadata)).ToList())
        {
            var place = belonging.Of(entry);
            if (place.Of == where.Record && (where.Party is null || place.Audience == where.Party)) count += Blank(entry, texts.Stored);
        }

        return (count, tables);
    }

    /// <summary>An autosaved form that holds the text would bring it back. A draft is found by what is written in it, whoever types it.</summary>
    private async Task DropDraftsAsync(ExpungeTexts texts, CancellationToken cancel)
    {
        var drafts = await db.FormDrafts.ToListAsync(cancel);
        db.FormDrafts.RemoveRange(drafts.Where(d => TypedIn(d).Any(texts.IsRepeatedIn)));
    }

    private static IEnumerable<string> TypedIn(FormDraft draft)
    {
        using var fields = JsonDocument.Parse(draft.Fields);
        return [.. fields.RootElement.EnumerateObject().Select(f => f.Value.ToString())];
    }

    private static int Blank(EntityEntry entry, HashSet<string> texts)
    {
        var held = entry.Properties.Where(p => JournalModel.IsFreeText(p.Metadata) && JournalModel.Stored(p.Metadata, p.CurrentValue) is { } text && texts.Contains(text)).ToList();
        foreach (var cell in held) cell.CurrentValue = cell.Metadata.ClrType == typeof(LocalText) ? LocalText.Expunged : FreeText.Expunged;
        return held.Count;
    }

    /// <summary>A text that is the name of a file of evidence takes the file with it, unless another row still holds it.</summary>
    private async Task<int> RemoveFilesAsync(ExpungeTexts texts, CancellationToken cancel)
    {
        var (folder, count) = (new EvidenceFolder(store), 0);
        foreach (var text in texts.Stored.Where(EvidenceFolder.IsName))
        {
            if (await db.Set<EvidenceFile>().AsNoTracking().AnyAsync(f => f.Sha256 == text, cancel)) continue;
            if (await folder.DestroyAsync(text, cancel)) count++;
        }

        return count;
    }
}
