using System.Text;
using TwinHub.Core;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Reads a workbook by what it is, not by its name: xlsx, xls (and et), ods, or a table of text.</summary>
public static class ReadSheets
{
    private const int Looked = 2048;

    /// <exception cref="RefusedException"><c>workbook.unreadable</c>, <c>.protected</c>, <c>.save-as</c>, <c>.encoding</c>, <c>.bomb</c>, or above a limit.</exception>
    public static IReadOnlyList<Sheet> Read(byte[] file)
    {
        if (file.Length > BookLimits.MostFileBytes) throw BookLimits.TooLarge();
        var book = new BookBuilder();
        try
        {
            Read(file, book);
        }
        catch (Exception fault) when (fault is not (RefusedException or OutOfMemoryException)) // readers of broken files fail in their own many ways
        {
            throw BookLimits.Unreadable();
        }

        return book.Sheets;
    }

    private static void Read(byte[] file, BookBuilder book)
    {
        if (file is [(byte)'P', (byte)'K', ..]) ReadPacked(file, book);
        else if (CompoundFile.Is(file)) ReadCompound(file, book);
        else if (Other(file) is { } what) throw BookLimits.SaveAs(what);
        else CsvReading.Read(file, book);
    }

    private static void ReadPacked(byte[] file, BookBuilder book)
    {
        using var packed = new PackedFile(file);
        if (packed.Has("xl/workbook.xml")) new XlsxReader(packed, book).Read();
        else if (packed.Has("content.xml")) new OdsReader(packed, book).Read();
        else if (packed.Has("xl/workbook.bin")) throw BookLimits.SaveAs(".xlsb");
        else if (packed.Has("word/document.xml")) throw BookLimits.SaveAs(".docx");
        else throw BookLimits.Unreadable();
    }

    private static void ReadCompound(byte[] file, BookBuilder book)
    {
        var names = CompoundFile.Names(file);
        if (names.Contains("EncryptedPackage")) throw BookLimits.Protected();
        if (names.Contains("WordDocument")) throw BookLimits.SaveAs(".wps / .doc");
        if (!names.Contains("Workbook") && !names.Contains("Book")) throw BookLimits.Unreadable();
        XlsReader.Read(file, book);
    }

    /// <summary>Files that some programs call .xls, and others that come by mistake.</summary>
    private static string? Other(byte[] file)
    {
        var begins = Encoding.Latin1.GetString(file, 0, Math.Min(Looked, file.Length)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (begins.StartsWith("%PDF", StringComparison.Ordinal)) return ".pdf";
        if (begins.StartsWith("{\\rtf", StringComparison.Ordinal)) return ".rtf";
        if (begins.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || begins.StartsWith('<')) return begins.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "HTML" : "XML";
        return null;
    }
}
