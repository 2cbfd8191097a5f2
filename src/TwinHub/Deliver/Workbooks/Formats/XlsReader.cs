using System.Text;
using ExcelDataReader;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Reads the cells of an .xls (BIFF8 and before) or of an .et, which is one inside.</summary>
internal static class XlsReader
{
    private static readonly ExcelReaderConfiguration Settings = new() { FallbackEncoding = TextEncodings.Chinese, LeaveOpen = false };

    public static void Read(byte[] file, BookBuilder into)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file, writable: false), Settings);
            do ReadSheet(reader, into);
            while (reader.NextResult());
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw BookLimits.Protected();
        }
    }

    private static void ReadSheet(IExcelDataReader reader, BookBuilder into)
    {
        var sheet = into.Begin(reader.Name, reader.VisibleState != "visible");
        foreach (var range in reader.MergeCells ?? []) sheet.Merge(new(range.FromRow + 1, range.FromColumn, range.ToRow + 1, range.ToColumn));
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++) sheet.Set(reader.Depth + 1, column, Cell(reader, column));
            sheet.EndRow(reader.Depth + 1);
        }

        sheet.End();
    }

    private static SheetCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => default,
        DateTime day => NumberForm.Cell(day, NumberForm.Of(reader.GetNumberFormatString(column))),
        double number => NumberForm.Cell(number, NumberForm.Of(reader.GetNumberFormatString(column)) is CellForm.Percent ? CellForm.Percent : CellForm.Number),
        bool yes => new(yes ? "TRUE" : "FALSE"),
        var other => new(Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)?.Trim()),
    };
}

/// <summary>Encodings of texts from offices.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>GB18030: throws where the bytes are none.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The text of a file: as its mark says, else UTF-8, else GB18030.</summary>
    /// <exception cref="DecoderFallbackException">It is neither.</exception>
    public static string Decode(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(file, 3, file.Length - 3),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file, 2, file.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2),
        _ => IsUtf8(file) ? Utf8.GetString(file) : Chinese.GetString(file),
    };

    private static bool IsUtf8(byte[] file) => System.Text.Unicode.Utf8.IsValid(file);
}
