using TwinHub.Core;
using TwinHub.Core.Items;

namespace TwinHub.Data.Standing;

/// <summary>Applies a filter to the standing of a list: the rows of the screen and of every export, in one order.</summary>
public static class ListRows
{
    /// <summary>Every row that the filter lets through, in its order; pages are cut from it.</summary>
    public static IReadOnlyList<ItemStanding> Apply(this ListFilter filter, ListStanding standing, Reference names)
    {
        var found = filter.Narrows ? standing.Items.Where(i => filter.Holds(i, standing, names)).ToList() : [.. standing.Items];
        var sorted = filter.Descending ? Sorted(found, filter.Sort).Reverse() : Sorted(found, filter.Sort);
        if (filter.Sort is "lead" or "p50") sorted = sorted.OrderBy(i => (filter.Sort == "lead" ? i.Lead as object : i.Outlook) is null); // unknown comes last, whichever the order
        return filter.Grouped ? [.. sorted.OrderBy(i => names.Theme(i.Theme)?.Order ?? int.MaxValue)] : [.. sorted];
    }

    /// <summary>The rows of the filter's page: all of them, up to <see cref="ListFilter.MostUnpaged"/>.</summary>
    public static IReadOnlyList<ItemStanding> Cut(this ListFilter filter, IReadOnlyList<ItemStanding> found) =>
        found.Count <= ListFilter.MostUnpaged ? found : [.. found.Skip((filter.Page - 1) * ListFilter.PageSize).Take(ListFilter.PageSize)];

    public static int Pages(IReadOnlyList<ItemStanding> found) =>
        found.Count <= ListFilter.MostUnpaged ? 1 : (found.Count + ListFilter.PageSize - 1) / ListFilter.PageSize;

    /// <summary>Worst first: state, then how far behind.</summary>
    public static IEnumerable<ItemStanding> WorstFirst(IEnumerable<ItemStanding> items) =>
        items.OrderBy(i => i.State).ThenBy(i => i.Lead ?? decimal.MaxValue).ThenBy(i => i.Code, StringComparer.Ordinal);

    public static bool Holds(this ListFilter filter, ItemStanding item, ListStanding standing, Reference names) =>
        (filter.Theme is null || item.Theme == filter.Theme)
        && (filter.State is null || item.State == filter.State)
        && (filter.Party is null || item.Sides.Any(s => s.Party == filter.Party))
        && (filter.View is null || InView(filter.View, item, standing))
        && (filter.Report is null || Reports(filter.Report, filter.Party, item, standing))
        && (filter.Q is null || Finds(filter.Q, item, names));

    internal static bool InView(string view, ItemStanding item, ListStanding standing) => view switch
    {
        "attention" => item.State is ItemState.Late or ItemState.AtRisk,
        "reports" => Reports("lacking", null, item, standing),
        "next-month" => item.Item.IsOpen && item.Due >= standing.NextMonth && item.Due < standing.NextMonth.AddMonths(1),
        _ => item.State == ItemState.Completed,
    };

    private static bool Reports(string report, string? party, ItemStanding item, ListStanding standing)
    {
        if (report == "disagree") return item.Disagree;
        if (standing.Round is null) return false;
        var sides = item.Sides.Where(s => party is null || s.Party == party);
        return report switch
        {
            "missing" => item.Item.IsOpen && sides.Any(s => !s.InRound),
            "late" => sides.Any(s => s.InRound && s.LateDays > 0),
            "lacking" => sides.Any(s => (item.Item.IsOpen && !s.InRound) || s.LateDays > 0),
            _ => sides.All(s => s.InRound),
        };
    }

    private static bool Finds(string q, ItemStanding item, Reference names) =>
        item.Code.Contains(q, StringComparison.OrdinalIgnoreCase) || In(item.Title, q) || In(item.Scope, q)
        || item.Sides.Any(s => s.Leads.Any(unit => In(names.Unit(unit), q) || In(names.UnitName(unit), q)));

    private static bool In(LocalText text, string q)
    {
        foreach (var wording in text.Wordings.Values)
        {
            if (wording.Text.Contains(q, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static IEnumerable<ItemStanding> Sorted(List<ItemStanding> items, string sort) => sort switch
    {
        "title" => items.OrderBy(i => i.Title.In(i.Title.Binding), StringComparer.Ordinal),
        "state" => items.OrderBy(i => i.State).ThenBy(i => i.Lead ?? decimal.MaxValue),
        "lead" => items.OrderBy(i => i.Lead ?? decimal.MaxValue),
        "due" => items.OrderBy(i => i.Due),
        "p50" => items.OrderBy(i => i.Outlook?.P50 ?? DateOnly.MaxValue),
        _ => items, // they come in the order of codes
    };
}
