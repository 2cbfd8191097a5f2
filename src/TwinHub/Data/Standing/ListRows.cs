using TwinHub.Core.Items;

namespace TwinHub.Data.Standing;

/// <summary>Applies a filter to the standing of a list: the rows of the screen and of every export, in one order.</summary>
public static class ListRows
{
    /// <summary>Every row that the filter lets through, in its order; pages are cut from it.</summary>
    public static IReadOnlyList<ItemStanding> Apply(this ListFilter filter, ListStanding standing, Reference names)
    {
        var sought = filter.Q?.ToUpperInvariant();
        var found = filter.Narrows ? standing.Items.Where(i => filter.Holds(i, standing) && (sought is null || i.Words.Contains(sought, StringComparison.Ordinal))).ToList() : [.. standing.Items];
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

    private static bool Holds(this ListFilter filter, ItemStanding item, ListStanding standing) =>
        (filter.Theme is null || item.Theme == filter.Theme)
        && (filter.State is null || item.State == filter.State)
        && (filter.Party is null || item.Sides.Any(s => s.Party == filter.Party))
        && (filter.View is null || InView(filter.View, item, standing))
        && (filter.Report is null || Reports(filter.Report, filter.Party, item, standing));

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

    /// <summary>See <see cref="ItemStanding.Words"/>: capitals, so that a search compares without folding case ten thousand times.</summary>
    internal static string Words(Item item, IEnumerable<SideStanding> sides, Reference names)
    {
        var leads = sides.SelectMany(s => s.Leads).SelectMany(unit => new[] { names.Unit(unit), names.UnitName(unit) });
        var texts = leads.Prepend(item.Scope).Prepend(item.Title).SelectMany(t => t.Wordings.Values).Select(w => w.Text);
        return string.Join('\n', texts.Prepend(item.Code)).ToUpperInvariant();
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
