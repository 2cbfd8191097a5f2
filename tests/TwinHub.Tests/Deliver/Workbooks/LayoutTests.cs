using TwinHub.Deliver.Workbooks;
using TwinHub.Deliver.Workbooks.Layouts;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Deliver.Workbooks;

/// <summary>Tables as offices lay them out.</summary>
public sealed class LayoutTests
{
    private const string Chinese = PackFolders.FirstRegion, Party = "chongqing";

    /// <summary>Title, note, unit of measure in a corner, a head of two merged rows with one lead column a party, theme rows, a sum, a note, a second sheet.</summary>
    private static MadeBook Joint(bool shared = true)
    {
        var book = new MadeBook { Shared = shared };
        book.Add("联系人").Row("单位", "姓名", "电话").Row("甲", "乙", "丙");
        book.Add("重点事项").Across("2024年上半年重点合作事项清单", 9).Row("填报单位：联合办公室", null, null, null, null, null, null, null, "单位：亿元")
            .Row("序号", "合作事项", "主要内容", "牵头单位", null, "配合单位", "完成时限", "当前进度", "备注").Row(null, null, null, "重庆", "四川").Merge("D3:E3", "A3:A4", "B3:B4", "C3:C4", "F3:F4", "G3:G4", "H3:H4", "I3:I4")
            .Across("一、合力建设现代基础设施网络（2项）", 9)
            .Row(1, "高铁", "控制性工程全部开工", "市发展改革委、 市交通局", "省发展改革委", null, "２０２４年６月底", 0.4, "甲")
            .Row(2, "公路", "用地移交９０％", "重庆市 交通局", "交通运输厅", "国家发展改革委", "6月底前", 0.55)
            .Across("二、协同建设现代产业体系", 9)
            .Row(3, "电子信息", "集群培育", "重庆市经济和信息化委员会", "经济和信息化厅", null, "持续推进", 0.8)
            .Row(4, "汽车", "整车配套", "重庆市经济和信息化委员会", "四川省经济和信息化厅", null, new DateOnly(2024, 5, 31), 1)
            .Row(5, "装备", "配套", "重庆市经济和信息化委员会", "四川省经济和信息化厅", null, 45443, new Styled(0.25, 2))
            .Row("合计", 5).Row("注：进度截至3月底");
        return book;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_joint_offices_own_table_is_understood_as_it_is(bool shared)
    {
        await using var record = await Importing.RecordAsync(pack: Chinese);
        var plan = await record.PlanAsync(Joint(shared).ToBytes(), "2024H1", Party, "zh");
        Assert.Empty(plan.Told());
        Assert.Equal((5, true, new DateOnly(2024, 1, 1), new DateOnly(2024, 6, 30)), (plan.Added, plan.NewList, plan.Facts.Starts, plan.Facts.Ends));
        Assert.Equal(["infrastructure", "infrastructure", "industry", "industry", "industry"], plan.Rows.Select(r => r.Row.Theme));
        Assert.Equal(["2024-06-30", "2024-06-30", "2024-06-30", "2024-05-31", "2024-05-31"], plan.Rows.Select(r => r.Row.Due!.Value.ToString("O")));
        Assert.Equal(["cq-drc", "cq-transport"], plan.Rows[0].Row.Leads["chongqing"]);
        Assert.Equal(["sc-transport"], plan.Rows[1].Row.Leads["sichuan"]);
        Assert.Equal(["ndrc"], plan.Rows[1].Row.Support);
        Assert.Equal([40m, 55m, 80m, 100m, 25m], plan.Reports.Select(r => r.Percent));
        Assert.Equal("重点事项", plan.Table!.Sheet.Name);
        Assert.Equal([(RowNote.ThemeRow, 2), (RowNote.Total, 1), (RowNote.Remark, 1), (RowNote.Ongoing, 1), (RowNote.EndOfSpan, 2)], plan.Notes.OrderBy(n => n.Key).Select(n => (n.Key, n.Value.Count)));
    }

    [Fact]
    public async Task The_same_table_as_text_in_either_encoding_is_understood_alike()
    {
        const string text = "2024年上半年清单\r\n序号,合作事项,主要内容,重点领域,牵头单位,,完成时限\r\n,,,,重庆,四川,\r\n1,高铁,\"开工,\r\n通车\",合力建设现代基础设施网络,市发展改革委;市交通局,省发展改革委,2024年6月底\r\n";
        await using var record = await Importing.RecordAsync(pack: Chinese);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { System.Text.Encoding.UTF8, System.Text.Encoding.GetEncoding("GB18030"), System.Text.Encoding.Unicode })
        {
            var plan = await record.PlanAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "2024H1", Party, "zh");
            Assert.Empty(plan.Told());
            Assert.Equal(("高铁", "cq-drc;cq-transport", "sc-drc"), (plan.Rows.Single().Row.Title["zh"], string.Join(';', plan.Rows[0].Row.Leads["chongqing"]), plan.Rows[0].Row.Leads["sichuan"].Single()));
        }
    }

    [Theory]
    [InlineData("牵头单位（重庆）", "牵头单位（四川）", "leads.chongqing", "leads.sichuan")]
    [InlineData("渝方牵头单位", "川方牵头单位", "leads.chongqing", "leads.sichuan")]
    [InlineData("重庆市牵头部门", "四川省牵头部门", "leads.chongqing", "leads.sichuan")]
    [InlineData("Chongqing lead units", "Sichuan lead units", "leads.chongqing", "leads.sichuan")]
    [InlineData("重庆3月底进度", "2024年3月渝方工作进展", "percent.chongqing.2024-03", "text.chongqing.2024-03")]
    [InlineData("事项英文名称", "主要内容（英文）", "title.en", "scope.en")]
    [InlineData("时间节点", "配合部门（单位）", "due", "support")]
    [InlineData("责任单位", "联系电话", "leads", "ignored")]
    [InlineData("天气", "心情", null, null)]
    public async Task A_head_is_understood_by_the_words_of_the_trade(string one, string other, string? first, string? second)
    {
        await using var record = await Importing.RecordAsync(pack: Chinese);
        var reference = (await record.ReadAsync(db => TwinHub.Data.Reference.LoadAsync(db, default)))!;
        var words = new HeadWords(reference, TwinHub.Language.RegionLanguage.Of(reference.Region), 2024);
        Assert.Equal((first, second), (words.Read([one]).Column?.Word, words.Read([other]).Column?.Word));
    }

    [Fact]
    public async Task One_cell_with_the_leads_of_every_party_gives_each_its_own_in_order()
    {
        await using var record = await Importing.RecordAsync();
        var book = new MadeBook();
        book.Add("Sheet1").Row("Item", "Theme", "Lead units", "Deadline").Row("One ticket", "Transport", "Northland Transport; Southland Transport; Northland Environment", "end of November 2024");
        var row = (await record.PlanAsync(book.ToBytes(), "2024H2")).Rows.Single().Row;
        Assert.Equal(("N-TRA,N-ENV", "S-TRA", new DateOnly(2024, 11, 30)), (string.Join(',', row.Leads["north"]), row.Leads["south"].Single(), row.Due));
    }

    [Fact]
    public async Task An_item_over_several_merged_rows_is_one_item()
    {
        await using var record = await Importing.RecordAsync();
        var book = new MadeBook();
        book.Add("Sheet1").Row("No.", "Item", "Scope", "Theme", "Lead units", "Deadline")
            .Row(1, "One ticket", "Tariff agreed", "Transport", "Northland Transport", "2024-11-30").Row(null, null, "Machines stand", null, "Southland Transport").Row(2, "Night bus", "Runs", null, "Northland Transport、Southland Transport", "2024-12-01")
            .Merge("A2:A3", "B2:B3", "D2:D4", "F2:F3");
        var plan = await record.PlanAsync(book.ToBytes(), "2024H2");
        Assert.Empty(plan.Told());
        Assert.Equal(("Tariff agreed\nMachines stand", "N-TRA", "S-TRA", "transport"), (plan.Rows[0].Row.Scope["en"], plan.Rows[0].Row.Leads["north"].Single(), plan.Rows[0].Row.Leads["south"].Single(), plan.Rows[1].Row.Theme));
        Assert.Equal(2, plan.Added);
    }

    [Theory]
    [InlineData("40", "60%", "10", 40, 60, 10)]
    [InlineData(0.4, 0.6, 1.0, 40, 60, 100)]
    [InlineData("４０％", "100", "已完成", 40, 100, 100)]
    [InlineData("百分之四十", "0", "—", 40, 0, null)]
    public async Task A_percent_is_read_as_the_column_means_it(object a, object b, object c, int x, int y, int? z)
    {
        await using var record = await Importing.RecordAsync();
        var plan = await record.PlanAsync(Percents(a, b, c), "2024H2");
        Assert.Empty(plan.Told());
        Assert.Equal([x, y, (decimal?)z], plan.Rows.Select(r => r.Row.Reports.Values.Single().Percent));
    }

    [Theory]
    [InlineData("0.4", "60", "10")]
    [InlineData("1", "0", "1")]
    [InlineData("140", "60", "about half")]
    public async Task A_percent_that_can_mean_two_things_is_told(object a, object b, object c)
    {
        await using var record = await Importing.RecordAsync();
        Assert.Contains("!E2 workbook.percent", (await record.PlanAsync(Percents(a, b, c), "2024H2")).Told(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_column_is_remembered_for_the_partys_next_workbook_of_the_same_form()
    {
        await using var record = await Importing.RecordAsync();
        byte[] Book(string title)
        {
            var book = new MadeBook();
            book.Add("Sheet1").Row("Item", "Theme", "Who", "Deadline", "Weather").Row(title, "Transport", "Northland Transport; Southland Transport", "2024-11-30", "fair");
            return book.ToBytes();
        }

        Assert.Equal(["C", "E"], (await record.PlanAsync(Book("One ticket"), "2024H2")).Problems.Where(p => p.Refusal.Code == "workbook.column-unknown").Select(p => p.Place.Column));
        var said = (Incoming i) => i with { Said = new Dictionary<int, string> { [2] = "leads", [4] = "ignored" } };
        Assert.Empty((await record.TakeAsync(Book("One ticket"), "2024H2", more: said)).Told());
        var next = await record.PlanAsync(Book("Night bus"), "2024H2");
        Assert.Empty(next.Told());
        Assert.Equal([Grasp.Remembered, Grasp.Remembered], next.Table!.Columns.Where(c => c.Index is 2 or 4).Select(c => c.Grasp));
        Assert.Equal(2, (await record.PlanAsync(Book("Night bus"), "2024H2", "south")).Problems.Count(p => p.Refusal.Code == "workbook.column-unknown"));
    }

    [Fact]
    public async Task An_unknown_unit_is_told_with_those_most_like_it()
    {
        await using var record = await Importing.RecordAsync(pack: Chinese);
        var book = Joint();
        book.Add("x");
        var sheet = new MadeBook();
        sheet.Add("表").Row("事项", "重点领域", "重庆牵头单位", "四川牵头单位", "完成时限").Row("高铁", "基础设施", "重庆市交通委员会", "省发展改革委", "2024-06-30");
        var problem = Assert.Single((await record.PlanAsync(sheet.ToBytes(), "2024H1", Party, "zh")).Problems, p => p.Refusal.Code == "workbook.unit-like");
        Assert.Equal(("C", 2), (problem.Place.Column, problem.Place.Row));
        Assert.Contains("重庆市交通局", (string)problem.Refusal.Values[1], StringComparison.Ordinal);
    }

    private static byte[] Percents(params object[] percents)
    {
        var book = new MadeBook();
        var sheet = book.Add("Sheet1").Row("Item", "Theme", "Lead units", "Deadline", "Percent");
        foreach (var (i, percent) in percents.Index()) sheet.Row($"Item {i}", "Transport", "Northland Transport; Southland Transport", "2024-11-30", percent);
        return book.ToBytes();
    }
}
