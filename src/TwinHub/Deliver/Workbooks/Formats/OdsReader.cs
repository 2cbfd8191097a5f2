using System.Globalization;
using System.Text;
using System.Xml;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Reads the cells of an OpenDocument spreadsheet (ISO 26300): typed values, repeated rows and cells, merged ranges.</summary>
internal sealed class OdsReader(PackedFile file, BookBuilder into)
{
    private int row, column;

    public void Read()
    {
        if (IsEncrypted()) throw BookLimits.Protected();
        using var xml = file.Xml("content.xml") ?? throw BookLimits.Unreadable();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "table", IsEmptyElement: false }) ReadTable(xml);
        }
    }

    private bool IsEncrypted()
    {
        using var xml = file.Xml("META-INF/manifest.xml");
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" }) return true;
        }

        return false;
    }

    private void ReadTable(XmlReader xml)
    {
        var sheet = into.Begin(Attribute(xml, "name") ?? "");
        (row, var depth) = (0, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "table-row" }) ReadRow(xml, sheet);
        }

        sheet.End();
    }

    /// <summary>A row that is repeated with content comes as often; an empty one only counts.</summary>
    private void ReadRow(XmlReader xml, SheetBuilder sheet)
    {
        var (times, depth, cells) = (Times(xml, "number-rows-repeated"), xml.Depth, new List<(int Column, SheetCell Cell)>());
        column = 0;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "table-cell" or "covered-table-cell" }) ReadCell(xml, sheet, cells);
        }

        for (var i = 0; i < times && cells.Count > 0; i++)
        {
            foreach (var (at, cell) in cells) sheet.Set(row + 1 + i, at, cell);
            sheet.EndRow(row + 1 + i);
        }

        row += times;
    }

    private void ReadCell(XmlReader xml, SheetBuilder sheet, List<(int, SheetCell)> cells)
    {
        var times = Times(xml, "number-columns-repeated");
        sheet.Merge(new(row + 1, column, row + Times(xml, "number-rows-spanned"), column + Times(xml, "number-columns-spanned") - 1));
        var (type, value, day, formula) = (Attribute(xml, "value-type"), Attribute(xml, "value"), Attribute(xml, "date-value"), Attribute(xml, "formula"));
        var text = Paragraphs(xml);
        var cell = formula is not null && FormulaText.ReachesOut(formula) ? new(formula, CellForm.Formula) : Cell(type, value, day, text);
        if (!cell.IsEmpty && times > BookLimits.MostColumns) throw BookLimits.TooWide();
        for (var i = 0; i < times && !cell.IsEmpty; i++) cells.Add((column + i, cell));
        column += times;
    }

    private static SheetCell Cell(string? type, string? value, string? day, string text) => type switch
    {
        "float" or "currency" when Number(value) is { } number => NumberForm.Cell(number, CellForm.Number),
        "percentage" when Number(value) is { } share => NumberForm.Cell(share, CellForm.Percent),
        "date" when DateTime.TryParse(day, CultureInfo.InvariantCulture, out var date) => NumberForm.Cell(date, IsMonth(text) ? CellForm.Month : CellForm.Day),
        _ => new(text),
    };

    /// <summary>What shows no third number shows no day: 2023年12月.</summary>
    private static bool IsMonth(string shown) => shown.Length > 0 && shown.Split([.. shown.Where(c => !char.IsLetterOrDigit(c)), '年', '月', '日'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length == 2;

    private static string Paragraphs(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, note, text, paragraphs) = (xml.Depth, false, new StringBuilder(), 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName is "annotation") note = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (note) continue;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "p" && paragraphs++ > 0) text.Append('\n');
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "s") text.Append(' ', Math.Min(Times(xml, "c"), BookLimits.MostCellCharacters));
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "line-break") text.Append('\n');
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
        }

        return text.ToString().Trim();
    }

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Times(XmlReader xml, string attribute) => int.TryParse(Attribute(xml, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;

    /// <summary>An attribute by its local name: the prefixes are the writer's.</summary>
    private static string? Attribute(XmlReader xml, string name)
    {
        string? found = null;
        for (var more = xml.MoveToFirstAttribute(); more && found is null; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name && xml.Prefix is not ("calcext" or "xmlns")) found = xml.Value;
        }

        xml.MoveToElement();
        return found;
    }
}
