using System.Globalization;
using System.Text;

namespace TwinHub.Web;

/// <summary>Writes a table as CSV that spreadsheets open as text and numbers: UTF-8 with its mark, RFC 4180, no cell that could be a formula.</summary>
internal sealed class CsvFile(string name) : IResult
{
    private readonly StringBuilder text = new();

    /// <summary>One row: texts, whole numbers and decimals; null is an empty cell.</summary>
    public CsvFile Add(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++) text.Append(i > 0 ? "," : "").Append(Cell(cells[i]));
        text.Append("\r\n");
        return this;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await httpContext.Response.Body.WriteAsync(ToBytes(), httpContext.RequestAborted);
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => Quoted(Harmless(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
    };

    /// <summary>A text that a spreadsheet would compute gets an apostrophe before it.</summary>
    private static string Harmless(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
