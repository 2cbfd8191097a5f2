using System.Globalization;
using System.Text;

namespace TwinHub.Publish.Documents;

/// <summary>
/// Writes one sheet as a table of text, row by row: UTF-8 with its mark, RFC 4180. A text that a spreadsheet would compute gets an apostrophe before it,
/// and so does one that begins with such an apostrophe: taking one away gives the text again.
/// </summary>
public static class CsvSheet
{
    public static void Write(XlsxSheet sheet, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        foreach (var line in new[] { sheet.Title }.Concat(sheet.Lines).Append(sheet.SampleNote).Where(l => !string.IsNullOrEmpty(l))) text.WriteLine(Quoted(line!));
        text.WriteLine(string.Join(',', sheet.Columns.Select(c => Quoted(c.Header))));
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i > 0) text.Write(',');
                text.Write(Cell(row[i], sheet.Columns[i].Form));
            }

            text.WriteLine();
        }
    }

    private static string Cell(XlsxValue value, XlsxForm form)
    {
        if (value.Text is { } text) return Quoted(Harmless(CleanText.Of(text)));
        if (!value.IsNumber) return "";
        return form == XlsxForm.Date ? value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.Number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Harmless(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' || (text[0] == '\'' && text.Length > 1 && text[1] is '=' or '+' or '-' or '@' or '\t' or '\'')) ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
