namespace TwinHub.Data.Journal;

/// <summary>Rows as the entries give them: entity → key → property → value.</summary>
public sealed class ReplayState
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, Said>>> entities = new(StringComparer.Ordinal);

    public IEnumerable<string> Entities => entities.Where(e => e.Value.Count > 0).Select(e => e.Key).Order(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Dictionary<string, Said>> Rows(string entity) => Table(entity);

    /// <summary>Applies one row of an entry and tells what in it does not follow from the entries before.</summary>
    /// <returns>Null when it follows; otherwise the property, what the entries give and what this one says.</returns>
    public (string? Property, string? Expected, string? Found)? Apply(SaidRow row)
    {
        var table = Table(row.Entity);
        var known = table.TryGetValue(row.Key, out var values);
        if (known == (row.Op == "added")) return (null, known ? "row" : null, row.Op);
        if (row.Op == "deleted") table.Remove(row.Key);
        else if (row.Op is "added" or "opened") table[row.Key] = row.Values.ToDictionary(v => v.Property, v => v.After, StringComparer.Ordinal);
        else return Change(values!, row);
        return null;
    }

    /// <summary>Applies a row where not every entry before it is at hand.</summary>
    public void Take(SaidRow row)
    {
        var table = Table(row.Entity);
        if (row.Op == "deleted") table.Remove(row.Key);
        else if (row.Op == "changed" && table.TryGetValue(row.Key, out var values)) Set(values, row);
        else table[row.Key] = row.Values.ToDictionary(v => v.Property, v => v.After, StringComparer.Ordinal);
    }

    private static (string?, string?, string?)? Change(Dictionary<string, Said> values, SaidRow row)
    {
        (string?, string?, string?)? broken = null;
        foreach (var change in row.Values)
        {
            var stood = values.GetValueOrDefault(change.Property).Clear;
            if (change.Before is { } before && before.Clear != stood) broken ??= (change.Property, stood, before.Clear);
        }

        Set(values, row);
        return broken;
    }

    private static void Set(Dictionary<string, Said> values, SaidRow row)
    {
        foreach (var change in row.Values)
        {
            if (change.After.IsNull) values.Remove(change.Property);
            else values[change.Property] = change.After;
        }
    }

    private Dictionary<string, Dictionary<string, Said>> Table(string entity)
    {
        if (!entities.TryGetValue(entity, out var table)) entities[entity] = table = new(StringComparer.Ordinal);
        return table;
    }
}
