namespace TwinHub.Texts;

/// <summary>Idioms and set phrases whose numeral counts nothing, or that the other language says without one.</summary>
internal static class GeneralWords
{
    public static readonly string[] All =
    [
        "一体化", "一体两翼", "一带一路", "一站式", "一次性", "一网通办", "一卡通", "一盘棋", "一张图", "一揽子", "一年一度", "一线", "一流", "一方面", "另一方面",
        "进一步", "统一", "唯一", "万一", "千方百计", "千家万户", "千千万万", "千万要", "千万别", "万无一失", "百分之百的努力", "三位一体", "四位一体", "五位一体", "四面八方", "五湖四海", "一心一意", "三令五申",
        "第三方", "第三者", "第一时间", "第一线", "第一书记", "第一责任人", "第一产业", "第二产业", "第三产业", "一二三产", "二三产业", "一二三产业", "三产", "二氧化碳", "半导体",
        "三级医院", "二级医院", "十一假期", "十一黄金周", "“十一”", "“五一”", "COVID-19",
        "third party", "third parties", "third-party", "first-class", "first class", "world-first", "first-hand", "second-hand", "first and foremost", "first of all", "at first", "second to none",
        "one-stop", "one another", "no one", "at one", "one and the same", "one by one", "once and for all", "tertiary", "semi-annual", "half-yearly", "half-year list", "24/7", "Belt and Road",
    ];
}
