using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Publish.Meetings;
using TwinHub.Tests.Record;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Tests.Publish.Meetings;

/// <summary>Papers prepared from a record of a test's own, and what readers of their formats get out of them.</summary>
public sealed class PreparedPack : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("twinhub-papers-");

    private PreparedPack(TestRecord record) => Record = record;

    public TestRecord Record { get; }
    public string Folder => folder.FullName;
    public PrepareMeeting.Prepared Prepared { get; private set; } = null!;
    public IEnumerable<PackFile> Files => Prepared.Pack.Files;

    public static async Task<PreparedPack> OfAsync(string pack, string engine = Engines.Sqlite) => await OfAsync(await TestRecord.FoundedAsync(engine, pack, Services));

    public static async Task<PreparedPack> OfAsync(TestRecord record)
    {
        var prepared = new PreparedPack(record);
        prepared.Prepared = await prepared.PrepareAsync(new(prepared.Folder));
        return prepared;
    }

    /// <summary>What preparing needs beside the record.</summary>
    public static void Services(IServiceCollection services) =>
        services.AddSingleton<ReferenceCache>().AddSingleton<OutlookCache>().AddSingleton<StandingCache>().AddPapers();

    public async Task<PrepareMeeting.Prepared> PrepareAsync(PrepareMeeting.Command command)
    {
        await using var scope = Record.Scope();
        return await scope.ServiceProvider.GetRequiredService<PrepareMeeting>().HandleAsync(command, null, CancellationToken.None);
    }

    public async Task<MeetingFacts> FactsAsync()
    {
        await using var scope = Record.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReadMeetingFacts>().HandleAsync(CancellationToken.None);
    }

    public PackFile File(int paper, string language, string extension) => Files.Single(f => f.Paper == paper && f.Language == language && f.Extension() == extension);

    public byte[] Bytes(PackFile file) => System.IO.File.ReadAllBytes(file.In(Prepared.Folder));

    public string Text(PackFile file) => string.Join('\n', Passages(file));

    /// <summary>What a file says, passage by passage in its order: paragraphs and cells.</summary>
    public IReadOnlyList<string> Passages(PackFile file) => file.Extension() switch
    {
        "docx" => Docx(Bytes(file)),
        "html" => Html(Bytes(file)),
        _ => Xlsx(Bytes(file)),
    };

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await Record.DisposeAsync();
    }

    private static List<string> Docx(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Word.Paragraph>()
            .Select(p => string.Concat(p.Descendants().Select(e => e is Word.Text text ? text.Text : e is Word.Break ? "\n" : "")))];
    }

    private static List<string> Html(byte[] bytes)
    {
        var page = new HtmlParser().ParseDocument(new MemoryStream(bytes));
        foreach (var turn in page.QuerySelectorAll("br")) turn.OuterHtml = "\n";
        return [.. page.QuerySelectorAll("h1,h2,h3,p,li,caption,th,td").Select(e => e.TextContent)];
    }

    private static List<string> Xlsx(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal).SelectMany(p => p.Worksheet!.Descendants<Cell>()).Select(c => c.InnerText)];
    }
}
