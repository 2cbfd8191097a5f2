using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Reads a table of text: UTF-8, UTF-16 with its mark, or GB18030; apart by commas, tabs or semicolons. A row is a record, as Excel counts it.</summary>
internal static class CsvReading
{
    private const int Sniffed = 20, MostControls = 100;
    private static readonly string[] Separators = [",", "\t", ";"];

    public static void Read(byte[] file, BookBuilder into)
    {
        var text = Decode(file);
        if (text.AsSpan().IsWhiteSpace()) throw BookLimits.Unreadable();
        var sheet = into.Begin("");
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = Separator(text), IgnoreBlankLines = false, BadDataFound = null, Mode = CsvMode.RFC4180, MaxFieldSize = BookLimits.MostCellCharacters * 2 };
        using var parser = new CsvParser(new StringReader(text), settings);
        for (var row = 1; parser.Read(); row++)
        {
            for (var column = 0; column < parser.Count; column++) sheet.Set(row, column, Cell(parser[column]));
            sheet.EndRow(row);
        }

        sheet.End();
    }

    private static string Decode(byte[] file)
    {
        try
        {
            var text = TextEncodings.Decode(file);
            return Controls(text) * (long)MostControls > text.Length ? throw BookLimits.Unreadable() : text;
        }
        catch (DecoderFallbackException)
        {
            throw new Core.RefusedException(Core.Refusal.Of("workbook.encoding"));
        }
    }

    private static int Controls(string text) => text.Count(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'));

    /// <summary>An apostrophe before what would be a formula says that it is a text.</summary>
    private static SheetCell Cell(string field)
    {
        var text = field.Trim();
        if (text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' or '\t' or '\'') return new(text[1..]);
        return FormulaText.IsFormula(text) ? new(text, CellForm.Formula) : new(text);
    }

    /// <summary>The separator that stands most often in the first lines.</summary>
    private static string Separator(string text)
    {
        var lines = text.Split('\n', Sniffed + 1).Take(Sniffed).ToList();
        return Separators.MaxBy(s => lines.Sum(l => l.Count(c => c == s[0])))!;
    }
}
