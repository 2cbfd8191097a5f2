using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Data;
using TwinHub.Publish.Documents;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Tells what a row would change in an item. A text that only fell back to the binding language, or lost what no file can hold, changes nothing.</summary>
internal sealed class CompareRow(Reference reference)
{
    private readonly string binding = reference.Region.Binding;

    public IEnumerable<FieldChange> Changes(ReadRow row, Item item)
    {
        if (row.Theme is { } theme && theme != item.Theme) yield return new(ColumnKind.Theme, null, Theme(item.Theme), Theme(theme));
        foreach (var change in Texts(row.Title, item.Title, ColumnKind.Title).Concat(Texts(row.Scope, item.Scope, ColumnKind.Scope))) yield return change;
        if (row.Due is { } due && due != item.Due) yield return new(ColumnKind.Due, null, Core.Changes.Rows.WriteDate(item.Due), Core.Changes.Rows.WriteDate(due));
        foreach (var (party, units) in row.Leads)
        {
            var now = item.LeadsOf(party).Select(u => u.Organization).ToList();
            if (!now.SequenceEqual(units)) yield return new(ColumnKind.Leads, party, Names(now), Names(units));
        }

        if (row.Support is { } support && !support.ToHashSet().SetEquals(Supporting(item))) yield return new(ColumnKind.Support, null, Names(Supporting(item)), Names(support));
        if (row.Class is { } @class && @class != item.Class) yield return new(ColumnKind.Class, null, item.Class.ToString(), @class.ToString());
    }

    private static IEnumerable<FieldChange> Texts(Dictionary<string, string> texts, LocalText now, ColumnKind kind) =>
        texts.Where(t => !Same(t.Value, now.In(t.Key))).Select(t => new FieldChange(kind, t.Key, now.Has(t.Key) ? now.In(t.Key) : "", t.Value));

    private static bool Same(string read, string held) => read == held || Plain(read) == Plain(held);

    private static string Plain(string text) => CleanText.Of(text).ReplaceLineEndings("\n").Trim();

    private static IEnumerable<string> Supporting(Item item) => item.Units.Where(u => !u.Lead).Select(u => u.Organization);

    private string Theme(string code) => reference.Theme(code)?.Name.In(binding) ?? code;

    private string Names(IEnumerable<string> units) => string.Join('、', units.Select(u => reference.UnitName(u).In(binding)));
}
