using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;

namespace TwinHub.Deliver.Changes;

/// <summary>One row of a change request as a table shows it.</summary>
/// <param name="WhyNot">Why the row no longer fits the list; null: it does, or nobody asks any more.</param>
/// <param name="Now">What stands in the field today, where it is not what the row names as old.</param>
public sealed record RowView(ChangeRow Row, LocalText Title, Refusal? WhyNot, string? Now)
{
    public string Item => Row.Item;
    public RowKind Kind => Row.Kind;
    /// <summary>The item of the next list that a carried one became; null: it has not been carried.</summary>
    public string? Successor { get; init; }
    public bool Enters => Kind is RowKind.Adopt or RowKind.Add;
}

/// <summary>Rows beside the list that they change.</summary>
/// <param name="Milestones">Names by code, for rows that move baselines.</param>
/// <param name="Next">The list that carried items go to.</param>
public sealed record RowsView(ItemList List, IReadOnlyList<RowView> Rows, IReadOnlyDictionary<string, LocalText> Milestones, ItemList? Next)
{
    public IEnumerable<(RowKind Kind, int Count)> Kinds => Rows.GroupBy(r => r.Kind).Select(g => (g.Key, g.Count()));
    public bool MakesRevision => Rows.Any(r => r.Row.MakesRevision);

    /// <param name="whole">The list as it stands.</param>
    /// <param name="rows">Frozen rows, or rows about to be.</param>
    /// <param name="waits">The rows are not in effect: it is told where they no longer fit.</param>
    public static RowsView Of(Data.Whole.WholeList whole, IEnumerable<ChangeRow> rows, bool waits)
    {
        var names = whole.Milestones.ToDictionary(m => m.Code, m => m.Name, StringComparer.Ordinal);
        return new(whole.List, [.. rows.OrderBy(r => r.Order).Select(r => Of(r, whole, waits))], names, whole.Next);
    }

    private static RowView Of(ChangeRow row, Data.Whole.WholeList whole, bool waits)
    {
        var item = whole.List.Find(row.Item);
        var whyNot = waits ? RowRules.WhyNot(row, whole.List, whole.Next, whole.Milestones) : null;
        var now = whyNot?.Code == "change.row-stale" && item is not null ? Current(row, item, whole) : null;
        return new(row, item?.Title ?? LocalText.Empty, whyNot, now) { Successor = row.Kind == RowKind.Carry ? item?.Successor : null };
    }

    /// <summary>What stands now in the field that the row changes; of baselines, those that it names.</summary>
    public static string Current(ChangeRow row, Item item, Data.Whole.WholeList whole)
    {
        if (row.Kind != RowKind.Rebase) return Standing(row.Kind, item, whole);
        var named = (Core.Changes.Rows.ReadBaselines(row.New) ?? []).Select(b => b.Milestone).ToHashSet(StringComparer.Ordinal);
        return Core.Changes.Rows.WriteBaselines(whole.Milestones.Where(m => m.ItemId == item.Id && named.Contains(m.Code)).Select(m => (m.Code, m.Baseline)));
    }

    private static string Standing(RowKind kind, Item item, Data.Whole.WholeList whole) => Core.Changes.Rows.Current(kind, item, whole.List, whole.Milestones);
}

/// <summary>An item as an adopting row froze it.</summary>
public sealed record FrozenItem(string Theme, string Title, string Scope, DateOnly Due, string Leads, string Baselines)
{
    /// <summary>In the typed columns of the list.</summary>
    public string Values { get; init; } = "";

    /// <summary>Null where the text is not a frozen item.</summary>
    public static FrozenItem? Read(string text)
    {
        var fields = text.Split('\t');
        return fields.Length < 7 ? null
            : new(fields[1], Core.Changes.Rows.Plain(fields[2]), Core.Changes.Rows.Plain(fields[3]), Core.Changes.Rows.ReadDate(fields[4]), fields[5], fields[6])
            { Values = fields.Length > 7 ? Core.Changes.Rows.Plain(fields[7]) : "" };
    }
}
