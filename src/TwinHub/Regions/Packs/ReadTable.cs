using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace TwinHub.Regions.Packs;

/// <summary>Reads one CSV file into rows and holds its header and cells against the format.</summary>
internal sealed class ReadTable(PackTable table, PackReading reading)
{
    private bool badQuote;

    /// <summary>Null when the file is absent though required, or cannot be read; that is told.</summary>
    public static IReadOnlyList<PackRow>? From(PackFolder files, PackTable table, PackReading reading)
    {
        if (files.Text(table.File, table.Required) is { } bytes) return new ReadTable(table, reading).Rows(bytes);
        return table.Required || files.Has(table.File) ? null : [];
    }

    private List<PackRow>? Rows(byte[] bytes)
    {
        var text = Utf8Text.WithoutMark(bytes);
        if (new CsvExtent(text).Broken() is { } broken)
        {
            reading.Faults.Add(new FaultPlace(table.File, broken.Line), broken.Code, ("limit", broken.Limit));
            return null;
        }
        using var stream = new MemoryStream(bytes, bytes.Length - text.Length, text.Length);
        using var parser = new CsvParser(new StreamReader(stream, Utf8Text.Strict), Form());
        return parser.Read() ? Rows(parser) : null;
    }

    private List<PackRow> Rows(CsvParser parser)
    {
        var header = parser.Record!.Select(c => c.Trim()).ToArray();
        var layout = new ReadHeader(table, reading).Layout(header);
        var (rows, cells) = (new List<PackRow>(), new CheckCells(layout, reading));
        while (parser.Read())
        {
            var row = new PackRow(layout, Cells(parser, header.Length), FirstLine(parser));
            if (row.IsBlank) continue;
            rows.Add(row);
            if (IsWellFormed(parser, row, header.Length)) cells.Run(row);
        }
        return rows;
    }

    private CsvConfiguration Form() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        BadDataFound = _ => badQuote = true,
    };

    // A short row is filled up, so that its key is known and references to it stand.
    private static string[] Cells(CsvParser parser, int length)
    {
        var cells = new string[length];
        for (var i = 0; i < length; i++) cells[i] = i < parser.Count ? parser[i].Trim() : "";
        return cells;
    }

    // The parser counts lines to the end of the row; texts with line ends make rows of several.
    private static int FirstLine(CsvParser parser) => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    private bool IsWellFormed(CsvParser parser, PackRow row, int columns)
    {
        var quote = badQuote;
        badQuote = false;
        if (quote) reading.Faults.Add(row.At(), "row.quote");
        else if (parser.Count != columns) reading.Faults.Add(row.At(), "row.columns", ("expected", columns), ("found", parser.Count));
        return !quote && parser.Count == columns;
    }
}
