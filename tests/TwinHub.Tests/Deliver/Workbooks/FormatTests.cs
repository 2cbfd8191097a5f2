using System.IO.Compression;
using System.Text;
using TwinHub.Core;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Tests.Publish.Documents;

namespace TwinHub.Tests.Deliver.Workbooks;

/// <summary>Files told by what they are; broken, hostile and foreign ones refused with a reason, and nothing changed.</summary>
public sealed class FormatTests
{
    private static MadeBook Book(bool shared = false)
    {
        var book = new MadeBook { Shared = shared };
        book.Add("事项").Row("事项", "进度", "完成时限", "月份", "比例").Row("高铁 <1>", new Styled(0.4, 2), new DateOnly(2024, 6, 30), new Styled(45444, 3), new Styled(57.5, 5)).Skip(3).Row("公路\n二期", 12.5, new Styled(45473, 4)).Merge("A2:A3");
        book.Add("隐藏", hidden: true).Row("x");
        return book;
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("ods")]
    public async Task A_workbook_reads_the_same_in_each_format(string format)
    {
        using var office = new LibreOffice();
        await File.WriteAllBytesAsync(office.Path("book.xlsx"), Book().ToBytes());
        var file = format == "xlsx" ? office.Path("book.xlsx") : await office.ConvertAsync(office.Path("book.xlsx"), format);
        var sheet = ReadSheets.Read(await File.ReadAllBytesAsync(file))[0];
        Assert.Equal(("事项", 1, 2, 6), (sheet.Name, sheet.Rows[0].Number, sheet.Rows[1].Number, sheet.Rows[2].Number));
        var cells = sheet.Rows[1].Cells.ToList();
        Assert.StartsWith("2024-06", cells[3].Text, StringComparison.Ordinal); // a format of a month alone does not outlive every conversion
        Assert.Equal([new("高铁 <1>"), new("40", CellForm.Percent), new("2024-06-30", CellForm.Day), new SheetCell("57.5", CellForm.Number)], cells.Where((_, i) => i != 3));
        Assert.Equal(("公路\n二期", "12.5", "2024-06-30"), (sheet.Rows[2][0].Text, sheet.Rows[2][1].Text, sheet.Rows[2][2].Text));
        Assert.Equal([new MergedRange(2, 0, 3, 0)], sheet.Merges);
    }

    [Fact]
    public void Texts_of_their_own_part_are_read_without_how_they_are_read_aloud() =>
        Assert.Equal(["高铁 <1>", "公路\n二期"], ReadSheets.Read(Book(shared: true).ToBytes())[0].Rows.Skip(1).Select(r => r[0].Text));

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "workbook.unreadable", Book().ToBytes()[..400] },
        { "workbook.unreadable", [.. Book().ToBytes().Select((b, i) => i is > 700 and < 900 ? (byte)0 : b)] },
        { "workbook.unreadable", Packed(("readme.txt", "no workbook")) },
        { "workbook.unreadable", Packed(("xl/workbook.xml", "<workbook><sheets>")) },
        { "workbook.unreadable", [0x50, 0x4B, 3, 4] },
        { "workbook.unreadable", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i % 7))] },
        { "workbook.encoding", [0x41, 0xFF, 0xFF, 0x0A, 0x80, 0x20, 0xFF] },
        { "workbook.unreadable", Compound("Contents") },
        { "workbook.unreadable", Compound("Workbook") },
        { "workbook.protected", Compound("EncryptedPackage") },
        { "workbook.protected", Packed(("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"), ("content.xml", "\u0001\u0002")) },
        { "workbook.save-as", Compound("WordDocument") },
        { "workbook.save-as", Packed(("xl/workbook.bin", "x")) },
        { "workbook.save-as", Packed(("word/document.xml", "<document/>")) },
        { "workbook.save-as", Encoding.UTF8.GetBytes("<html><table><tr><td>事项</td></tr></table></html>") },
        { "workbook.save-as", Encoding.UTF8.GetBytes("%PDF-1.7") },
        { "workbook.bomb", Sheet(new string(' ', 40_000_000)) },
        { "workbook.bomb", Shared(new string('A', 48_000_000)) },
        { "workbook.too-many-rows", Sheet(string.Concat(Enumerable.Repeat("""<row><c t="inlineStr"><is><t>x</t></is></c></row>""", 25_000))) },
        { "workbook.too-many-rows", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 1_000_000))) },
        { "workbook.too-wide", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", 700))) },
        { "workbook.cell-too-long", Sheet($"""<row r="1"><c r="A1" t="inlineStr"><is><t>{new string('长', 40_000)}</t></is></c></row>""") },
        { "workbook.too-large", new byte[BookLimits.MostFileBytes + 1] },
        { "workbook.unreadable", Sheet("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>&a;") },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_cannot_be_a_list_is_refused_with_its_reason_and_leaves_the_record_and_the_memory_alone(string code, byte[] file)
    {
        await using var record = await Importing.RecordAsync();
        var before = await record.SizeAsync();
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => record.TakeAsync(file, "2024H2"));
        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, await record.SizeAsync());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - held, long.MinValue, 300L << 20);
        foreach (var language in new[] { "zh", "en" }) Assert.DoesNotContain("[", TwinHub.Language.Words.In(language).Say(refused.Refusal)[..1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.org\",\"x\")")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("-cmd|'/C calc'!A0")]
    [InlineData("+IMPORTXML(A1,\"x\")")]
    public async Task A_formula_in_a_field_is_told_and_nothing_is_written(string formula)
    {
        await using var record = await Importing.RecordAsync();
        var before = await record.SizeAsync();
        foreach (var cell in new object[] { formula, new Formula(formula[1..], null), new Formula("HYPERLINK(\"x\")", "x") })
        {
            var book = new MadeBook();
            book.Add("Sheet1").Row("Item", "Theme", "Lead units", "Deadline").Row(cell, "Transport", "Northland Transport; Southland Transport", "2024-11-30");
            Assert.Contains("Sheet1!A2 workbook.formula", (await record.TakeAsync(book.ToBytes(), "2024H2")).Told(), StringComparison.Ordinal);
        }

        Assert.Equal(before, await record.SizeAsync());
    }

    [Fact]
    public async Task A_formula_with_the_value_that_it_had_is_that_value_and_a_dash_or_a_sign_is_none()
    {
        await using var record = await Importing.RecordAsync();
        var book = new MadeBook();
        book.Add("Sheet1").Row("Item", "Scope", "Theme", "Lead units", "Deadline").Row(new Formula("B1&\" two\"", "Line two"), "-3 % a year", "Transport", "Northland Transport; Southland Transport", "2024-11-30");
        var plan = await record.PlanAsync(book.ToBytes(), "2024H2");
        Assert.Empty(plan.Told());
        Assert.Equal(("Line two", "-3 % a year"), (plan.Rows[0].Row.Title["en"], plan.Rows[0].Row.Scope["en"]));
    }

    private static byte[] Sheet(string rows) => Packed(
        ("xl/workbook.xml", $"""<workbook xmlns="{MadeBook.Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>"""), ("xl/s.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"));

    private static byte[] Shared(string text) => Packed(
        ("xl/workbook.xml", "<workbook><sheets/></workbook>"), ("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="r1" Type="x/sharedStrings" Target="t.xml"/></Relationships>"""), ("xl/t.xml", $"<sst><si><t>{text}</t></si></sst>"));

    private static byte[] Packed(params (string Path, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(path).Open());
                part.Write(text);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The beginning of a compound file with one stream of that name in its directory.</summary>
    private static byte[] Compound(string name)
    {
        var file = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Encoding.Unicode.GetBytes(name).CopyTo(file, 512);
        file[512 + 64] = (byte)((name.Length + 1) * 2);
        file[512 + 66] = 2;
        return file;
    }
}
