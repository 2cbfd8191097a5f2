using System.Buffers;

namespace TwinHub.Regions.Packs;

/// <summary>Holds the cells of one row against the types, values and languages of their columns.</summary>
internal sealed class CheckCells(TableLayout layout, PackReading reading)
{
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'))]);

    private readonly string binding = reading.Region.Settings.Binding;
    private readonly PackColumn[] columns = [.. layout.Table.Columns.Where(c => c.Type != CellType.Local && layout.Places.ContainsKey(c.Name))];
    private readonly PackColumn[] local = [.. layout.Table.Columns.Where(c => c.Type == CellType.Local && layout.Languages(c.Name).Any())];

    public void Run(PackRow row)
    {
        foreach (var column in columns) Check(row, column);
        foreach (var column in local) CheckLocal(row, column);
        foreach (var (name, index) in layout.Places.Where(p => row.Cell(p.Value).AsSpan().ContainsAny(Controls))) Tell(row, name, "cell.control");
        if (row.Source is null && !row.Sample) Tell(row, "source", "row.source");
    }

    private void Check(PackRow row, PackColumn column)
    {
        var text = row.Text(column.Name);
        if (text is null && column.Required) Tell(row, column.Name, "cell.missing");
        if (text is null) return;
        if (!CellText.Has(column.Type, text)) Tell(row, column.Name, $"cell.{column.Type.ToString().ToLowerInvariant()}", ("value", text));
        else if (column.Allowed.Count > 0 && !column.Allowed.Contains(text)) Tell(row, column.Name, "cell.value", ("value", text), ("allowed", string.Join(", ", column.Allowed)));
        else if (column.Pattern?.IsMatch(text) == false) Tell(row, column.Name, column.Type == CellType.Code ? "cell.code" : "cell.form", ("value", text), ("form", column.Pattern));
        else CheckRange(row, column);
    }

    private void CheckRange(PackRow row, PackColumn column)
    {
        if (column.Type is not (CellType.Integer or CellType.Number) || row.Decimal(column.Name) is not { } value) return;
        if (value < column.Least || value > column.Most) Tell(row, column.Name, "cell.range", ("value", value), ("least", (object?)column.Least ?? "−∞"), ("most", (object?)column.Most ?? "∞"));
    }

    private void CheckLocal(PackRow row, PackColumn column)
    {
        var name = $"{column.Name}_{binding}";
        if (layout.Languages(column.Name).All(l => l.Language != binding) && column.Required) return; // the missing column is told
        var texts = row.Local(column.Name);
        if (!texts.ContainsKey(binding) && (column.Required || texts.Count > 0)) Tell(row, name, "cell.binding", ("language", binding));
    }

    private void Tell(PackRow row, string column, string code, params ReadOnlySpan<(string, object)> values) =>
        reading.Faults.Add(row.At(column), code, values);
}
