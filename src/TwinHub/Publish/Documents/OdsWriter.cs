using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace TwinHub.Publish.Documents;

/// <summary>
/// Writes sheets as an OpenDocument spreadsheet (ISO 26300), row by row, so that memory does not grow with the rows. A text is a string cell:
/// none becomes a formula. The same sheets give the same bytes.
/// </summary>
public static class OdsWriter
{
    private const string Mime = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Body = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0", Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static readonly DateTimeOffset ZipBeginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">There is no sheet.</exception>
    public static void Write(XlsxWorkbook workbook, Stream stream)
    {
        if (workbook.Sheets.Count == 0) throw new ArgumentException("A workbook needs a sheet.", nameof(workbook));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using (var mime = new StreamWriter(Part(zip, "mimetype", CompressionLevel.NoCompression))) mime.Write(Mime);
        using (var xml = OfficePackage.Xml(Part(zip, "META-INF/manifest.xml", CompressionLevel.Fastest))) Manifest(xml);
        using (var xml = OfficePackage.Xml(Part(zip, "content.xml", CompressionLevel.Fastest))) Content(xml, workbook);
    }

    private static Stream Part(ZipArchive zip, string path, CompressionLevel level)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = ZipBeginning;
        return entry.Open();
    }

    private static void Manifest(XmlWriter xml)
    {
        const string manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        xml.WriteStartElement("manifest", "manifest", manifest);
        xml.WriteAttributeString("version", manifest, "1.3");
        foreach (var (path, type) in new[] { ("/", Mime), ("content.xml", "text/xml") })
        {
            xml.WriteStartElement("file-entry", manifest);
            xml.WriteAttributeString("full-path", manifest, path);
            xml.WriteAttributeString("media-type", manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, XlsxWorkbook workbook)
    {
        xml.WriteStartElement("office", "document-content", Office);
        foreach (var (prefix, name) in new[] { ("table", Table), ("text", Body), ("style", Style), ("number", Number), ("fo", Fo) }) xml.WriteAttributeString("xmlns", prefix, null, name);
        xml.WriteAttributeString("version", Office, "1.3");
        Styles(xml);
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        var names = XlsxNames.Of(workbook.Sheets);
        for (var i = 0; i < names.Count; i++) Sheet(xml, names[i], workbook.Sheets[i]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>day: yyyy-mm-dd; head: bold; wrap: long texts on several lines.</summary>
    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("automatic-styles", Office);
        xml.WriteRaw($"""
            <number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
            <style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>
            <style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
            <style:style style:name="wrap" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>
            """.ReplaceLineEndings("\n"));
        xml.WriteEndElement();
    }

    private static void Sheet(XmlWriter xml, string name, XlsxSheet sheet)
    {
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, name);
        foreach (var line in new[] { sheet.Title }.Concat(sheet.Lines).Append(sheet.SampleNote).Where(l => !string.IsNullOrEmpty(l))) Row(xml, [(line!, XlsxForm.Text, "")]);
        Row(xml, sheet.Columns.Select(c => ((XlsxValue)c.Header, XlsxForm.Text, "head")));
        foreach (var row in sheet.Rows) Row(xml, row.Select((value, i) => (value, sheet.Columns[i].Form, sheet.Columns[i].Wrap ? "wrap" : "")));
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, IEnumerable<(XlsxValue Value, XlsxForm Form, string Style)> cells)
    {
        xml.WriteStartElement("table-row", Table);
        foreach (var (value, form, style) in cells) Cell(xml, value, form, style);
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, XlsxValue value, XlsxForm form, string style)
    {
        xml.WriteStartElement("table-cell", Table);
        if (form == XlsxForm.Date && value.IsNumber) style = "day";
        if (style.Length > 0) xml.WriteAttributeString("style-name", Table, style);
        if (value.Text is { } text) Text(xml, CleanText.Of(text));
        else if (value.IsNumber && form == XlsxForm.Date) Typed(xml, "date", "date-value", value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else if (value.IsNumber) Typed(xml, "float", "value", value.Number.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Typed(XmlWriter xml, string type, string attribute, string value)
    {
        xml.WriteAttributeString("value-type", Office, type);
        xml.WriteAttributeString(attribute, Office, value);
        xml.WriteElementString("p", Body, value);
    }

    /// <summary>A paragraph a line; a run of blanks would be read as one.</summary>
    private static void Text(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("value-type", Office, "string");
        foreach (var line in text.Split('\n'))
        {
            xml.WriteStartElement("p", Body);
            for (var i = 0; i < line.Length;)
            {
                var blanks = line.AsSpan(i).IndexOf("  ");
                xml.WriteString(line[i..(blanks < 0 ? line.Length : i + blanks)]);
                i = blanks < 0 ? line.Length : Blanks(xml, line, i + blanks);
            }

            xml.WriteEndElement();
        }
    }

    private static int Blanks(XmlWriter xml, string line, int from)
    {
        var to = from;
        while (to < line.Length && line[to] == ' ') to++;
        xml.WriteStartElement("s", Body);
        xml.WriteAttributeString("c", Body, (to - from).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        return to;
    }
}
