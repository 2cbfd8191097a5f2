using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>One row of a proposal as it stands in the form: what stood when it was opened, and what was typed.</summary>
public sealed record RowInput(int Index, string Item, RowKind Kind)
{
    /// <summary>In the written form of frozen rows.</summary>
    public required string Old { get; init; }
    public string New { get; init; } = "";
    public string Reason { get; init; } = "";
    /// <summary>By party: names of leads; by milestone: day.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();
    /// <summary>What stood when the form was opened, where somebody changed it since.</summary>
    public string? Opened { get; init; }

    public string Name(string field) => $"r{Index}.{field}";

    /// <summary>A row to begin with: everything as it stands.</summary>
    public static RowInput Begin(int index, Item item, RowKind kind, (WholeList Whole, Page Page) at)
    {
        var (whole, page) = at;
        return new(index, item.Code, kind)
        {
            Old = Rows.Current(kind, item, whole.List, whole.Milestones),
            New = kind switch { RowKind.Redate => page.Forms.Day(item.Due), RowKind.Rescope => item.Scope.In(item.Scope.Binding), _ => "" },
            Parts = kind switch
            {
                RowKind.Relead => whole.List.Parties.ToDictionary(p => p.Party, p => page.Forms.Join(item.LeadsOf(p.Party).Select(u => page.Unit(u.Organization)))),
                RowKind.Rebase => whole.Milestones.Where(m => m.ItemId == item.Id).ToDictionary(m => m.Code, m => page.Forms.Day(m.Baseline)),
                RowKind.Revalue => TypedValues.Fields(whole.List, item.Values, page),
                _ => new Dictionary<string, string>(),
            },
        };
    }

    /// <summary>The rows of a form, in its order.</summary>
    public static IReadOnlyList<RowInput> Read(FormFields fields)
    {
        var rows = new List<RowInput>();
        for (var i = 0; fields.Form.ContainsKey($"r{i}.item"); i++)
        {
            if (fields.Text("remove") == $"{i}" || !Enum.TryParse<RowKind>(fields.Text($"r{i}.kind"), out var kind)) continue;
            rows.Add(Read(fields, i, rows.Count, kind));
        }

        return rows;
    }

    private static RowInput Read(FormFields fields, int from, int index, RowKind kind)
    {
        var part = $"r{from}.part.";
        return new(index, fields.Text($"r{from}.item"), kind)
        {
            Old = fields.Form[$"r{from}.old"].ToString().ReplaceLineEndings("\n"),
            New = fields.Text($"r{from}.new"),
            Reason = fields.Text($"r{from}.reason"),
            Parts = fields.Form.Keys.Where(k => k.StartsWith(part, StringComparison.Ordinal)).ToDictionary(k => k[part.Length..], fields.Text),
        };
    }
}
