using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;

namespace TwinHub.Core.Changes;

/// <summary>What is proposed, by whom and when.</summary>
public sealed record Proposal(Actor By, DateTimeOffset At, LocalText Reason, IReadOnlyList<ChangeRow> Rows)
{
    /// <summary>Code of the decision that is its ground.</summary>
    public string? Ground { get; init; }
    /// <summary>Code of the issued document, where the change was adopted elsewhere.</summary>
    public string? Document { get; init; }

    /// <summary>Null when the actor may propose these rows for the list, beside the next list and the milestones of its items.</summary>
    public Refusal? WhyNot(ItemList list, ItemList? next, IReadOnlyList<Milestone>? milestones = null) =>
        WhyNotText(list) ?? RowRules.WhyNot(Rows, list, next, milestones);

    /// <summary>Null when this can be a text of the list at all, whatever stands there now.</summary>
    public Refusal? WhyNotText(ItemList list) =>
        By.WhyNotAs(Roles.Office | Roles.Drafter)
        ?? (list.Parties.Any(p => p.Party == By.Party) ? null : Refusal.Of("key.not-concerned", By.Party))
        ?? (Rows.Count > 0 ? null : Refusal.Of("change.no-rows"))
        ?? (list.IsOpen ? null : Refusal.Of("list.closed", list.Code))
        ?? Rows.GroupBy(r => r.Item).Where(IsTwice).Select(g => Refusal.Of("change.row-twice", g.Key)).FirstOrDefault()
        ?? Rows.Select(row => WhyNotRow(row, list)).FirstOrDefault(r => r is not null);

    /// <summary>An item takes each kind of row once, and one that ends takes no other: what would be changed has ended.</summary>
    private static bool IsTwice(IGrouping<string, ChangeRow> rows) =>
        rows.DistinctBy(r => r.Kind).Count() < rows.Count() || (rows.Any(r => r.Ends) && rows.Count() > 1);

    /// <summary>Another party's draft is not there to be proposed; what came from an earlier list is dropped by a decision only.</summary>
    private Refusal? WhyNotRow(ChangeRow row, ItemList list)
    {
        var item = list.Find(row.Item);
        if (item is null || (item.DraftOf is { } party && party != By.Party)) return Refusal.Of("item.unknown", row.Item);
        var undecided = row.Kind == RowKind.Drop && item.CarriedFrom is not null && Ground is null && Document is null;
        return undecided ? Refusal.Of("change.drop-ground", row.Item) : null;
    }
}
