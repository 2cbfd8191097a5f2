using TwinHub.Publish.Documents;

namespace TwinHub.Tests.Publish.Documents;

/// <summary>Two papers that say the same, with every kind of block; all of it is invented.</summary>
internal static class SamplePapers
{
    public static PaperDocument Chinese(int items = 12) => new("zh-Hans", "关于东港与西港2023年下半年\n重点合作事项进展情况的报告")
    {
        StageMark = "送审稿",
        HandlingMark = "内部参考",
        AsOf = "数据截至2023年6月26日　清单2023H2第2版",
        SampleNote = "本材料含示例数据，带“示例”标记的内容不代表实际情况。",
        SampleTag = "示例",
        Footer = "2023H2　第2版　数据截至2023年6月26日",
        Blocks =
        [
            new PaperParagraph("各成员单位：", flush: true),
            new PaperParagraph([new("按照联席会议第六次会议议定事项，联合办公室对2023年下半年清单进行了调度。清单共列事项107项，已完成12项，其余95项正在推进，"), new("完成率11.2%（12/107，第2版）", Sample: true), new("。现将有关情况报告如下。")]),
            new PaperHeading(1, "总体进展"),
            new PaperParagraph("两方牵头单位均已报出6月进展。轨道交通、毗邻地区合作、政务服务互认等重点领域总体领先于时序进度，“一网通办”事项有所滞后。"),
            new PaperHeading(2, "进展较快的领域"),
            new PaperHeading(3, "轨道交通"),
            new PaperParagraph([new("东港至西港城际铁路累计完成投资", Bold: false), new("23.6亿元", Bold: true), new("，占年度计划的57.3%，领先时序进度7.3个百分点。")]),
            new PaperHeading(4, "征地拆迁"),
            new PaperParagraph("沿线征地拆迁已完成全部任务的九成，剩余部分计划于2023年9月30日前完成。"),
            new PaperHeading(2, "需协调的问题"),
            new PaperList(true, [["北岸连接线用地预审尚未批复，需两方自然资源部门共同报批。"], ["跨方数据共享目录尚有16项未确认。"]]),
            new PaperHeading(1, "提请会议议定"),
            new PaperList(false, [["审议通过清单第3版调整方案；"], ["明确北岸连接线用地报批的牵头单位。"]]),
            Register(true, 4, 6),
            new PaperNote("注：进度取两方最近一次已报出百分比中的较低者。"),
            new PaperSignature(["联合办公室"], "2023年6月26日"),
            new PaperPageBreak(PageShape.Landscape),
            new PaperHeading(1, "附件　重点合作事项进展一览表") { IsNumbered = false },
            Register(true, items, 9),
            new PaperNote("来源：各牵头单位6月进展报告。"),
        ],
    };

    public static PaperDocument English(int items = 12) => new("en", "Report on the key cooperation items of Eastport and Westport in the second half of 2023")
    {
        StageMark = "Draft for review",
        HandlingMark = "Internal reference",
        AsOf = "Data as of 26 June 2023 · list 2023H2, revision 2",
        SampleNote = "This paper holds sample data. What is tagged “sample” does not stand for facts.",
        SampleTag = "sample",
        Footer = "2023H2 · revision 2 · data as of 26 June 2023",
        Blocks =
        [
            new PaperParagraph("To the members of the joint meeting", flush: true),
            new PaperParagraph([new("As the sixth joint meeting resolved, the joint office has taken stock of the list of the second half of 2023. Of its 107 items 12 are completed and 95 are under way: "), new("11.2 per cent are completed (12/107, revision 2)", Sample: true), new(".")]),
            new PaperHeading(1, "Progress as a whole"),
            new PaperParagraph("The lead units of both parties have released their reports of June. Railways, adjoining areas and mutual recognition of government services are ahead of schedule; single-window services lag behind."),
            new PaperHeading(2, "What moves fast"),
            new PaperHeading(3, "Railways"),
            new PaperParagraph([new("The Eastport–Westport intercity railway has spent "), new("2.36 billion yuan", Bold: true), new(", 57.3 per cent of the year’s plan and 7.3 points ahead of schedule.")]),
            new PaperHeading(4, "Land"),
            new PaperParagraph("Nine tenths of the land along the line are cleared; the rest is to follow by 30 September 2023."),
            new PaperHeading(2, "What needs coordination"),
            new PaperList(true, [["The preliminary land review of the north-bank link is not approved yet; both parties’ natural-resources departments need to apply together."], ["16 entries of the shared data catalogue are not confirmed."]]),
            new PaperHeading(1, "What the meeting is asked to decide"),
            new PaperList(false, [["to adopt revision 3 of the list;"], ["to name the lead unit for the land application of the north-bank link."]]),
            Register(false, 4, 6),
            new PaperNote("Note: progress is the lower of the two sides’ last released percentages."),
            new PaperSignature(["Joint office"], "26 June 2023"),
            new PaperPageBreak(PageShape.Landscape),
            new PaperHeading(1, "Annex: progress of the key cooperation items") { IsNumbered = false },
            Register(false, items, 9),
            new PaperNote("Source: reports of the lead units, June 2023."),
        ],
    };

    private static PaperTable Register(bool chinese, int items, int columns)
    {
        var heads = chinese
            ? new[] { "编号", "事项", "牵头单位", "完成时限", "进度（%）", "状态", "时序进度（%）", "领先（个百分点）", "存在问题" }
            : ["Code", "Item", "Lead units", "Due", "Progress (%)", "State", "Schedule (%)", "Lead (points)", "Problems"];
        double[] shares = [11, 23, 18, 12, 8, 9, 8, 8, 18];
        var cut = new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 }.Take(columns).ToArray();
        return new PaperTable(
            [.. cut.Select(i => new PaperColumn(shares[i], i is 4 or 6 or 7 ? ColumnAlignment.End : i is 3 or 5 ? ColumnAlignment.Centre : ColumnAlignment.Start, HeadsRow: i == 1))],
            [new PaperRow([.. cut.Select(i => new PaperCell(heads[i]))])],
            [new PaperRow([new PaperCell(chinese ? "一、合力建设现代基础设施网络" : "A. Modern infrastructure", columns)], IsGroup: true), .. Enumerable.Range(1, items).Select(n => Row(chinese, n, cut))])
        {
            Caption = chinese ? "表1　部分事项进展" : "Table 1. Progress of some items",
        };
    }

    private static PaperRow Row(bool chinese, int n, int[] cut)
    {
        PaperCell[] cells =
        [
            $"2023H2-{n:000}",
            chinese ? $"推进东港至西港第{n}条联络线前期工作并力争年内开工" : $"Prepare link {n} between Eastport and Westport and break ground within the year",
            chinese ? "东港发展改革委\n西港交通运输局" : "Eastport reform commission\nWestport transport bureau",
            chinese ? "2023年12月31日" : "31 December 2023",
            new([new PaperRun($"{40 + n % 50}.5", Sample: n % 3 == 0)]),
            chinese ? "正常推进" : "on track",
            "50.0",
            $"{n % 50 - 9.5:+0.0;−0.0}",
            chinese ? "用地预审尚未批复，需共同报批" : "Preliminary land review not approved yet",
        ];
        return new PaperRow([.. cut.Select(i => cells[i])]);
    }
}
