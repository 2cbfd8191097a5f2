using System.Globalization;
using System.IO.Compression;
using System.Text;
using TwinHub.Deliver.Workbooks.Formats;

namespace TwinHub.Tests.Deliver.Workbooks;

/// <summary>A workbook as offices' programs write it: shared or inline texts, formats, merged ranges, stored formulas, hidden sheets.</summary>
internal sealed class MadeBook
{
    private readonly List<MadeSheet> sheets = [];
    private readonly List<string> shared = [];

    /// <summary>Texts in a part of their own, each with how it is read aloud, as WPS and Excel save them; otherwise in the cells.</summary>
    public bool Shared { get; init; }

    public MadeSheet Add(string name, bool hidden = false)
    {
        sheets.Add(new(name, hidden));
        return sheets[^1];
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Spreadsheet}styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Spreadsheet}sharedStrings+xml"/>{string.Concat(sheets.Select((_, i) => $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{Spreadsheet}worksheet+xml"/>"""))}</Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr/><sheets>{string.Concat(sheets.Select((s, i) => $"""<sheet name="{Escaped(s.Name)}" sheetId="{i + 1}" {(s.Hidden ? "state=\"hidden\" " : "")}r:id="rId{i + 1}"/>"""))}</sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}<Relationship Id="s" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="t" Type="{Office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>""");
            Part(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.0&quot;%&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="57"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Count; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].ToXml(this));
            Part(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(shared.Select(t => $"""<si><r><t xml:space="preserve">{Escaped(t)}</t></r><rPh sb="0" eb="1"><t>yin</t></rPh></si>"""))}</sst>""");
        }

        return stream.ToArray();
    }

    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal string Text(string place, string text)
    {
        if (!Shared) return $"""<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{Escaped(text)}</t></is></c>""";
        shared.Add(text);
        return $"""<c r="{place}" t="s"><v>{shared.Count - 1}</v></c>""";
    }

    internal static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static void Part(ZipArchive zip, string path, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write(text);
    }
}

/// <summary>A formula with the value that it had; null: none was kept.</summary>
internal sealed record Formula(string Text, string? Value);

/// <summary>A number in one of the book's formats: 2 percent, 3 month, 4 Chinese date, 5 a percent sign that is only shown.</summary>
internal sealed record Styled(double Number, int Style);

internal sealed class MadeSheet(string name, bool hidden)
{
    private readonly SortedDictionary<int, List<object?>> rows = [];
    private readonly List<string> merges = [];
    private int last;

    public string Name => name;
    public bool Hidden => hidden;
    public int LastRow => last;

    /// <summary>The next row: texts, numbers, days, formulas; null: an empty cell.</summary>
    public MadeSheet Row(params object?[] cells)
    {
        rows[++last] = [.. cells];
        return this;
    }

    public MadeSheet Skip(int count = 1)
    {
        last += count;
        return this;
    }

    /// <summary>A text across so many columns.</summary>
    public MadeSheet Across(string text, int columns)
    {
        Row(text);
        return Merge($"A{last}:{Letters.Of(columns - 1)}{last}");
    }

    public MadeSheet Merge(params string[] ranges)
    {
        merges.AddRange(ranges);
        return this;
    }

    internal string ToXml(MadeBook book)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{MadeBook.Main}"><sheetData>""");
        foreach (var (number, cells) in rows)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{number}">""");
            for (var i = 0; i < cells.Count; i++) xml.Append(Cell(book, Letters.Of(i) + number.ToString(CultureInfo.InvariantCulture), cells[i]));
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merges.Count > 0) xml.Append($"""<mergeCells>{string.Concat(merges.Select(m => $"""<mergeCell ref="{m}"/>"""))}</mergeCells>""");
        return xml.Append("</worksheet>").ToString();
    }

    private static string Cell(MadeBook book, string place, object? value) => value switch
    {
        null => "",
        DateOnly day => Number(place, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, 1),
        Styled styled => Number(place, styled.Number, styled.Style),
        Formula formula => $"""<c r="{place}" t="str"><f>{MadeBook.Escaped(formula.Text)}</f>{(formula.Value is { } had ? $"<v>{MadeBook.Escaped(had)}</v>" : "")}</c>""",
        string text => text.Length == 0 ? "" : book.Text(place, text),
        _ => Number(place, Convert.ToDouble(value, CultureInfo.InvariantCulture), 0),
    };

    private static string Number(string place, double number, int style) => $"""<c r="{place}" s="{style}"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>""";
}
