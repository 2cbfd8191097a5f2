using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks.Layouts;

/// <summary>Decides what each column means: as the sender says, else as it was remembered, else by its head; then by what stands below it.</summary>
public sealed class SettleColumns(Reference reference)
{
    private const double MostlyHan = 0.3;
    private const int Looked = 200;
    private readonly string binding = reference.Region.Binding;
    private readonly List<string> languages = [.. RegionLanguage.Of(reference.Region).Select(l => l.Code)];

    /// <param name="remembered">Words of columns by head, from an earlier workbook of the same form.</param>
    /// <param name="said">Words of columns by index, from the sender.</param>
    public FoundTable Settle(FoundTable table, IReadOnlyDictionary<string, string> remembered, IReadOnlyDictionary<int, string> said)
    {
        var columns = table.Columns.Select(c => Corrected(Shares(Languages(c, table), table), remembered, said)).ToList();
        foreach (var twice in columns.Where(c => c.Column is { Kind: not (ColumnKind.Shown or ColumnKind.Ignored) }).GroupBy(c => c.Column).Where(g => g.Count() > 1).ToList())
        {
            foreach (var other in twice.OrderByDescending(c => c.Grasp).Skip(1)) columns[columns.IndexOf(other)] = other with { Column = null, Grasp = Grasp.None };
        }

        return table with { Columns = columns };
    }

    private static UnderstoodColumn Corrected(UnderstoodColumn column, IReadOnlyDictionary<string, string> remembered, IReadOnlyDictionary<int, string> said)
    {
        var known = remembered.TryGetValue(HeadWords.Plain(column.Head), out var kept) && ListColumn.Of(kept) is { } last && last != column.Column ? column with { Column = last, Grasp = Grasp.Remembered } : column;
        if (!said.TryGetValue(column.Index, out var word) || ListColumn.Of(word) is not { } chosen || chosen == known.Column) return known;
        return chosen == column.Column ? column : column with { Column = chosen, Grasp = Grasp.Said };
    }

    /// <summary>A title or scope without a language is in the binding one, unless its head or its texts are in another of the region.</summary>
    private UnderstoodColumn Languages(UnderstoodColumn column, FoundTable table)
    {
        if (column.Column is not { Kind: ColumnKind.Title or ColumnKind.Scope } meaning || (meaning.Part is not null && meaning.Part != binding)) return column;
        var other = column.HeadLanguage is { } head && head != binding && languages.Contains(head) ? head : IsHan(binding) ? languages.FirstOrDefault(l => !IsHan(l)) : null;
        var isOther = other is not null && (IsHan(binding) == IsHan(other) ? column.HeadLanguage == other : IsHanBelow(table, column.Index) == IsHan(other)) && Free(table, meaning.Kind, other);
        return column with { Column = meaning with { Part = isOther ? other : binding } };
    }

    private static bool IsHan(string language) => language is "zh" or "ja";

    private static bool Free(FoundTable table, ColumnKind kind, string language) => !table.Of(kind).Any(c => c.Column!.Part == language);

    private static UnderstoodColumn Shares(UnderstoodColumn column, FoundTable table) =>
        column.Column is { Kind: ColumnKind.Percent } meaning ? column with { Column = meaning with { IsShare = PercentForm.IsShare(table.Rows, column.Index) } } : column;

    private static bool IsHanBelow(FoundTable table, int column)
    {
        var texts = table.Rows.Take(Looked).Select(r => r[column].Text).Where(t => t.Length > 0).ToList();
        return texts.Count == 0 || texts.Count(t => t.Any(c => c is >= '\u4e00' and <= '\u9fff')) >= texts.Count * MostlyHan;
    }
}
