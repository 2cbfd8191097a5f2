using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Rounds;

/// <summary>Keeps what the account typed into a form until it is sent.</summary>
public sealed class FormDrafts(TwinHubDb db, TimeProvider clock, Actor actor)
{
    private const int MostChars = 1 << 19;

    public Task<FormDraft?> FindAsync(string form, CancellationToken cancel) =>
        db.FormDrafts.SingleOrDefaultAsync(d => d.Account == actor.Account && d.Form == form, cancel);

    /// <exception cref="RefusedException"><c>form.too-long</c>.</exception>
    public async Task<DateTimeOffset> SaveAsync(string form, Typed typed, CancellationToken cancel)
    {
        db.ChangeTracker.Clear(); // what a refused act had begun is not saved with it
        var (fields, now) = (typed.ToJson(), clock.GetUtcNow());
        RefusedException.ThrowIf(fields.Length > MostChars ? Refusal.Of("form.too-long") : null);
        if (await FindAsync(form, cancel) is { } draft) (draft.Fields, draft.SavedAt) = (fields, now);
        else db.FormDrafts.Add(new() { Account = actor.Account, Form = form, Fields = fields, SavedAt = now });
        await db.SaveChangesAsync(cancel);
        return now;
    }

    /// <summary>Takes the draft out with the next save: what was sent is in the record.</summary>
    public async Task DropAsync(string form, CancellationToken cancel)
    {
        if (await FindAsync(form, cancel) is { } draft) db.FormDrafts.Remove(draft);
    }

    /// <summary>Forgets what was typed.</summary>
    public async Task EndAsync(string form, CancellationToken cancel)
    {
        await DropAsync(form, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
