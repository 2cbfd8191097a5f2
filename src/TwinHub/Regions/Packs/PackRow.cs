namespace TwinHub.Regions.Packs;

/// <summary>One row of a table. An empty cell, and one that cannot be read as asked, is null.</summary>
public sealed class PackRow
{
    private readonly TableLayout layout;
    private readonly string[] cells;

    internal PackRow(TableLayout layout, string[] cells, int line) => (this.layout, this.cells, Line) = (layout, cells, line);

    public string File => layout.Table.File;

    /// <summary>Line of the file where the row begins, from 1.</summary>
    public int Line { get; }

    /// <summary>Where the row is from.</summary>
    public string? Source => Text("source");

    /// <summary>Made up; marked wherever it shows.</summary>
    public bool Sample => Bool("sample");

    public string? Text(string column) => layout.Place(column) is { } at && cells[at].Length > 0 ? cells[at] : null;

    /// <summary>A cell that every row has.</summary>
    /// <exception cref="InvalidOperationException">It is empty: the pack has faults.</exception>
    public string Needed(string column) => Text(column) ?? throw new InvalidOperationException($"{File}:{Line}: {column} is empty.");

    public int? Int(string column) => CellText.Integer(Text(column));

    public decimal? Decimal(string column) => CellText.Number(Text(column));

    public DateOnly? Date(string column) => CellText.Day(Text(column));

    /// <summary>False where the cell is empty.</summary>
    public bool Bool(string column) => Text(column) == "true";

    /// <summary>Codes in their order, as the cell separates them by semicolons.</summary>
    public IReadOnlyList<string> Codes(string column) => CellText.Codes(Text(column));

    /// <summary>Language → text, of the languages that the row has, in the region's order.</summary>
    public IReadOnlyDictionary<string, string> Local(string column) =>
        layout.Languages(column).Where(l => cells[l.Index].Length > 0).ToDictionary(l => l.Language, l => cells[l.Index]);

    internal bool IsBlank => cells.All(c => c.Length == 0);
    internal string Cell(int index) => cells[index];
    internal FaultPlace At(string? column = null) => new(File, Line, column);

    /// <summary>The values of the key columns as one string, or null where a required one is empty.</summary>
    internal string? Key()
    {
        var values = layout.Table.Key.Select(k => (Value: Text(k), Needed: layout.Table.Column(k)!.Required)).ToList();
        return values.Count == 0 || values.Any(v => v.Needed && v.Value is null) ? null : string.Join('\u001f', values.Select(v => v.Value));
    }
}

/// <summary>Where the columns of a table stand in its file.</summary>
internal sealed class TableLayout(PackTable table, IReadOnlyDictionary<string, int> places, ILookup<string, (string Language, int Index)> local)
{
    public PackTable Table => table;

    /// <summary>Columns of the file that are known, by the name in the file.</summary>
    public IReadOnlyDictionary<string, int> Places => places;

    public int? Place(string column)
    {
        if (places.TryGetValue(column, out var at)) return at;
        return table.Column(column) is null ? throw new ArgumentException($"{table.File} has no column {column}.", nameof(column)) : null;
    }

    public IEnumerable<(string Language, int Index)> Languages(string column) => local[column];
}
