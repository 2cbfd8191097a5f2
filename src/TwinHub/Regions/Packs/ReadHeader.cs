namespace TwinHub.Regions.Packs;

/// <summary>Holds the header of a CSV file against the columns of its table and the languages of the region.</summary>
internal sealed class ReadHeader(PackTable table, PackReading reading)
{
    private readonly Dictionary<string, int> places = [];
    private readonly List<(string Column, string Language, int Index)> local = [];

    public TableLayout Layout(string[] header)
    {
        for (var i = 0; i < header.Length; i++) Take(header[i], i);
        foreach (var column in table.Columns.Where(c => c.Required)) TellMissing(column);
        var order = reading.Region.Languages;
        return new TableLayout(table, places, local.OrderBy(l => order.IndexOf(l.Language)).ToLookup(l => l.Column, l => (l.Language, l.Index)));
    }

    private void Take(string name, int index)
    {
        if (places.ContainsKey(name)) Tell(name, "column.twice");
        else if (table.Column(name) is { Type: not CellType.Local }) places[name] = index;
        else if (Stem(name) is not { } column) Tell(name, "column.unknown", ("columns", string.Join(", ", Names())));
        else TakeLocal(column, name, index);
    }

    private void TakeLocal(string column, string name, int index)
    {
        var language = name[(column.Length + 1)..];
        if (!reading.Region.Languages.Contains(language) && reading.Region.Languages.Count > 0)
        {
            Tell(name, "column.language", ("language", language), ("languages", string.Join(", ", reading.Region.Languages)));
            return;
        }
        places[name] = index;
        local.Add((column, language, index));
    }

    private string? Stem(string name) =>
        table.Columns.FirstOrDefault(c => c.Type == CellType.Local && name.Length > c.Name.Length && name.StartsWith(c.Name + "_", StringComparison.Ordinal))?.Name;

    private void TellMissing(PackColumn column)
    {
        var name = column.Type == CellType.Local ? $"{column.Name}_{reading.Region.Settings.Binding}" : column.Name;
        if (!places.ContainsKey(name)) Tell(name, "column.missing");
    }

    private IEnumerable<string> Names() => table.Columns.SelectMany(c =>
        c.Type == CellType.Local ? reading.Region.Languages.Select(l => $"{c.Name}_{l}") : [c.Name]);

    private void Tell(string name, string code, params ReadOnlySpan<(string, object)> values) =>
        reading.Faults.Add(new FaultPlace(table.File, 1, name), code, values);
}
