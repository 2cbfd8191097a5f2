using TwinHub.Publish.Documents;

namespace TwinHub.Deliver.Workbooks;

/// <summary>A list ready to be written in any of the formats: rows are made while they are written.</summary>
/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Json">Writes the same as JSON.</param>
public sealed record ListFile(string Name, XlsxWorkbook Workbook, Action<Stream> Json)
{
    /// <param name="format">One of <see cref="ListFiles.Formats"/>.</param>
    public void Write(string format, Stream stream)
    {
        switch (format)
        {
            case "xlsx": XlsxWriter.Write(Workbook, stream); break;
            case "ods": OdsWriter.Write(Workbook, stream); break;
            case "csv": CsvSheet.Write(Workbook.Sheets[0], stream); break;
            default: Json(stream); break;
        }
    }
}

/// <summary>Formats in which a list goes out.</summary>
public static class ListFiles
{
    public static IReadOnlyList<string> Formats { get; } = ["xlsx", "ods", "csv", "json"];

    public static string ContentType(string format) => format switch
    {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/json",
    };

    /// <summary>Answers with the file: written beside first, so that it leaves whole and no row is held in memory.</summary>
    public static async Task<IResult> AnswerAsync(ListFile file, string format, CancellationToken cancel)
    {
        var stream = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 1 << 16 });
        try
        {
            file.Write(format, stream);
            await stream.FlushAsync(cancel);
            stream.Position = 0;
            return TypedResults.Stream(stream, ContentType(format), $"{file.Name}.{format}");
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }
}
