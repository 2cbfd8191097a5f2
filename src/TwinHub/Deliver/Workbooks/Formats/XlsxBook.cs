using System.Globalization;
using System.Text;
using System.Xml;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>The parts of an .xlsx (ECMA-376, transitional or strict) that its sheets refer to: their names, texts and formats.</summary>
internal sealed class XlsxBook
{
    private const string Root = "xl/workbook.xml";
    private readonly PackedFile file;
    private readonly List<(string Name, string Relation, bool Hidden)> named = [];
    private readonly Dictionary<string, (string Type, string Target)> relations = new(StringComparer.Ordinal);

    public XlsxBook(PackedFile file)
    {
        this.file = file;
        ReadRelations();
        ReadNames();
        Texts = ReadTexts();
        Forms = ReadForms();
    }

    public bool Since1904 { get; private set; }
    /// <summary>Texts that cells refer to by number.</summary>
    public IReadOnlyList<string> Texts { get; }
    /// <summary>Forms of numbers by style.</summary>
    public IReadOnlyList<CellForm> Forms { get; }
    /// <summary>Sheets of cells in their order; charts are none.</summary>
    public IEnumerable<(string Name, string Path, bool Hidden)> Sheets =>
        from sheet in named
        where relations.TryGetValue(sheet.Relation, out var relation) && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal) && file.Has(relation.Target)
        select (sheet.Name, relations[sheet.Relation].Target, sheet.Hidden);

    private void ReadRelations()
    {
        using var xml = file.Xml("xl/_rels/workbook.xml.rels") ?? throw BookLimits.Unreadable();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            var target = xml.GetAttribute("Target") ?? "";
            relations[xml.GetAttribute("Id") ?? ""] = (xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : "xl/" + target);
        }
    }

    private void ReadNames()
    {
        using var xml = file.Xml(Root) ?? throw BookLimits.Unreadable();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") Since1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet") named.Add((xml.GetAttribute("name") ?? "", Relation(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }
    }

    private static string Relation(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    private string Part(string kind) => relations.Values.FirstOrDefault(r => r.Type.EndsWith("/" + kind, StringComparison.Ordinal)).Target ?? "";

    private List<string> ReadTexts()
    {
        var texts = new List<string>();
        using var xml = file.Xml(Part("sharedStrings"));
        if (xml is null) return texts;
        long characters = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            texts.Add(RichText(xml));
            characters += texts[^1].Length;
            if (characters > BookLimits.MostCharacters) throw BookLimits.TooMuch();
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on, without how it is read aloud (rPh); the reader ends on its end.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, aloud, text, one) = (xml.Depth, false, (StringBuilder?)null, "");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh") aloud = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (aloud || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)) continue;
            if (one.Length == 0) one = xml.Value;
            else (text ??= new StringBuilder(one)).Append(xml.Value);
        }

        return Plain(text?.ToString() ?? one);
    }

    /// <summary>Without blanks around it, with the characters that _x000D_ and its like stand for.</summary>
    public static string Plain(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal)) text = XmlConvert.DecodeName(text)!.ReplaceLineEndings("\n");
        return text.Trim();
    }

    private List<CellForm> ReadForms()
    {
        var (forms, codes, inCells) = (new List<CellForm>(), new Dictionary<int, CellForm>(), false);
        using var xml = file.Xml(Part("styles"));
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") codes[Number(xml, "numFmtId")] = NumberForm.Of(xml.GetAttribute("formatCode"));
            if (xml.LocalName == "xf" && inCells) forms.Add(Number(xml, "numFmtId") is var id && codes.TryGetValue(id, out var own) ? own : NumberForm.OfBuiltIn(id));
        }

        return forms;
    }

    private static int Number(XmlReader xml, string attribute) => int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
