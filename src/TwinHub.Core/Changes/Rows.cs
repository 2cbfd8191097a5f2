using System.Globalization;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;

namespace TwinHub.Core.Changes;

/// <summary>What a row of a change request does to its item.</summary>
public enum RowKind
{
    Adopt,
    Add,
    Redate,
    Relead,
    Rescope,
    Complete,
    Carry,
    Drop,
    /// <summary>Moves baselines of milestones.</summary>
    Rebase,
    /// <summary>Changes values in the typed columns of the list.</summary>
    Revalue,
}

/// <summary>One row of a change request: old → new, with its reason.</summary>
public sealed class ChangeRow
{
    public required Guid Id { get; init; }
    public required int Order { get; init; }
    public required string Item { get; init; }
    public required RowKind Kind { get; init; }
    /// <summary>What stood when the text was frozen; empty where nothing did. Written as <see cref="New"/> is.</summary>
    public required string Old { get; init; }
    /// <summary>
    /// Due: yyyy-mm-dd; leads: party=unit;unit|party=unit; scope: in the binding language; carry: the new due date or empty;
    /// baselines: milestone=yyyy-mm-dd;… by code, only those that move; values: all of the item's, as <see cref="ItemValues"/> writes them.
    /// </summary>
    public required string New { get; init; }
    public required LocalText Reason { get; init; }

    public bool MakesRevision => Kind is not (RowKind.Complete or RowKind.Carry);
    public bool Ends => Kind is RowKind.Complete or RowKind.Carry or RowKind.Drop;

    public string Text() => string.Join('\t', "row", Item, Kind, Rows.Escaped(Old), Rows.Escaped(New), Rows.Escaped(Reason.In(Reason.Binding)));
}

/// <summary>The written forms that frozen rows use.</summary>
public static class Rows
{
    public static string WriteDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly ReadDate(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string WriteLeads(Item item, IReadOnlyList<ListParty> parties) => WriteLeads(item.Units.Where(u => u.Lead), parties);

    /// <summary>party=unit;unit|party=unit: parties in the list's order, each with its leads in theirs.</summary>
    public static string WriteLeads(IEnumerable<ItemUnit> leads, IReadOnlyList<ListParty> parties)
    {
        var byParty = leads.OrderBy(u => u.Order).ToLookup(u => u.Party, u => u.Organization);
        return string.Join('|', parties.OrderBy(p => p.Order).Select(p => $"{p.Party}={string.Join(';', byParty[p.Party])}"));
    }

    public static IReadOnlyList<ItemUnit> ReadLeads(string text, Func<Guid> newKey) => [.. Leads(text).SelectMany(side =>
        side.Units.Select((unit, i) => new ItemUnit { Id = newKey(), Party = side.Party, Lead = true, Order = i + 1, Organization = unit }))];

    /// <summary>The leads of each party in <paramref name="text"/>.</summary>
    public static IEnumerable<(string Party, IReadOnlyList<string> Units)> Leads(string text) =>
        text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(side => side.Split('=', 2)).Where(side => side.Length == 2)
            .Select(side => (side[0], (IReadOnlyList<string>)side[1].Split(';', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The baselines of the item's milestones as they stand.</summary>
    public static string WriteBaselines(Item item, IEnumerable<Milestone> milestones) =>
        WriteBaselines(milestones.Where(m => m.ItemId == item.Id).Select(m => (m.Code, m.Baseline)));

    /// <summary>code=yyyy-mm-dd;… in the order of codes.</summary>
    public static string WriteBaselines(IEnumerable<(string Milestone, DateOnly Baseline)> baselines) =>
        string.Join(';', baselines.OrderBy(b => b.Milestone, StringComparer.Ordinal).Select(b => $"{b.Milestone}={WriteDate(b.Baseline)}"));

    /// <summary>Null where <paramref name="text"/> is not as <see cref="WriteBaselines(IEnumerable{ValueTuple{string, DateOnly}})"/> writes it, each code once.</summary>
    public static IReadOnlyList<(string Milestone, DateOnly Baseline)>? ReadBaselines(string text)
    {
        var baselines = new List<(string Milestone, DateOnly Baseline)>();
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
        {
            if (pair.Length < 2 || !DateOnly.TryParseExact(pair[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
            baselines.Add((pair[0], date));
        }

        return WriteBaselines(baselines) == text && baselines.DistinctBy(b => b.Milestone).Count() == baselines.Count ? baselines : null;
    }

    /// <summary>What stands now in the field that <paramref name="kind"/> changes; of baselines, all.</summary>
    /// <param name="kind">What is to be changed.</param>
    /// <param name="item">An item of the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="milestones">Those of the list's items; asked for by adopt, add and rebase.</param>
    public static string Current(RowKind kind, Item item, ItemList list, IReadOnlyList<Milestone>? milestones = null) => kind switch
    {
        RowKind.Redate => WriteDate(item.Due),
        RowKind.Relead => WriteLeads(item, list.Parties),
        RowKind.Rescope => item.Scope.In(item.Scope.Binding),
        RowKind.Revalue => item.Values,
        RowKind.Rebase => WriteBaselines(item, milestones ?? []),
        RowKind.Adopt or RowKind.Add => RevisionRow.Of(Guid.Empty, item, list.Parties, milestones ?? []).Text(),
        _ => "",
    };

    /// <summary>One field of a line that a digest is of: no tab and no line end in it, and nothing lost.</summary>
    internal static string Escaped(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    /// <summary>What <see cref="Escaped"/> was given.</summary>
    public static string Plain(string escaped)
    {
        var plain = new System.Text.StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 == escaped.Length) plain.Append(escaped[i]);
            else plain.Append(escaped[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }
}
