using CsCheck;

namespace TwinHub.Texts.Tests;

public sealed class NumberTests
{
    [Theory]
    [InlineData("zh", "亿元：4414.5亿元", "money 441450000000 CNY")]
    [InlineData("en", "CNY 441.45 bn", "money 441450000000 CNY")]
    [InlineData("en", "US$3.5m and CNY 30m", "money 3500000 USD; money 30000000 CNY")]
    [InlineData("zh", "100万千瓦、1.2亿千瓦时", "power 1000000 kW; energy 120000000 kWh")]
    [InlineData("en", "a 1,000-kV line of 2 GW", "voltage 1000 kV; power 2000000 kW")]
    [InlineData("zh", "超3000亿元", "approx 300000000000+ CNY")]
    [InlineData("en", "more than CNY 300 billion", "approx 300000000000+ CNY")]
    [InlineData("zh", "3000余万元、上百个、20多个", "approx 30000000+ CNY; approx 100+; approx 20+")]
    [InlineData("zh", "约200公里、200公里左右、30日内", "approx 200~ km; approx 200~ km; approx 30< day")]
    [InlineData("zh", "5—10亿元、5%-10%、七八个", "range 500000000..1000000000 CNY; range 5..10 %; range 7..8")]
    [InlineData("en", "0.5 to 1 billion yuan, 5-10%", "range 500000000..1000000000 CNY; range 5..10 %")]
    [InlineData("zh", "两个半小时、一年半、半年", "duration 150 min; duration 1.5 year; duration 0.5 year")]
    [InlineData("en", "two and a half years, half a year", "duration 2.5 year; duration 0.5 year")]
    [InlineData("zh", "三点七万亿元、3亿5000万元、三万五、一百二十三", "money 3700000000000 CNY; money 350000000 CNY; number 35000; number 123")]
    [InlineData("en", "twenty-five thousand, a million people, one hundred and five", "number 25000; count 1000000 persons; number 105")]
    [InlineData("zh", "３个百分点、8.5折、千分之三", "pp 3 pp; discount 85 %; percent 0.3 %")]
    [InlineData("en", "15% off, two-thirds, 3 basis points", "discount 85 %; fraction 0.666667; pp 0.03 pp")]
    [InlineData("zh", "党的二十大、二十届三中全会、第四极", "ordinal 20; number 20; ordinal 3; ordinal 4")]
    [InlineData("en", "+7.3 points, No. 5, twenty-first", "pp 7.3 pp; number 5; ordinal 21")]
    [InlineData("zh", "翻两番，增长一倍，是2019年的2倍", "factor 4; percent 100 %; period 2019; factor 2")]
    [InlineData("zh", "同比−3.2%；温度 -3.2℃", "percent 3.2 %; temperature -3.2 degC")]
    [InlineData("zh", "环比 −3.2%", "percent -3.2 %")]
    public void A_number_is_read_with_its_kind_and_unit(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("zh", "2023年12月28日、12月28日、26日", "date 2023-12-28; date --12-28; date ---26")]
    [InlineData("en", "28 December 2023, 28 Dec, December 28, 2023", "date 2023-12-28; date --12-28; date 2023-12-28")]
    [InlineData("en", "28/12/2023 and 2023-12-28", "date 2023-12-28; date 2023-12-28")]
    [InlineData("zh", "11月20日至12月8日，6月26日至28日", "date --11-20; date --12-08; date --06-26; date --06-28")]
    [InlineData("en", "20 November to 8 December, 26–28 June 2023", "date --11-20; date --12-08; date 2023-06-26; date 2023-06-28")]
    [InlineData("zh", "2023年11月底、10月、2021—2025年、2035年", "period 2023-11; period --10; period 2021..2025; period 2035")]
    [InlineData("en", "November 2023, in May, it may, 2021-2025, by 2035", "period 2023-11; period --05; period 2021..2025; period 2035")]
    [InlineData("zh", "2023H2、下半年、前三季度、2023-12", "period 2023-H2; period --H2; period --Q1..Q3; period 2023-12")]
    [InlineData("en", "the first three quarters of 2023, 2H 2023, the second half of the year", "period 2023-Q1..Q3; period 2023-H2; period --H2")]
    [InlineData("zh", "“十四五”时期，第十五个五年规划", "plan 2021..2025; plan 2026..2030")]
    [InlineData("zh", "上午9时30分，下午3点，15:00", "time 09:30; time 15:00; time 15:00")]
    [InlineData("en", "9:30 am, 3 p.m.", "time 09:30; time 15:00")]
    public void A_date_or_period_is_read_and_is_no_number(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("zh", "事项2023H2-017已完成", "reference 2023H2-017")]
    [InlineData("en", "item 2023H2-017, yearly item 2023-017", "reference 2023H2-017; reference 2023-017")]
    [InlineData("zh", "〔2023〕15号", "reference [2023]15")]
    [InlineData("en", "[2023] No. 15", "reference [2023]15")]
    [InlineData("zh", "5G基站、G5021线、PM2.5、“1+2+N”", "token 5G; token G5021; token PM2.5; token 1+2+N")]
    public void A_code_is_a_reference_or_a_token_and_is_no_number(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("zh", "统一推进一体化，千方百计，第三方，半导体，三级医院")]
    [InlineData("en", "first-class, third-party, no one, one-stop service")]
    [InlineData("zh", "一、总体要求\n（二）主要任务\n3.保障措施")]
    [InlineData("en", "1. General\n(2) Tasks\nIII. Support")]
    [InlineData("en", "see https://example.org/2023/17 or mail a1@example.org")]
    [InlineData("zh", "统一社会信用代码91500000000000000000")]
    [InlineData("zh", "")]
    public void Idioms_headings_addresses_and_long_codes_count_nothing(string language, string text) => Assert.Equal("", Said(text, language));

    [Fact]
    public void A_name_given_by_the_caller_counts_nothing_and_the_longest_wins()
    {
        var names = new StopList(["三江", "三江六区", "Nine Dragons"]);
        Assert.Empty(Numbers.Find("三江六区", "zh", names));
        Assert.Equal("6", Assert.Single(Numbers.Find("六区", "zh", names)).Value);
        Assert.Empty(Numbers.Find("nine dragons", "en", names));
        Assert.Equal("9", Assert.Single(Numbers.Find("nine dragonses", "en", names)).Value);
    }

    [Fact]
    public void A_figure_knows_its_place_and_last_digit()
    {
        var figure = Assert.Single(Numbers.Find("总投资 2528.6亿元。", "zh"));
        Assert.Equal((4, 8), (figure.Start, figure.Length));
        Assert.Equal(10_000_000m, figure.Quantum);
    }

    [Fact]
    public void A_language_that_cannot_be_read_is_refused()
    {
        Assert.False(Numbers.CanRead("fr"));
        Assert.True(Numbers.CanRead("zh-Hans"));
        Assert.Throws<ArgumentException>(() => Numbers.Find("1", "fr"));
    }

    private static string Said(string text, string language) => string.Join("; ", Numbers.Find(text, language).Select(f => $"{f.Kind.ToString().ToLowerInvariant()} {f.Value} {f.Unit}".TrimEnd()));
}
