using TwinHub.Core;
using TwinHub.Core.Lists;

namespace TwinHub.Regions.Packs;

/// <summary>A list is of a kind that the pack has, a choice is of a scheme that it has, and every value is of its column's type.</summary>
internal static class CheckKinds
{
    public static void Run(PackReading reading)
    {
        if (new[] { "list_kinds", "list_columns", "lists", "items", "item_values", "classifications" }.Any(reading.IsUnread)) return;
        var choices = reading.Rows("classifications").ToLookup(r => r.Text("scheme"), r => r.Text("code"));
        foreach (var row in reading.Rows("list_columns").Where(r => r.Text("type") == "choice" && !choices.Contains(r.Text("scheme")))) reading.Faults.Add(row.At("scheme"), "column.scheme", ("value", row.Text("scheme") ?? "–"));
        if (reading.Rows("list_kinds").Count > 0) CheckLists(reading);
        CheckValues(reading, choices);
    }

    private static void CheckLists(PackReading reading)
    {
        foreach (var row in reading.Rows("lists"))
        {
            if (row.Text("kind") is { } kind && !reading.Knows("list_kinds", kind)) reading.Faults.Add(row.At("kind"), "cell.reference", ("value", kind), ("table", "list_kinds.csv"));
        }
    }

    private static void CheckValues(PackReading reading, ILookup<string?, string?> choices)
    {
        var (items, lists) = (reading.By("items", "code"), reading.By("lists", "code"));
        var columns = reading.Rows("list_columns").GroupBy(r => (r.Text("kind"), r.Text("code"))).ToDictionary(g => g.Key, g => g.First());
        foreach (var row in reading.Rows("item_values"))
        {
            if (row.Text("item") is not { } item || row.Text("column") is not { } code || row.Text("value") is not { } value || !items.TryGetValue(item, out var of)) continue;
            if (of.Text("list") is not { } list || !lists.TryGetValue(list, out var its)) continue;
            if (!columns.TryGetValue((its.Text("kind"), code), out var column)) reading.Faults.Add(row.At("column"), "value.column", ("value", code), ("list", list));
            else if (!Fits(column, value, choices)) reading.Faults.Add(row.At("value"), "value.type", ("value", value), ("type", column.Text("type") ?? "–"));
        }
    }

    private static bool Fits(PackRow column, string value, ILookup<string?, string?> choices)
    {
        if (!Enum.TryParse<ColumnType>(column.Text("type"), ignoreCase: true, out var type)) return true; // told at the column
        if (type == ColumnType.Choice) return choices[column.Text("scheme")].Contains(value);
        return new TypedColumn { Code = "", Order = 1, Name = LocalText.Empty, Unit = LocalText.Empty, Type = type }.WhyNot(value) is null;
    }
}
