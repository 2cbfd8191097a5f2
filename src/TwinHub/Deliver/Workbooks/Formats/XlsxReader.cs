using System.Globalization;
using System.Xml;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Reads the cells of an .xlsx in one pass a sheet: texts, numbers by their format, merged ranges, formulas by the value that they had.</summary>
internal sealed class XlsxReader(PackedFile file, BookBuilder into)
{
    private readonly XlsxBook book = new(file);

    public void Read()
    {
        foreach (var (name, path, hidden) in book.Sheets)
        {
            using var xml = file.Xml(path)!;
            ReadSheet(xml, into.Begin(name, hidden));
        }
    }

    private void ReadSheet(XmlReader xml, SheetBuilder sheet)
    {
        var (row, column) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row") sheet.EndRow(row);
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    (row, column) = (Row(xml, row), 0);
                    break;
                case "c":
                    column = xml.GetAttribute("r") is { Length: > 0 } reference ? Letters.Column(reference) : column;
                    ReadCell(xml, sheet, row, column++);
                    break;
                case "mergeCell":
                    sheet.Merge(Range(xml.GetAttribute("ref") ?? ""));
                    break;
            }
        }

        sheet.End();
    }

    private static int Row(XmlReader xml, int before) => int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : before + 1;

    private void ReadCell(XmlReader xml, SheetBuilder sheet, int row, int column)
    {
        if (xml.IsEmptyElement) return;
        var (type, style, depth) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.Depth);
        string? value = null, formula = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "v") value = Content(xml);
            else if (xml.LocalName is "is") value = XlsxBook.RichText(xml);
            else if (xml.LocalName is "f") formula = Content(xml);
        }

        if (formula is not null && (string.IsNullOrEmpty(value) || FormulaText.ReachesOut(formula))) sheet.Set(row, column, new("=" + formula, CellForm.Formula));
        else if (value is { Length: > 0 }) sheet.Set(row, column, Cell(value, type, style));
    }

    private SheetCell Cell(string value, string? type, string? style) => type switch
    {
        "s" => new(book.Texts[int.Parse(value, CultureInfo.InvariantCulture)]),
        "str" => new(XlsxBook.Plain(value)),
        "inlineStr" => new(value),
        "b" => new(value == "1" ? "TRUE" : "FALSE"),
        "e" => new(value, CellForm.Error),
        "d" => NumberForm.Cell(DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), CellForm.Day),
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? NumberForm.Cell(number, Form(style), book.Since1904) : new(value.Trim()),
    };

    private CellForm Form(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < book.Forms.Count ? book.Forms[number] : CellForm.Number;

    /// <summary>The text of an element without children; the reader ends on its end.</summary>
    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth) text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    private static MergedRange Range(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return default;
        var from = reference.AsSpan(0, colon);
        var to = reference.AsSpan(colon + 1);
        return new(RowOf(from), Letters.Column(from), RowOf(to), Letters.Column(to));
    }

    private static int RowOf(ReadOnlySpan<char> reference) => int.Parse(reference.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), CultureInfo.InvariantCulture);
}
