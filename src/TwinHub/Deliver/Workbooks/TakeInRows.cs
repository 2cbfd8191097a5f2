using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Writes the rows of a plan as drafts; an adopted item's fields are left to the change request.</summary>
internal sealed class TakeInRows(Actor actor, string binding)
{
    /// <returns>The items that were added or rewritten, by code.</returns>
    public Dictionary<string, Item> Write(ImportPlan plan, ItemList list)
    {
        var written = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var row in plan.Rows.Where(r => r.Fate != RowFate.Left))
        {
            if (row.Item is null) written[row.Code] = Add(row, list);
            else if (row.Item.IsDraft) written[row.Code] = Edit(row, list);
        }

        return written;
    }

    /// <summary>The leads that a row gives, those of other parties as they stand.</summary>
    public static string Leads(PlannedRow row, Item item, ItemList list) => string.Join('|', list.Parties.OrderBy(p => p.Order)
        .Select(p => $"{p.Party}={string.Join(';', row.Row.Leads.GetValueOrDefault(p.Party) ?? item.LeadsOf(p.Party).Select(u => u.Organization))}"));

    private Item Add(PlannedRow row, ItemList list)
    {
        var r = row.Row;
        var item = new Item(Keys.New(), list.Id, row.Code, new(r.Theme!, Text(r.Title, LocalText.Empty), Text(r.Scope, LocalText.Empty), r.Due!.Value)) { Class = r.Class ?? Class.Joint };
        foreach (var unit in Rows.ReadLeads(Leads(row, item, list), Keys.New)) item.Add(unit);
        foreach (var unit in Supporting(r)) item.Add(unit);
        item.KeepTo(actor.Party);
        list.Add(item);
        return item;
    }

    private Item Edit(PlannedRow row, ItemList list)
    {
        var (r, item) = (row.Row, row.Item!);
        var fields = new ItemFields(r.Theme ?? item.Theme, Text(r.Title, item.Title), Text(r.Scope, item.Scope), r.Due ?? item.Due) { Values = item.Values };
        var leads = row.Changes.Any(c => c.Kind == ColumnKind.Leads) ? Rows.ReadLeads(Leads(row, item, list), Keys.New) : [.. item.Units.Where(u => u.Lead)];
        item.EditDraft(actor, fields, [.. leads, .. r.Support is null ? item.Units.Where(u => !u.Lead) : Supporting(r)]);
        return item;
    }

    private static IEnumerable<ItemUnit> Supporting(ReadRow row) =>
        (row.Support ?? []).Select((unit, i) => new ItemUnit { Id = Keys.New(), Party = null, Lead = false, Order = i + 1, Organization = unit });

    private LocalText Text(Dictionary<string, string> texts, LocalText now) =>
        texts.OrderByDescending(t => t.Key == binding).Aggregate(now.IsEmpty ? LocalText.Of(binding, []) : now, (text, t) => text.With(t.Key, t.Value));
}
