using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Finds the item of a row that gives no code: the one with the same title, each once.</summary>
internal sealed class ItemsByTitle
{
    private readonly Dictionary<string, Item> items = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public ItemsByTitle(ItemList? list, Actor actor)
    {
        foreach (var item in (list?.Items ?? []).Where(i => i.DraftOf is null || i.DraftOf == actor.Party).OrderByDescending(i => i.End is null))
        {
            foreach (var wording in item.Title.Wordings.Values) items.TryAdd(Plain(wording.Text), item);
        }
    }

    /// <summary>Null: a new item. The same title a second time is told.</summary>
    public Item? Take(ReadRow row, List<WorkbookProblem> problems)
    {
        if (row.Title.Count == 0) return null;
        var title = row.Title.First().Value;
        if (!taken.Add(Plain(title))) problems.Add(new(row.At(ColumnKind.Title), Refusal.Of("workbook.title-twice", title.Length <= 60 ? title : title[..60] + "…")));
        return row.Title.Values.Select(t => items.GetValueOrDefault(Plain(t))).FirstOrDefault(i => i is not null);
    }

    private static string Plain(string title) => string.Concat(title.Where(c => !char.IsWhiteSpace(c)));
}
