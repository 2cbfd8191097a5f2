using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>The fields of a draft as its form shows them, by name: the same for what stands, what was typed, and what stood when the form was opened.</summary>
public sealed class DraftValues(IReadOnlyDictionary<string, string> values)
{
    public string this[string name] => values.GetValueOrDefault(name, "");

    public IReadOnlyDictionary<string, string> All => values;

    public LocalText Local(string name, Page page) => LocalText.Of(page.Region.Binding, page.Languages.Select(l => (l.Code, this[$"{name}.{l.Code}"])));

    public static IEnumerable<string> Names(Page page, ItemList list) =>
        new[] { "Title", "Scope", "Deliverables" }.SelectMany(n => page.Languages.Select(l => $"{n}.{l.Code}")).Concat(list.Parties.Select(p => "Lead." + p.Party)).Concat(list.Columns.Select(c => "Value." + c.Code)).Concat(["Theme", "Due", "Support", "Refs", "Class"]);

    public static DraftValues Typed(FormFields fields, IEnumerable<string> names, string prefix = "") => new(names.ToDictionary(n => n, n => fields.Text(prefix + n)));

    public static DraftValues Of(Item item, ItemList list, Page page)
    {
        var values = new Dictionary<string, string>
        {
            ["Theme"] = item.Theme,
            ["Due"] = page.Forms.Day(item.Due),
            ["Class"] = item.Class.ToString(),
            ["Support"] = page.Forms.Join(item.Units.Where(u => !u.Lead).OrderBy(u => u.Order).Select(u => page.Unit(u.Organization))),
            ["Refs"] = string.Join("; ", item.Refs.Select(r => r.Ref).Order(StringComparer.Ordinal)),
        };
        foreach (var party in list.Parties.Select(p => p.Party)) values["Lead." + party] = page.Forms.Join(item.LeadsOf(party).Select(u => page.Unit(u.Organization)));
        foreach (var (column, typed) in TypedValues.Fields(list, item.Values, page)) values["Value." + column] = typed;
        foreach (var language in page.Languages.Select(l => l.Code))
        {
            values["Title." + language] = Text(item.Title, language);
            values["Scope." + language] = Text(item.Scope, language);
            values["Deliverables." + language] = string.Join('\n', item.Deliverables.OrderBy(d => d.Order).Select(d => Text(d.Text, language)));
        }

        return new(values);
    }

    private static string Text(LocalText text, string language) => text.Has(language) ? text.In(language) : "";
}
