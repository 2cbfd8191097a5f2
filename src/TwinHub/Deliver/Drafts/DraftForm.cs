using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Drafts;

/// <summary>Reads the form of a draft item.</summary>
internal sealed class DraftForm(FormFields fields, ItemList list, Page page)
{
    /// <summary>Null where a field is wrong.</summary>
    public async Task<WriteDraft.Command?> ReadAsync(TwinHubDb db, CancellationToken cancel)
    {
        var (title, scope, due) = (fields.RequiredLocal("Title"), fields.RequiredLocal("Scope"), fields.RequiredDay("Due", list.Ends.Year));
        var theme = page.Reference.Theme(fields.Text("Theme"))?.Code;
        if (theme is null) fields.Problems.Add(Refusal.Of("field.required"), "Theme");
        var (units, refs, held, values) = (Units(), await RefsAsync(db, cancel), fields.Word<Class>("Class"), TypedValues.Read(fields, list, "Value.", page));
        return fields.Problems.Any || title is null || scope is null || due is null || theme is null || held is null ? null
            : new(list.Code, new ItemFields(theme, title, scope, due.Value) { Values = values }) { Units = units, Refs = refs, Deliverables = Deliverables(), Class = held.Value };
    }

    private List<ItemUnit> Units()
    {
        var parties = list.Parties.Select(p => p.Party).ToHashSet(StringComparer.Ordinal);
        var leads = list.Parties.OrderBy(p => p.Order).SelectMany(p => fields.Units("Lead." + p.Party, o => o.Party == p.Party)
            .Select((unit, i) => new ItemUnit { Id = Keys.New(), Party = p.Party, Lead = true, Order = i + 1, Organization = unit })).ToList();
        var support = fields.Units("Support", o => o.Party is null || parties.Contains(o.Party)).Select(u => (Unit: u, page.Reference.Organizations[u].Party))
            .GroupBy(u => u.Party).SelectMany(g => g.Select((u, i) => new ItemUnit { Id = Keys.New(), Party = g.Key, Lead = false, Order = i + 1, Organization = u.Unit }));
        return [.. leads, .. support];
    }

    /// <summary>Line by line: the same line of each language is one deliverable.</summary>
    private List<Deliverable> Deliverables()
    {
        var lines = page.Languages.Select(l => (l.Code, Lines: fields.Text("Deliverables." + l.Code).Split('\n', StringSplitOptions.TrimEntries))).ToList();
        return [.. Enumerable.Range(0, lines.Max(l => l.Lines.Length))
            .Select(i => LocalText.Of(page.Region.Binding, lines.Select(l => (l.Code, i < l.Lines.Length ? l.Lines[i] : "")))).Where(t => !t.IsEmpty)
            .Select((text, i) => new Deliverable { Id = Keys.New(), Order = i + 1, Text = text })];
    }

    private async Task<List<ItemRef>> RefsAsync(TwinHubDb db, CancellationToken cancel)
    {
        var refs = new List<ItemRef>();
        foreach (var code in fields.Text("Refs").Split([';', '；', '、', ',', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal))
        {
            if (await KindAsync(db, code, cancel) is { } kind) refs.Add(new ItemRef { Id = Keys.New(), Kind = kind, Ref = code });
            else fields.Problems.Add(Refusal.Of("item.ref-unknown", code), "Refs");
        }

        return refs;
    }

    private static async Task<RefKind?> KindAsync(TwinHubDb db, string code, CancellationToken cancel) =>
        await db.Decisions.AnyAsync(d => d.Code == code, cancel) ? RefKind.Decision
        : await db.Asks.AnyAsync(a => a.Code == code, cancel) ? RefKind.Ask
        : await db.Projects.AnyAsync(p => p.Code == code, cancel) ? RefKind.Project
        : await db.SourceTexts.AnyAsync(t => t.Code == code, cancel) ? RefKind.SourceText : null;
}
