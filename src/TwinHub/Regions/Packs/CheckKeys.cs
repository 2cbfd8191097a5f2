namespace TwinHub.Regions.Packs;

/// <summary>Keys occur once; codes differ by more than case, because some file systems and people do not tell it apart.</summary>
internal static class CheckKeys
{
    public static void Run(PackReading reading)
    {
        foreach (var table in PackFormat.Current.Tables)
        {
            if (table.Key.Count > 0) Check(reading, table);
            foreach (var column in table.Columns.Where(c => c.Unique)) CheckUnique(reading, table, column.Name);
        }
    }

    private static void Check(PackReading reading, PackTable table)
    {
        var seen = new Dictionary<string, (string Key, int Line)>(table.Key.Count == 1 ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var row in reading.Rows(table.Name))
        {
            if (row.Key() is not { } key || seen.TryAdd(key, (key, row.Line))) continue;
            var (first, line) = seen[key];
            var code = first == key ? "key.twice" : "key.case";
            reading.Faults.Add(row.At(table.Key[0]), code, ("key", key.Replace('\u001f', ' ')), ("columns", string.Join(", ", table.Key)), ("first", first.Replace('\u001f', ' ')), ("row", line));
        }
    }

    private static void CheckUnique(PackReading reading, PackTable table, string column)
    {
        var seen = new Dictionary<string, int>();
        foreach (var row in reading.Rows(table.Name))
        {
            if (row.Text(column) is not { } value || seen.TryAdd(value, row.Line)) continue;
            reading.Faults.Add(row.At(column), "value.twice", ("value", value), ("row", seen[value]));
        }
    }
}
