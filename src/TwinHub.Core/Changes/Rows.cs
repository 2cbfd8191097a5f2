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
}

/// <summary>One row of a change request: old → new, with its reason.</summary>
public sealed class ChangeRow
{
    public required Guid Id { get; init; }
    public required int Order { get; init; }
    public required string Item { get; init; }
    public required RowKind Kind { get; init; }
    /// <summary>What stood when the text was frozen; empty where nothing did.</summary>
    public required string Old { get; init; }
    /// <summary>Due: yyyy-mm-dd; leads: party=unit;unit|party=unit; scope: in the binding language; carry: the new due date or empty.</summary>
    public required string New { get; init; }
    public required LocalText Reason { get; init; }

    public bool MakesRevision => Kind is not (RowKind.Complete or RowKind.Carry);

    public string Text() => string.Join('\t', "row", Item, Kind, Escaped(Old), Escaped(New), Escaped(Reason.In(Reason.Binding)));

    private static string Escaped(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}

/// <summary>The written forms that frozen rows use.</summary>
public static class Rows
{
    public static string WriteDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly ReadDate(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string WriteLeads(Item item, IReadOnlyList<ListParty> parties) => string.Join('|', parties.OrderBy(p => p.Order)
        .Select(p => $"{p.Party}={string.Join(';', item.LeadsOf(p.Party).Select(u => u.Organization))}"));

    public static IReadOnlyList<ItemUnit> ReadLeads(string text, Func<Guid> newKey) => [.. Leads(text).SelectMany(side =>
        side.Units.Select((unit, i) => new ItemUnit { Id = newKey(), Party = side.Party, Lead = true, Order = i + 1, Organization = unit }))];

    /// <summary>The leads of each party in <paramref name="text"/>.</summary>
    public static IEnumerable<(string Party, IReadOnlyList<string> Units)> Leads(string text) =>
        text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(side => side.Split('=', 2)).Where(side => side.Length == 2)
            .Select(side => (side[0], (IReadOnlyList<string>)side[1].Split(';', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>What stands now in the field that <paramref name="kind"/> changes.</summary>
    public static string Current(RowKind kind, Item item, ItemList list) => kind switch
    {
        RowKind.Redate => WriteDate(item.Due),
        RowKind.Relead => WriteLeads(item, list.Parties),
        RowKind.Rescope => item.Scope.In(item.Scope.Binding),
        RowKind.Adopt or RowKind.Add => RevisionRow.Of(Guid.Empty, item, list.Parties).Text(),
        _ => "",
    };
}
