using System.Security.Cryptography;
using System.Text;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;

namespace TwinHub.Core.Lists;

public enum RevisionState
{
    Draft,
    Circulated,
    Adopted,
}

/// <summary>Frozen rows of a list's joint fields (版). "Adjusted" is adopted with a number above the first.</summary>
public sealed class ListRevision
{
    private readonly List<RevisionRow> rows = [];

    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required RevisionState State { get; init; }
    /// <summary>Day of adoption, or of the draft.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>Meeting that adopted it, where one did.</summary>
    public string? Meeting { get; set; }
    /// <summary>Decision that is its ground.</summary>
    public string? Decision { get; set; }
    public LocalText Ground { get; set; } = LocalText.Empty;
    /// <summary>Change request that made it; null: it came with the founding of the record.</summary>
    public string? Change { get; set; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public IReadOnlyList<RevisionRow> Rows => rows;

    public void Add(RevisionRow row) => rows.Add(row);

    /// <summary>SHA-256 of the rows' text: what an issued document reproduces.</summary>
    public string TextSha256()
    {
        var text = new StringBuilder();
        foreach (var row in rows.OrderBy(r => r.Item, StringComparer.Ordinal)) text.Append(row.Text()).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>One item in one revision.</summary>
public sealed class RevisionRow
{
    public required Guid Id { get; init; }
    public required string Item { get; init; }
    public required string Theme { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Scope { get; init; }
    public required DateOnly Due { get; init; }
    /// <summary>party=unit;unit|party=unit, parties in the list's order.</summary>
    public required string Leads { get; init; }
    /// <summary>code=yyyy-mm-dd;… of the item's milestones, by code.</summary>
    public string Baselines { get; init; } = "";
    /// <summary>What the item has in the typed columns, as <see cref="ItemValues"/> writes them.</summary>
    public string Values { get; init; } = "";
    /// <summary>Why this revision changed the row; empty where it did not.</summary>
    public LocalText Reason { get; set; } = LocalText.Empty;

    /// <summary>Freezes an item; of <paramref name="milestones"/> only its own count.</summary>
    public static RevisionRow Of(Guid id, Item item, IReadOnlyList<ListParty> parties, IEnumerable<Milestone> milestones) => new()
    {
        Id = id,
        Item = item.Code,
        Theme = item.Theme,
        Title = item.Title,
        Scope = item.Scope,
        Due = item.Due,
        Leads = Rows.WriteLeads(item, parties),
        Baselines = Rows.WriteBaselines(item, milestones),
        Values = item.Values,
    };

    /// <summary>One line: item, theme, title, scope, due, leads, baselines and, of a list with typed columns, their values.</summary>
    public string Text()
    {
        var text = string.Join('\t', Item, Theme, Rows.Escaped(TitleText), Rows.Escaped(ScopeText), Rows.WriteDate(Due), Leads, Baselines);
        return Values.Length == 0 ? text : text + '\t' + Rows.Escaped(Values);
    }

    /// <summary>Title and scope in the language that binds: what the parties agreed. A new translation changes neither.</summary>
    internal string TitleText => Title.In(Title.Binding);
    internal string ScopeText => Scope.In(Scope.Binding);
}

/// <summary>How a row differs between two revisions.</summary>
public enum Difference
{
    Added,
    Dropped,
    Redated,
    Reled,
    Rescoped,
    Retitled,
    Rebased,
    Revalued,
}

/// <summary>One difference of one item between two revisions.</summary>
public sealed record RowDifference(string Item, Difference Difference, RevisionRow? Before, RevisionRow? After);

public static class Comparison
{
    /// <summary>Every difference between two revisions, in the order of item codes.</summary>
    public static IReadOnlyList<RowDifference> Of(ListRevision from, ListRevision to)
    {
        var (before, after) = (from.Rows.ToDictionary(r => r.Item, StringComparer.Ordinal), to.Rows.ToDictionary(r => r.Item, StringComparer.Ordinal));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .SelectMany(item => Of(item, before.GetValueOrDefault(item), after.GetValueOrDefault(item)))];
    }

    private static IEnumerable<RowDifference> Of(string item, RevisionRow? before, RevisionRow? after)
    {
        if (before is null || after is null)
        {
            yield return new(item, before is null ? Difference.Added : Difference.Dropped, before, after);
            yield break;
        }

        if (before.Due != after.Due) yield return new(item, Difference.Redated, before, after);
        if (before.Leads != after.Leads) yield return new(item, Difference.Reled, before, after);
        if (before.ScopeText != after.ScopeText) yield return new(item, Difference.Rescoped, before, after);
        if (before.TitleText != after.TitleText || before.Theme != after.Theme) yield return new(item, Difference.Retitled, before, after);
        if (before.Baselines != after.Baselines) yield return new(item, Difference.Rebased, before, after);
        if (before.Values != after.Values) yield return new(item, Difference.Revalued, before, after);
    }
}
