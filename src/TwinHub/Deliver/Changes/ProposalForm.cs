using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Data;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>Reads the form of a proposal: rows typed in the page's language become rows in their written form.</summary>
internal sealed class ProposalForm(FormFields fields, WholeList whole, Page page)
{
    public IReadOnlyList<RowInput> Inputs { get; private set; } = RowInput.Read(fields);
    public LocalText Reason { get; } = fields.Local("Reason");
    public string? Ground { get; } = fields.Optional("Ground");

    /// <summary>The rows, or null where a field is wrong; rows that somebody changed meanwhile stand as opened, now, typed.</summary>
    public IReadOnlyList<ChangeRow>? Read()
    {
        fields.RequiredLocal("Reason");
        if (Inputs.Count == 0) fields.Problems.Add(Refusal.Of("change.no-rows"));
        var rows = Inputs.Select(Row).ToList();
        foreach (var (row, input) in rows.Zip(Inputs).Where(p => p.First is not null)) Check(row!, input);
        return fields.Problems.Any ? null : [.. rows.OfType<ChangeRow>()];
    }

    public void Add(string item, RowKind kind)
    {
        if (whole.List.Find(item) is { } found && Inputs.All(r => r.Item != item || r.Kind != kind)) Inputs = [.. Inputs, RowInput.Begin(Inputs.Count, found, kind, (whole, page))];
    }

    private ChangeRow? Row(RowInput input)
    {
        if (whole.List.Find(input.Item) is not { } item)
        {
            fields.Problems.Add(Refusal.Of("item.unknown", input.Item), input.Name("new"));
            return null;
        }

        var (old, now) = Written(input, item);
        var reason = input.Reason.Length > 0 ? LocalText.Of(page.Region.Binding, (page.Lang, input.Reason)) : input.Kind is RowKind.Complete or RowKind.Carry or RowKind.Drop ? Reason : LocalText.Empty;
        return now is null ? null : new() { Id = Keys.New(), Order = input.Index + 1, Item = item.Code, Kind = input.Kind, Old = old, New = now, Reason = reason };
    }

    private (string Old, string? New) Written(RowInput input, Item item) => input.Kind switch
    {
        RowKind.Redate => (input.Old, Day(input.Name("new"), required: true)),
        RowKind.Carry => (input.Old, Day(input.Name("new"), required: false)),
        RowKind.Rescope => (input.Old, input.New),
        RowKind.Relead => (input.Old, Leads(input)),
        RowKind.Rebase => Baselines(input),
        RowKind.Revalue => Values(input),
        _ => (input.Old.Length > 0 || input.Kind is not (RowKind.Adopt or RowKind.Add) ? input.Old : Rows.Current(input.Kind, item, whole.List, whole.Milestones), ""),
    };

    /// <summary>Empty where nothing was typed and nothing needs to be; null where what was typed is no day.</summary>
    private string? Day(string name, bool required)
    {
        var day = required ? fields.RequiredDay(name, whole.List.Ends.Year) : fields.Day(name, whole.Next?.Ends.Year ?? whole.List.Ends.Year);
        return day is { } d ? Rows.WriteDate(d) : fields.Problems.At(name) is null ? "" : null;
    }

    /// <summary>Null where a name is no unit of its party.</summary>
    private string? Leads(RowInput input)
    {
        var sides = whole.List.Parties.OrderBy(p => p.Order).Select(p => $"{p.Party}={string.Join(';', fields.Units(input.Name("part." + p.Party), o => o.Party == p.Party))}").ToList();
        return whole.List.Parties.Any(p => fields.Problems.At(input.Name("part." + p.Party)) is not null) ? null : string.Join('|', sides);
    }

    /// <summary>Only the milestones that move, on both sides.</summary>
    private (string Old, string? New) Baselines(RowInput input)
    {
        var opened = (Rows.ReadBaselines(input.Old) ?? []).ToDictionary(b => b.Milestone, b => b.Baseline);
        var moved = new List<(string Milestone, DateOnly Baseline)>();
        foreach (var milestone in input.Parts.Keys)
        {
            if (fields.RequiredDay(input.Name("part." + milestone), whole.List.Ends.Year) is not { } day) return ("", null);
            if (!opened.TryGetValue(milestone, out var was) || was != day) moved.Add((milestone, day));
        }

        if (moved.Count == 0) fields.Problems.Add(Refusal.Of("change.row-unchanged", input.Item), input.Name("new"));
        return moved.Count == 0 ? ("", null) : (Rows.WriteBaselines(moved.Where(m => opened.ContainsKey(m.Milestone)).Select(m => (m.Milestone, opened[m.Milestone]))), Rows.WriteBaselines(moved));
    }

    private (string Old, string? New) Values(RowInput input)
    {
        var (before, values) = (fields.Problems.All.Count, TypedValues.Read(fields, whole.List, input.Name("part."), page));
        return (input.Old, fields.Problems.All.Count == before ? values : null);
    }

    private void Check(ChangeRow row, RowInput input)
    {
        if (RowRules.WhyNot(row, whole.List, whole.Next, whole.Milestones) is not { } refusal) return;
        fields.Problems.Add(refusal, input.Name("new"));
        if (refusal.Code != "change.row-stale") return;
        var now = Rows.Current(input.Kind, whole.List.Find(row.Item)!, whole.List, whole.Milestones);
        Inputs = [.. Inputs.Select(i => i.Index == input.Index ? i with { Opened = row.Old, Old = now } : i)];
    }
}
