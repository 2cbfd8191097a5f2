using TwinHub.Core.Changes;
using TwinHub.Core.Items;

namespace TwinHub.Core.Lists;

/// <summary>A revision that was adopted before the record began: a fact with its source, shown as recorded, not keyed.</summary>
public sealed record PastRevision(Guid Id, int Number, RevisionState State, DateOnly Date)
{
    public string? Meeting { get; init; }
    public string? Decision { get; init; }
    public LocalText Ground { get; init; } = LocalText.Empty;
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public IReadOnlyList<PastChange> Changes { get; init; } = [];
}

/// <summary>What a past revision changed in one item.</summary>
public sealed record PastChange(string Item, LocalText Reason)
{
    public DateOnly? Due { get; init; }
    public LocalText? Scope { get; init; }
    /// <summary>party=unit;unit|party=unit.</summary>
    public string? Leads { get; init; }
}

/// <summary>The past of a list: revisions, ends, and the milestones of its items.</summary>
public sealed record Past(IReadOnlyList<PastRevision> Revisions, IReadOnlyList<PastEnd> Ends, IReadOnlyList<Milestone> Milestones);

/// <summary>How an item ended before the record began.</summary>
public sealed record PastEnd(string Item, ItemEnd End, DateOnly On, LocalText Reason, string? Ground)
{
    /// <summary>The item of the next list that carries it on; of a carried one, and of no other.</summary>
    public Item? Successor { get; init; }
}

/// <summary>Writes the past of a list into an empty record.</summary>
public static class FoundList
{
    /// <param name="list">With all its items in it, as they stood in their first revision.</param>
    /// <param name="firstRevisions">Item → first revision that has it; what is not in it stays a draft.</param>
    /// <param name="past">What happened to it.</param>
    /// <param name="newKey">Keys for the rows.</param>
    /// <exception cref="ArgumentException">A carried item names no successor in another list, or one that was not carried names one.</exception>
    public static void Found(this ItemList list, IReadOnlyDictionary<string, int> firstRevisions, Past past, Func<Guid> newKey)
    {
        foreach (var revision in past.Revisions.OrderBy(r => r.Number))
        {
            foreach (var change in revision.Changes) Amend(list.Find(change.Item)!, change, newKey);
            foreach (var item in list.Items.Where(i => revision.State == RevisionState.Adopted && firstRevisions.GetValueOrDefault(i.Code) == revision.Number)) item.Enter(revision.Number);
            Freeze(list, revision, past, newKey);
        }

        foreach (var end in past.Ends) Finish(list, end);
    }

    private static void Finish(ItemList list, PastEnd end)
    {
        var linked = end.End == ItemEnd.Carried ? end.Successor is { } next && next.ListId != list.Id : end.Successor is null;
        if (!linked) throw new ArgumentException($"{end.Item} is {end.End}; a carried item, and no other, names one of the next list.", nameof(end));
        var item = list.Find(end.Item)!;
        item.Finish(end.End, end.On, end.Reason, end.Ground);
        if (end.Successor is { } successor) item.CarryTo(successor);
    }

    private static void Amend(Item item, PastChange change, Func<Guid> newKey)
    {
        if (change.Due is { } due) item.Redate(due);
        if (change.Scope is { } scope) item.Rescope(scope);
        if (change.Leads is { } leads) item.SetLeads(Rows.ReadLeads(leads, newKey));
    }

    private static void Freeze(ItemList list, PastRevision past, Past whole, Func<Guid> newKey)
    {
        var (ends, milestones) = (whole.Ends.ToDictionary(e => e.Item), whole.Milestones.ToLookup(m => m.ItemId));
        var revision = new ListRevision { Id = past.Id, Number = past.Number, State = past.State, Date = past.Date, Source = past.Source, Sample = past.Sample };
        (revision.Meeting, revision.Decision, revision.Ground) = (past.Meeting, past.Decision, past.Ground);
        list.AddPast(revision);
        foreach (var item in list.Items.Where(i => i.FirstRevision is not null && !Dropped(i, past, ends)))
        {
            var reason = past.Changes.FirstOrDefault(c => c.Item == item.Code)?.Reason ?? LocalText.Empty;
            var row = RevisionRow.Of(newKey(), item, list.Parties, milestones[item.Id]);
            row.Reason = reason;
            revision.Add(row);
        }
    }

    private static bool Dropped(Item item, PastRevision revision, Dictionary<string, PastEnd> ends) =>
        ends.TryGetValue(item.Code, out var end) && end.End == ItemEnd.Dropped && end.On <= revision.Date;
}
