using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace TwinHub.Publish.Documents;

/// <summary>Writes one worksheet part: title block, head row, rows, filter and print set-up.</summary>
internal sealed partial class XlsxSheetXml(XlsxSheet sheet, XmlWriter xml)
{
    private const int MostRows = 1_048_576;
    private const int LongestText = 32_767;
    private readonly string[] letters = [.. Enumerable.Range(0, sheet.Columns.Count).Select(Letters)];
    private readonly string[] styles = [.. sheet.Columns.Select(c => Text(XlsxStyles.Of(c.Form, c.Wrap)))];
    private readonly string[] textStyles = [.. sheet.Columns.Select(c => Text(XlsxStyles.Of(XlsxForm.Text, c.Wrap)))];
    private int row;

    /// <summary>The row of the column headings, from 1; an empty row sets it apart from what stands above.</summary>
    public static int HeadRow(XlsxSheet sheet)
    {
        var above = Above(sheet).Count();
        return above == 0 ? 1 : above + 2;
    }

    public void Write(bool isFirst)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", XlsxWriter.Namespace);
        xml.WriteStartElement("sheetPr");
        Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        View(isFirst);
        Element("sheetFormatPr", ("defaultRowHeight", "15"));
        Columns();
        xml.WriteStartElement("sheetData");
        Rows();
        xml.WriteEndElement();
        Element("autoFilter", ("ref", $"A{Text(HeadRow(sheet))}:{letters[^1]}{Text(row)}"));
        Print();
        xml.WriteEndElement();
    }

    private static IEnumerable<(string Text, int Style)> Above(XlsxSheet sheet)
    {
        if (!string.IsNullOrEmpty(sheet.Title)) yield return (sheet.Title, XlsxStyles.Title);
        foreach (var line in sheet.Lines) yield return (line, XlsxStyles.Line);
        if (!string.IsNullOrEmpty(sheet.SampleNote)) yield return (sheet.SampleNote, XlsxStyles.SampleNote);
    }

    private void View(bool isFirst)
    {
        var (head, left) = (HeadRow(sheet), Math.Clamp(sheet.FrozenColumns, 0, letters.Length - 1));
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        if (isFirst) xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane");
        if (left > 0) xml.WriteAttributeString("xSplit", Text(left));
        xml.WriteAttributeString("ySplit", Text(head));
        xml.WriteAttributeString("topLeftCell", letters[left] + Text(head + 1));
        xml.WriteAttributeString("activePane", left > 0 ? "bottomRight" : "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Columns()
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var width = Math.Clamp(double.IsFinite(sheet.Columns[i].Width) ? sheet.Columns[i].Width : 14, 1, 255);
            Element("col", ("min", Text(i + 1)), ("max", Text(i + 1)), ("width", width.ToString("0.##", CultureInfo.InvariantCulture)), ("customWidth", "1"));
        }
        xml.WriteEndElement();
    }

    private void Rows()
    {
        foreach (var (text, style) in Above(sheet))
        {
            StartRow();
            TextCell("A" + Text(row), text, Text(style));
            xml.WriteEndElement();
        }
        if (row > 0) row++;
        Head();
        foreach (var values in sheet.Rows) Row(values);
    }

    private void Head()
    {
        StartRow();
        for (var i = 0; i < letters.Length; i++) TextCell(letters[i] + Text(row), sheet.Columns[i].Header, Text(XlsxStyles.Head));
        xml.WriteEndElement();
    }

    private void Row(IReadOnlyList<XlsxValue> values)
    {
        if (row == MostRows) throw new InvalidOperationException($"A sheet holds {MostRows} rows.");
        if (values.Count > letters.Length) throw new InvalidOperationException($"Row {row + 1} has {values.Count} cells for {letters.Length} columns.");
        var number = StartRow();
        for (var i = 0; i < values.Count; i++) Cell(i, letters[i] + number, values[i]);
        xml.WriteEndElement();
    }

    private string StartRow()
    {
        var number = Text(++row);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number);
        return number;
    }

    private void Cell(int column, string place, XlsxValue value)
    {
        if (value.Text is { } text)
        {
            TextCell(place, text, textStyles[column]);
            return;
        }
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", styles[column]);
        if (value.IsNumber) xml.WriteElementString("v", value.Number.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void TextCell(string place, string text, string style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        var shown = Shown(text);
        if (shown.Length > 0 && (char.IsWhiteSpace(shown[0]) || char.IsWhiteSpace(shown[^1]) || shown.Contains('\n', StringComparison.Ordinal))) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(shown);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // a longer text is cut with an ellipsis where Excel would refuse the file; _x0041_ would be read as A
    private static string Shown(string text)
    {
        var clean = CleanText.Of(text);
        if (clean.Length > LongestText) clean = XlsxNames.Cut(clean, LongestText - 1) + "…";
        return clean.Contains("_x", StringComparison.Ordinal) ? EscapedUnit().Replace(clean, "_x005F_x$1") : clean;
    }

    // overlapping escapes (_x0041_x0042_) are each found: the closing underscore is only looked at
    [GeneratedRegex("_x([0-9A-Fa-f]{4})(?=_)", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedUnit();

    private void Print()
    {
        Element("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Element("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", "&C&P / &N");
        xml.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, value);
        xml.WriteEndElement();
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
