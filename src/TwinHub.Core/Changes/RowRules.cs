using System.Globalization;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;

namespace TwinHub.Core.Changes;

/// <summary>When a row fits its list.</summary>
public static class RowRules
{
    public static Refusal? WhyNot(ChangeRow row, ItemList list, ItemList? next)
    {
        if (list.Find(row.Item) is not { } item) return Refusal.Of("item.unknown", row.Item);
        if (row.Kind is RowKind.Adopt or RowKind.Add) return WhyNotEnter(row, item, list);
        if (!item.IsOpen) return Refusal.Of("item.not-open", row.Item);
        if (row.Old != Rows.Current(row.Kind, item, list)) return Refusal.Of("change.row-stale", row.Item);
        return row.Kind switch
        {
            RowKind.Redate => WhyNotDate(row, list),
            RowKind.Relead => WhyNotLeads(row.New, row.Item, list),
            RowKind.Rescope => row.New.Trim().Length > 0 ? null : Refusal.Of("change.scope-empty", row.Item),
            RowKind.Carry => WhyNotCarry(row, next),
            _ => row.Reason.IsEmpty ? Refusal.Of("change.row-reason", row.Item) : null,
        };
    }

    private static Refusal? WhyNotEnter(ChangeRow row, Item item, ItemList list) =>
        !item.IsDraft ? Refusal.Of("item.adopted", row.Item)
        : row.Kind == RowKind.Adopt && list.Adopted is not null ? Refusal.Of("list.already-adopted", list.Code)
        : row.Kind == RowKind.Add && list.Adopted is null ? Refusal.Of("list.not-adopted", list.Code)
        : row.Old != Rows.Current(row.Kind, item, list) ? Refusal.Of("change.row-stale", row.Item)
        : WhyNotLeads(Rows.WriteLeads(item, list.Parties), row.Item, list);

    private static Refusal? WhyNotDate(ChangeRow row, ItemList list) =>
        !IsDate(row.New) ? Refusal.Of("change.date-unread", row.Item, row.New)
        : Rows.ReadDate(row.New) < list.Starts ? Refusal.Of("change.date-before-list", row.Item)
        : null;

    /// <summary>At least one lead of every party, each once, and of no other.</summary>
    private static Refusal? WhyNotLeads(string leads, string item, ItemList list)
    {
        var sides = Rows.Leads(leads).ToList();
        var everyParty = sides.Where(s => s.Units.Count > 0).Select(s => s.Party).Order(StringComparer.Ordinal)
            .SequenceEqual(list.Parties.Select(p => p.Party).Order(StringComparer.Ordinal));
        return everyParty && sides.TrueForAll(s => s.Units.Distinct().Count() == s.Units.Count) ? null : Refusal.Of("item.leads", item);
    }

    private static Refusal? WhyNotCarry(ChangeRow row, ItemList? next) =>
        next is null || !next.IsOpen ? Refusal.Of("change.no-next-list", row.Item)
        : row.New.Length > 0 && !IsDate(row.New) ? Refusal.Of("change.date-unread", row.Item, row.New)
        : row.Reason.IsEmpty ? Refusal.Of("change.row-reason", row.Item)
        : null;

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
