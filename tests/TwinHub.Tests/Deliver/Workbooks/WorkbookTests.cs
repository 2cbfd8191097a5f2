using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using TwinHub.Core.Changes;
using TwinHub.Core.Lists;
using TwinHub.Core.Rounds;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Workbooks;

public sealed class WorkbookTests
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_template_that_comes_back_unchanged_changes_nothing(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        var page = await PreviewAsync(office, await office.Http.GetByteArrayAsync(Address("lists/2024H1/template.xlsx"), TestContext.Current.CancellationToken), "2024H1");
        Assert.Contains("0 added, 0 changed", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Waiting);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_changed_row_of_an_adopted_list_becomes_one_proposed_change_request(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        var file = Sheet([new() { ["Code"] = "2024H1-001", ["Item"] = "Ring railway, missing link", ["Due"] = "31 July 2024" }]);
        var page = await PreviewAsync(office, file, "2024H1");
        Assert.Contains("0 added, 1 changed", page.Text, StringComparison.Ordinal);
        using var answer = await ConfirmAsync(office, page.Waiting!, "2024H1", "The permit is late.");
        Assert.StartsWith("/en/changes/CR-", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var change = await site.Record.ReadAsync(db => db.Changes.SingleAsync(c => c.State == ChangeState.Open));
        Assert.Equal((RowKind.Redate, "2024-07-31"), (change.Rows.Single().Kind, change.Rows.Single().New));
        Assert.Equal(new DateOnly(2024, 6, 30), await site.Record.ReadAsync(db => db.Items.Where(i => i.Code == "2024H1-001").Select(i => i.Due).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_list_adopted_elsewhere_is_recorded_with_its_document_and_its_reports_are_drafts(string engine)
    {
        await using var site = await TestSite.StartAsync(engine);
        using var office = await site.SignInAsync("north-office");
        var page = await PreviewAsync(office, NewList(), null);
        Assert.Contains("recorded, not keyed", page.Text, StringComparison.Ordinal);
        using var answer = await ConfirmAsync(office, page.Waiting!, "", null);
        Assert.Equal("/en/lists/2024H2", answer.Headers.Location!.OriginalString);
        var list = await site.Record.ReadAsync(db => db.Lists.Include(l => l.Items).Include(l => l.Revisions).SingleAsync(l => l.Code == "2024H2"));
        Assert.Equal(new Balance(2, 0, 2, 0, 0, 0), list.Balance());
        Assert.Equal(ChangeState.Recorded, (await site.Record.ReadAsync(db => db.Changes.SingleAsync(c => c.ListId == list.Id))).State);
        var issued = await site.Record.ReadAsync(db => db.IssuedDocuments.SingleAsync(d => d.List == "2024H2"));
        Assert.Equal(("JC (2024) 9", list.Revisions[0].TextSha256()), (issued.Number, issued.TextSha256));
        var report = await site.Record.ReadAsync(db => db.Reports.SingleAsync(r => db.Items.Any(i => i.Id == r.ItemId && i.ListId == list.Id)));
        Assert.Equal((40m, ReportState.Submitted, CameBy.File), (report.Percent, report.State, report.CameBy));
    }

    [Fact]
    public async Task Every_wrong_cell_is_told_and_nothing_is_written()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        var size = await site.Record.ReadAsync(db => db.Journal.LongCountAsync());
        var file = Sheet(
            new() { ["Code"] = "2024H1-001", ["Item"] = "Ring railway", ["Due"] = "30 February 2024", ["Northland lead units"] = "Ministry of Magic" },
            new() { ["Code"] = "2024H1-001", ["Item"] = "Ring railway", ["Due"] = "2024-06-30", ["Southland 2024-03 %"] = "50", ["Colour"] = "blue" });
        var page = await PreviewAsync(office, file, "2024H1", status: 422);
        foreach (var told in new[] { "30 February 2024", "Ministry of Magic", "stands twice", "another party", "Unknown column" }) Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Waiting);
        Assert.Equal(size, await site.Record.ReadAsync(db => db.Journal.LongCountAsync()));
    }

    [Theory]
    [InlineData("not a workbook", "No head of a list")]
    [InlineData("PK\u0003\u0004 but cut short", "may be damaged")]
    public async Task A_file_that_is_no_workbook_is_refused_with_a_sentence(string content, string told)
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        var page = await PreviewAsync(office, System.Text.Encoding.UTF8.GetBytes(content), "2024H1", status: 422);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_may_not_import_and_a_waiting_workbook_is_its_senders_only()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAccountAsync("watcher", "north", TwinHub.Core.Parties.Roles.Viewer);
        using var viewer = await site.SignInAsync("watcher");
        using var refused = await viewer.GetAsync("import");
        Assert.Equal(403, (int)refused.StatusCode);
        using var office = await site.SignInAsync("north-office");
        using var other = await site.SignInAsync("south-office");
        var page = await PreviewAsync(office, NewList(), null);
        using var stolen = await ConfirmAsync(other, page.Waiting!, "", null);
        Assert.Equal(404, (int)stolen.StatusCode);
    }

    [Fact]
    public async Task The_export_holds_the_rows_of_the_filter_with_revision_filter_day_and_sample_mark()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        var cells = Cells(await office.Http.GetByteArrayAsync(Address("lists/2024H1/export.xlsx?q=railway"), TestContext.Current.CancellationToken));
        Assert.Contains(cells, c => c == "2024H1-001");
        Assert.DoesNotContain(cells, c => c == "2024H1-002");
        Assert.Contains(cells, c => c.Contains("q=railway", StringComparison.Ordinal));
        Assert.Contains(cells, c => c.StartsWith("Revision ", StringComparison.Ordinal));
        Assert.Contains(cells, c => c.StartsWith("Sample", StringComparison.Ordinal));
        using var unknown = await office.GetAsync("lists/2024H1/export.xlsx?colour=blue");
        Assert.Equal(400, (int)unknown.StatusCode);
    }

    private static Uri Address(string path) => new($"/en/{path}", UriKind.Relative);

    private static List<string> Cells(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. stream.Query().Cast<IDictionary<string, object?>>().SelectMany(r => r.Values).Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "")];
    }

    private static byte[] Sheet(params Dictionary<string, string>[] rows) => Book(new() { ["Items"] = Table(rows) });

    private static byte[] NewList() => Book(new()
    {
        ["Items"] = Table(
            new() { ["Item"] = "Flood warning across the rivers", ["Theme"] = "transport", ["Due"] = "2024-12-01", ["Northland lead units"] = "N-TRA", ["Southland lead units"] = "S-TRA", ["Northland 2024-07 %"] = "40%", ["Northland 2024-07 progress"] = "Gauges stand." },
            new() { ["Item"] = "One ticket", ["Theme"] = "transport", ["Due"] = "1.10.2024", ["Northland lead units"] = "N-TRA", ["Southland lead units"] = "S-TRA" }),
        ["List"] = new List<Dictionary<string, object>>
        {
            Fact("List code", "2024H2"), Fact("List title (English)", "List of key cooperation items, second half of 2024"), Fact("First day", "2024-07-01"), Fact("Last day", "2024-12-31"),
            Fact("Adopted on", "2024-06-28"), Fact("Document number", "JC (2024) 9"), Fact("Document date", "2024-07-02"), Fact("Issuing organs", "N-GOV"),
        },
    });

    private static Dictionary<string, object> Fact(string name, string value) => new() { ["Field"] = name, ["Value"] = value };

    private static List<Dictionary<string, object>> Table(params Dictionary<string, string>[] rows)
    {
        var heads = rows.SelectMany(r => r.Keys).Distinct().ToList();
        return [.. rows.Select(r => heads.ToDictionary(h => h, h => (object)(r.GetValueOrDefault(h) ?? "")))];
    }

    private static byte[] Book(Dictionary<string, object> sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(sheets);
        return stream.ToArray();
    }

    [Fact]
    public async Task An_office_releases_at_once_what_its_workbook_reports()
    {
        await using var site = await TestSite.StartAsync();
        using var office = await site.SignInAsync("north-office");
        var preview = await PreviewPageAsync(office, NewList(), null, 200);
        using var answer = await office.SubmitAsync(preview.Forms.First(f => f.GetAttribute("action")!.EndsWith("/confirmed", StringComparison.Ordinal)), new() { ["Release"] = "yes" });
        Assert.Equal("/en/lists/2024H2", answer.Headers.Location?.OriginalString);
        Assert.Equal(ReportState.Released, (await site.Record.ReadAsync(db => db.Reports.SingleAsync(r => r.CameBy == CameBy.File && r.Percent == 40))).State);
    }

    private static async Task<(string Text, string? Waiting)> PreviewAsync(Visitor visitor, byte[] file, string? code, int status = 200)
    {
        var page = await PreviewPageAsync(visitor, file, code, status);
        return (page.Body!.TextContent, page.QuerySelector("form[action$='/confirmed'] input[name=File]")?.GetAttribute("value"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PreviewPageAsync(Visitor visitor, byte[] file, string? code, int status)
    {
        var token = (await visitor.PageAsync("import")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(code ?? ""), "code" } };
        using var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue(Xlsx);
        content.Add(bytes, "workbook", "list.xlsx");
        using var answer = await visitor.Http.PostAsync(Address("import"), content);
        return await Visitor.ReadAsync(answer, status);
    }

    private static Task<HttpResponseMessage> ConfirmAsync(Visitor visitor, string waiting, string code, string? reason) =>
        visitor.PostAsync("import/confirmed", new() { ["File"] = waiting, ["Code"] = code, ["Reason"] = reason ?? "" }, formAt: "import");
}
