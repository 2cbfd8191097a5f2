using System.Globalization;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;

namespace TwinHub.Core.Changes;

/// <summary>When rows fit their list.</summary>
public static class RowRules
{
    /// <summary>Null when every row fits, and an adoption leaves nothing out that the list before carried over.</summary>
    public static Refusal? WhyNot(IReadOnlyList<ChangeRow> rows, ItemList list, ItemList? next, IReadOnlyList<Milestone>? milestones = null) =>
        rows.Select(row => WhyNot(row, list, next, milestones)).FirstOrDefault(r => r is not null) ?? WhyNotAdopt(rows, list);

    /// <summary>Null when the row fits: what was old still stands, the new can be read, and no ended item is touched.</summary>
    public static Refusal? WhyNot(ChangeRow row, ItemList list, ItemList? next, IReadOnlyList<Milestone>? milestones = null)
    {
        if (list.Find(row.Item) is not { } item) return Refusal.Of("item.unknown", row.Item);
        if (row.Kind is RowKind.Adopt or RowKind.Add) return WhyNotEnter(row, item, (list, milestones ?? []));
        if (!item.IsOpen) return Refusal.Of("item.not-open", row.Item);
        if (row.Kind == RowKind.Rebase) return WhyNotRebase(row, item, milestones ?? []);
        if (row.Old != Rows.Current(row.Kind, item, list)) return Refusal.Of("change.row-stale", row.Item);
        return row.Kind switch
        {
            RowKind.Redate => WhyNotDate(row, list),
            RowKind.Relead => WhyNotRelead(row, item, list),
            RowKind.Rescope => row.New.Trim().Length > 0 ? WhyNotChanged(row) : Refusal.Of("change.scope-empty", row.Item),
            RowKind.Revalue => ItemValues.WhyNot(row.New, list) ?? WhyNotChanged(row),
            RowKind.Carry => WhyNotCarry(row, list, next),
            _ => row.Reason.IsEmpty ? Refusal.Of("change.row-reason", row.Item) : null,
        };
    }

    private static Refusal? WhyNotAdopt(IReadOnlyList<ChangeRow> rows, ItemList list)
    {
        if (!rows.Any(r => r.Kind == RowKind.Adopt)) return null;
        var named = rows.Select(r => r.Item).ToHashSet(StringComparer.Ordinal);
        var left = list.Items.FirstOrDefault(i => i.IsDraft && i.CarriedFrom is not null && !named.Contains(i.Code));
        return left is null ? null : Refusal.Of("list.carried-left-out", left.Code, left.CarriedFrom!);
    }

    private static Refusal? WhyNotEnter(ChangeRow row, Item item, (ItemList List, IReadOnlyList<Milestone> Milestones) at) =>
        !item.IsDraft ? Refusal.Of("item.adopted", row.Item)
        : row.Kind == RowKind.Adopt && at.List.Adopted is not null ? Refusal.Of("list.already-adopted", at.List.Code)
        : row.Kind == RowKind.Add && at.List.Adopted is null ? Refusal.Of("list.not-adopted", at.List.Code)
        : row.Old != Rows.Current(row.Kind, item, at.List, at.Milestones) ? Refusal.Of("change.row-stale", row.Item)
        : WhyNotLeads(item.Units.Where(u => u.Lead), item, at.List) ?? ItemValues.WhyNot(item.Values, at.List);

    private static Refusal? WhyNotDate(ChangeRow row, ItemList list) =>
        !IsDate(row.New) ? Refusal.Of("change.date-unread", row.Item, row.New)
        : Rows.ReadDate(row.New) < list.Starts ? Refusal.Of("change.date-before-list", row.Item)
        : WhyNotChanged(row);

    private static Refusal? WhyNotRelead(ChangeRow row, Item item, ItemList list)
    {
        var sides = Rows.Leads(row.New).ToList();
        var wellFormed = sides.Count == row.New.Split('|').Length && sides.DistinctBy(s => s.Party).Count() == sides.Count;
        if (!wellFormed) return Refusal.Of("item.leads", row.Item);
        var leads = Rows.ReadLeads(row.New, () => Guid.Empty);
        if (WhyNotLeads(leads, item, list) is { } refusal) return refusal;
        return Rows.WriteLeads(leads, list.Parties) == row.Old ? Refusal.Of("change.row-unchanged", row.Item) : null;
    }

    /// <summary>Leads are of the list's parties, each unit once; a party may be supporting only, but it takes two to do a thing together.</summary>
    private static Refusal? WhyNotLeads(IEnumerable<ItemUnit> leads, Item item, ItemList list)
    {
        var units = leads.ToList();
        var known = list.Parties.Select(p => p.Party).ToHashSet(StringComparer.Ordinal);
        var concerned = units.Concat(item.Units.Where(u => !u.Lead)).Select(u => u.Party).OfType<string>().Where(known.Contains).Distinct().Count();
        var each = units.DistinctBy(u => (u.Party, u.Organization)).Count() == units.Count && units.TrueForAll(u => u.Party is { } party && known.Contains(party));
        return each && units.Count > 0 && concerned > 1 ? null : Refusal.Of("item.leads", item.Code);
    }

    /// <summary>The row names the milestones that move, and no other: old and new of the same codes, in order.</summary>
    private static Refusal? WhyNotRebase(ChangeRow row, Item item, IReadOnlyList<Milestone> milestones)
    {
        if (Rows.ReadBaselines(row.New) is not { Count: > 0 } baselines) return Refusal.Of("change.date-unread", row.Item, row.New);
        var named = milestones.Where(m => m.ItemId == item.Id && baselines.Any(b => b.Milestone == m.Code)).ToList();
        return named.Count != baselines.Count ? Refusal.Of("milestone.unknown", row.Item, row.New)
            : Rows.WriteBaselines(named.Select(m => (m.Code, m.Baseline))) != row.Old ? Refusal.Of("change.row-stale", row.Item)
            : WhyNotChanged(row);
    }

    private static Refusal? WhyNotCarry(ChangeRow row, ItemList list, ItemList? next) =>
        next is null || !next.IsOpen || next.Id == list.Id ? Refusal.Of("change.no-next-list", row.Item)
        : row.New.Length > 0 && !IsDate(row.New) ? Refusal.Of("change.date-unread", row.Item, row.New)
        : row.New.Length > 0 && Rows.ReadDate(row.New) < next.Starts ? Refusal.Of("change.date-before-list", row.Item)
        : row.Reason.IsEmpty ? Refusal.Of("change.row-reason", row.Item)
        : null;

    private static Refusal? WhyNotChanged(ChangeRow row) => row.New == row.Old ? Refusal.Of("change.row-unchanged", row.Item) : null;

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
