namespace TwinHub.Regions.Packs;

/// <summary>What a row refers to is in the pack.</summary>
internal static class CheckReferences
{
    private static readonly Dictionary<string, string> TableOfKind = new() { ["ask"] = "asks", ["decision"] = "decisions", ["project"] = "projects", ["source_text"] = "source_texts" };

    public static void Run(PackReading reading)
    {
        foreach (var table in PackFormat.Current.Tables)
        {
            foreach (var column in table.Columns.Where(c => c.Reference is not null)) Check(reading, table, column);
            foreach (var column in table.Columns.Where(c => c.Scheme is not null)) CheckScheme(reading, table, column);
            foreach (var column in table.Columns.Where(c => c.Reference == table.Name)) CheckTree(reading, table, column.Name);
        }
        foreach (var row in reading.Rows("item_refs")) CheckItemRef(reading, row);
        CheckNumbered(reading, "asks", ("paper", "passage"), ("passages", "paper", "number"));
        CheckNumbered(reading, "decisions", ("meeting", "agenda"), ("agenda", "meeting", "order"));
        CheckSettings(reading);
    }

    private static void Check(PackReading reading, PackTable table, PackColumn column)
    {
        if (reading.IsUnread(column.Reference!)) return;
        foreach (var row in reading.Rows(table.Name))
        {
            foreach (var code in column.Type == CellType.Codes ? row.Codes(column.Name) : Single(row.Text(column.Name)))
            {
                if (!reading.Codes(column.Reference!).Contains(code)) TellMissing(reading, row.At(column.Name), (code, column.Reference!));
            }
        }
    }

    private static IReadOnlyList<string> Single(string? code) => code is null ? [] : [code];

    private static void CheckScheme(PackReading reading, PackTable table, PackColumn column)
    {
        if (reading.IsUnread("classifications")) return;
        HashSet<string> codes = [.. reading.Rows("classifications").Where(r => r.Text("scheme") == column.Scheme).Select(r => r.Text("code")).OfType<string>()];
        foreach (var row in reading.Rows(table.Name))
        {
            if (row.Text(column.Name) is { } code && !codes.Contains(code)) reading.Faults.Add(row.At(column.Name), "cell.scheme", ("value", code), ("scheme", column.Scheme!));
        }
    }

    private static void CheckTree(PackReading reading, PackTable table, string column)
    {
        List<(string, string, PackRow)> links = [.. reading.Rows(table.Name).Where(r => r.Text(column) is not null && r.Text("code") is not null).Select(r => (r.Text("code")!, r.Text(column)!, r))];
        foreach (var cycle in Cycles.Of(links)) reading.Faults.Add(cycle.Row.At(column), "tree.cycle", ("cycle", cycle.Path));
    }

    private static void CheckItemRef(PackReading reading, PackRow row)
    {
        if (row.Text("kind") is not { } kind || row.Text("ref") is not { } code || !TableOfKind.TryGetValue(kind, out var table)) return;
        if (!reading.Knows(table, code)) TellMissing(reading, row.At("ref"), (code, table));
    }

    // A pair of cells that names a row by its table's two key columns.
    private static void CheckNumbered(PackReading reading, string from, (string Code, string Number) cells, (string Table, string Code, string Number) to)
    {
        if (reading.IsUnread(to.Table)) return;
        HashSet<(string?, int?)> known = [.. reading.Rows(to.Table).Select(r => (r.Text(to.Code), r.Int(to.Number)))];
        foreach (var row in reading.Rows(from))
        {
            if (row.Int(cells.Number) is not { } number || row.Text(cells.Code) is not { } code || known.Contains((code, number))) continue;
            reading.Faults.Add(row.At(cells.Number), "cell.numbered", ("value", number), ("code", code), ("table", to.Table + ".csv"));
        }
    }

    private static void CheckSettings(PackReading reading)
    {
        foreach (var property in PackFormat.Current.Region.GetProperty("properties").EnumerateObject())
        {
            if (PackFormat.Word(property.Value, "x-ref") is not { } table || reading.Region.Root?.Map?.GetValueOrDefault(property.Name) is not { Text: { } code, IsEmpty: false } node) continue;
            if (!reading.Knows(table, code)) TellMissing(reading, new FaultPlace(PackFolder.RegionFile, node.Line, property.Name), (code, table));
        }
    }

    private static void TellMissing(PackReading reading, FaultPlace place, (string Code, string Table) missing) =>
        reading.Faults.Add(place, "cell.reference", ("value", missing.Code), ("table", missing.Table + ".csv"));
}
