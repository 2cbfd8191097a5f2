namespace TwinHub.Texts.Tests;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("截至2023年11月底，248个项目完成投资4414.5亿元，占84%", "By the end of November 2023, 248 projects completed CNY 441.45 bn, 84%")]
    [InlineData("覆盖2019万人", "covering 20.19 million")]
    [InlineData("第七项、第3章", "item 7, Chapter 3")]
    [InlineData("6月26日", "June 26, 2023")]
    [InlineData("两千三百亩", "153.3 hectares")]
    [InlineData("超过一半", "more than 50%")]
    [InlineData("46600平方公里", "4.66 million hectares")]
    [InlineData("两省市一个目标", "both sides share a goal")]
    [InlineData("进展顺利", "the two sides are one")]
    [InlineData("半年", "six months")]
    [InlineData("2023年", "in 2023")]
    public void Wordings_that_mean_the_same_agree(string zh, string en) => Assert.Equal("", Codes(zh, en, Severity.Note));

    [Theory]
    [InlineData("共248项，投资12亿元", "248 items", "N1")]
    [InlineData("共248项", "248 items and 3 more", "N2")]
    [InlineData("4414.5亿元", "CNY 441.45 million", "N3")]
    [InlineData("7.3个百分点", "7.3%", "N3")]
    [InlineData("262平方公里", "262 hectares", "N3")]
    [InlineData("4414.5万元", "CNY 441.45 billion", "N3")]
    [InlineData("6月26日开会", "a meeting", "D1")]
    [InlineData("开会", "a meeting on 26 June", "D1")]
    [InlineData("6月26日", "27 June", "D2")]
    [InlineData("2023年下半年", "first half of 2023", "D2")]
    [InlineData("事项2023H2-017", "item 2023H2-018", "R1")]
    [InlineData("事项2023H2-017", "the item", "R1")]
    [InlineData("共248项", "249 items", "N1,N2")]
    [InlineData("三方", "two sides", "N1")]
    [InlineData("5G基站", "base stations", "N1")]
    public void A_difference_is_an_error_with_its_code(string zh, string en, string codes) => Assert.Equal(codes, Codes(zh, en, Severity.Error));

    [Theory]
    [InlineData("2528.6亿元", "CNY 252.9 billion", "N4")]
    [InlineData("2528.6亿", "252.86 billion yuan", "N3")]
    [InlineData("200余项", "200 items", "N5")]
    [InlineData("近三百个", "over 300", "N5")]
    [InlineData("增长一倍", "doubled", "N5")]
    public void A_doubtful_match_is_a_warning(string zh, string en, string codes)
    {
        Assert.Equal(codes, Codes(zh, en, Severity.Warning));
        Assert.Equal("", Codes(zh, en, Severity.Error));
    }

    [Fact]
    public void Each_mention_counts()
    {
        Assert.Equal("N1", Codes("8项加8项", "8 items", Severity.Note));
        Assert.Equal("", Codes("8项加8项", "8 plus 8", Severity.Note));
    }

    [Fact]
    public void A_finding_shows_both_figures_at_their_places()
    {
        var finding = Assert.Single(Agreement.Compare(new Wording("共 12 亿元", "zh"), new Wording("some CNY 1.2 million", "en")));
        Assert.Equal((2, "1200000~"), (finding.Binding!.Start, finding.Other!.Value));
    }

    [Fact]
    public void Any_language_may_bind()
    {
        var finding = Assert.Single(Agreement.Compare(new Wording("9 items", "en-GB"), new Wording("事项", "zh-Hans")));
        Assert.Equal(("N1", "9"), (finding.Code, finding.Binding!.Value));
    }

    [Fact]
    [Trait("shared", "vectors")]
    public void A_published_report_of_two_languages_differs_only_where_its_translators_did()
    {
        var zh = new Wording(SharedVectors.Text("seventh-meeting/zh.txt"), "zh");
        var en = new Wording(SharedVectors.Text("seventh-meeting/en.txt"), "en");
        var finding = Assert.Single(Agreement.Compare(zh, en)); // 一体两核多点 became "1+2+N"
        Assert.Equal(("N2", "1+2+N"), (finding.Code, finding.Other!.Value));
    }

    private static string Codes(string zh, string en, Severity least) =>
        string.Join(",", Agreement.Compare(new Wording(zh, "zh"), new Wording(en, "en")).Where(f => f.Severity >= least).Select(f => f.Code));
}
