using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TwinHub.Publish.Documents;

namespace TwinHub.Tests.Publish.Documents;

public sealed class XlsxWriterTests : IDisposable
{
    private readonly LibreOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public void A_register_is_valid_for_Office_2019() => Assert.Equal("", Written.FaultsOfXlsx(Xlsx(Register())));

    [Fact]
    public void The_same_sheets_give_the_same_bytes() => Assert.Equal(Xlsx(Register()), Xlsx(Register()));

    [Fact]
    public async Task LibreOffice_reads_the_values_that_were_written()
    {
        await File.WriteAllBytesAsync(office.Path("list.xlsx"), Xlsx(Register()), TestContext.Current.CancellationToken);
        var csv = await office.ConvertAsync(office.Path("list.xlsx"), "csv:Text - txt - csv (StarCalc):9,34,76,1");
        var rows = (await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken)).Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split('\t')).ToArray();
        Assert.Equal("重点合作事项清单", rows[0][0]);
        Assert.Equal(["编号", "事项", "投资（万元）", "进度", "领先", "完成时限"], rows[5]);
        Assert.Equal(["2023H2-001", "=1+1", "1,234,567", "57.3%", "+7.3", "2023-06-26"], rows[6]);
        Assert.Equal(["2023H2-002", "@SUM(A1)", "", "–", "-8.5", "1899-12-31"], rows[7]);
    }

    [Fact]
    public void The_head_stays_in_sight_is_filtered_and_printed_on_every_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Xlsx(Register())), false);
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet!;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((6.0, 1.0, "B7"), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("A6:F8", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal("'2023H2_清单'!$6:$6", document.WorkbookPart.Workbook!.DefinedNames!.GetFirstChild<DefinedName>()!.Text);
        Assert.Equal(OrientationValues.Landscape, sheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
    }

    [Fact]
    public void Tabs_have_names_that_Excel_takes_each_once()
    {
        string[] names = ["a/b", "A_B", "", "history", "'quoted'", new string('长', 40), new string('长', 40)];
        var bytes = Xlsx(new("zh", "t", [.. names.Select(n => new XlsxSheet(n, [new("x")], []))]));
        Assert.Equal("", Written.FaultsOfXlsx(bytes));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Equal(["a_b", "A_B (2)", "3", "history (2)", "quoted", new string('长', 31), new string('长', 27) + " (2)"],
            document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!));
    }

    [Fact]
    public void No_text_becomes_a_formula_and_any_text_comes_back() => Written.AnyText.Sample(text =>
    {
        var bytes = Xlsx(new("zh", text, [new(text, [new(text), new("n", XlsxForm.Percent)], [[text, "=" + text]]) { Title = text, Lines = [text], SampleNote = text }]));
        Assert.Equal("", Written.FaultsOfXlsx(bytes));
        var cells = Cells(bytes);
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        Assert.Equal([Written.Carried(text), "=" + Written.Carried(text)], cells[^2..].Select(c => Decoded(c.InlineString!.Text!.Text)));
    }, iter: 60);

    [Fact]
    public void A_text_too_long_for_Excel_ends_with_an_ellipsis()
    {
        var cell = Cells(Xlsx(new("zh", "t", [new("s", [new("x")], [[new string('长', 40_000)]])])))[^1];
        Assert.Equal((32_767, '…'), (cell.InlineString!.Text!.Text.Length, cell.InlineString.Text.Text[^1]));
    }

    [Fact]
    public void A_row_longer_than_the_head_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Xlsx(new("zh", "t", [new("s", [new("x")], [["a", "b"]])])));

    [Fact]
    public void Rows_are_read_one_at_a_time_while_the_file_is_written()
    {
        var behind = 0L;
        using var counted = new CountingStream();
        IEnumerable<IReadOnlyList<XlsxValue>> Rows()
        {
            for (var i = 0; i < 50_000; i++)
            {
                if (i == 40_000) behind = counted.Written;
                yield return [i, $"row {i} {i * 7919L % 100_003}"];
            }
        }
        XlsxWriter.Write(new("en", "t", [new("s", [new("n", XlsxForm.Whole), new("text")], Rows())]), counted);
        Assert.InRange(behind, counted.Written * 7 / 10, counted.Written);
    }

    private static XlsxWorkbook Register() => new("zh-Hans", "清单", [new("2023H2/清单",
        [new("编号", Width: 12), new("事项", Width: 40, Wrap: true), new("投资（万元）", XlsxForm.Whole), new("进度", XlsxForm.Percent), new("领先", XlsxForm.Points), new("完成时限", XlsxForm.Date)],
        [
            ["2023H2-001", "=1+1", 1_234_567, 57.3m, 7.3m, new DateOnly(2023, 6, 26)],
            ["2023H2-002", "@SUM(A1)", XlsxValue.Empty, "–", -8.5m, new DateOnly(1899, 12, 31)],
        ])
    {
        Title = "重点合作事项清单",
        Lines = ["清单2023H2　第2版", "数据截至2023年6月26日"],
        SampleNote = "含示例数据",
        FrozenColumns = 1,
    }]);

    private static byte[] Xlsx(XlsxWorkbook workbook) => Written.Bytes(s => XlsxWriter.Write(workbook, s));

    private static Cell[] Cells(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>()];
    }

    // as Excel reads: _x005F_ is an underscore
    private static string Decoded(string text) => text.Replace("_x005F_", "_", StringComparison.Ordinal);

    private sealed class CountingStream : Stream
    {
        public long Written { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Written;
        public override long Position { get => Written; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
