using System.Globalization;
using CsCheck;

namespace TwinHub.Texts.Tests;

public sealed class NumberProperties
{
    private static readonly Gen<decimal> Amounts = Gen.Select(Gen.Long[0, 999_999_999], Gen.Int[0, 3]).Select((digits, decimals) => digits / (decimal)Math.Pow(10, decimals));
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 60_000].Select(n => new DateOnly(1900, 1, 1).AddDays(n));

    [Fact]
    public void A_number_in_digits_is_found_again_in_both_languages() =>
        Amounts.Sample(amount =>
        {
            var plain = amount.ToString("0.###", CultureInfo.InvariantCulture);
            Assert.Equal(amount, Money($"投资{plain}亿元。", "zh") / 100_000_000);
            Assert.Equal(amount, Money($"an investment of {amount.ToString("#,##0.###", CultureInfo.InvariantCulture)} billion yuan.", "en") / 1_000_000_000);
            Assert.Equal(amount, Money($"投资{Wide(plain)}万元", "zh") / 10_000);
        });

    [Fact]
    public void A_number_in_Chinese_words_is_found_again() =>
        Gen.Long[11, 999_999_999_999].Sample(number => Assert.Equal(number, Money($"共{Words(number)}元。", "zh")));

    [Fact]
    public void A_day_is_found_again_in_both_languages_and_they_agree() =>
        AnyDay.Sample(day =>
        {
            var zh = string.Create(CultureInfo.InvariantCulture, $"会议于{day.Year}年{day.Month}月{day.Day}日召开");
            var en = "held on " + day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            Assert.Equal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Assert.Single(Numbers.Find(zh, "zh")).Value);
            Assert.Empty(Agreement.Compare(new Wording(zh, "zh-Hans"), new Wording(en, "en")));
        });

    [Fact]
    public void Any_text_is_read_without_failing_and_places_lie_inside_it() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789.,-—至约超近第一二两三十百千万亿零点半年月日个元成折%倍分之季度余多上以内 +HQ:〔〕号/"].Array[0, 40].Select(c => new string(c))).Sample(text =>
        {
            foreach (var figure in Numbers.Find(text, "zh").Concat(Numbers.Find(text, "en")))
            {
                Assert.InRange(figure.Start, 0, text.Length);
                Assert.InRange(figure.Start + figure.Length, figure.Start + 1, text.Length);
            }
        }, iter: 5_000);

    [Theory]
    [InlineData('一')]
    [InlineData('万')]
    [InlineData('1')]
    [InlineData(' ')]
    public void A_run_without_end_is_no_number(char c)
    {
        Assert.Empty(Numbers.Find(new string(c, 200_000), "zh"));
        Assert.Empty(Numbers.Find(new string(c, 200_000), "en"));
    }

    [Fact]
    public void English_words_in_any_order_are_read_without_failing() =>
        Gen.OneOfConst("one", "twelve", "twenty", "hundred", "thousand", "million", "billion", "trillion", "a", "and", "half", "to", "-", "first", "quarter", "of", "May", "2023", "9", "yuan", "%", "over", "CNY", "TWh", "999999999999999", "square kilometres")
            .Array[0, 14].Sample(words => Numbers.Find(string.Join(' ', words), "en"), iter: 5_000);

    [Fact]
    public void A_text_agrees_with_itself() =>
        Gen.Select(Amounts, AnyDay).Sample((amount, day) =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}完成投资{amount:0.###}亿元，同比增长{amount:0.###}%，三个方面");
            Assert.Empty(Agreement.Compare(new Wording(text, "zh"), new Wording(text, "zh")));
        });

    [Fact]
    public void A_changed_digit_is_always_an_error() =>
        Gen.Select(Gen.Int[10, 9_999], Gen.Int[1, 8]).Sample((number, change) =>
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            var other = digits[..^1] + (char)('0' + (digits[^1] - '0' + change) % 10);
            var findings = Agreement.Compare(new Wording($"共{digits}项", "zh"), new Wording($"{int.Parse(other, CultureInfo.InvariantCulture):#,##0} items", "en"));
            Assert.Contains(findings, f => f.Severity is Severity.Error);
        });

    private static decimal Money(string text, string language)
    {
        var figure = Assert.Single(Numbers.Find(text, language));
        Assert.Equal(("CNY", FigureKind.Money), (figure.Unit, figure.Kind));
        return figure.Amount!.Value;
    }

    private static string Wide(string narrow) => new([.. narrow.Select(c => (char)(c + 0xFEE0))]);

    /// <summary>As it is taught at school: groups of four, one 零 for zeros between.</summary>
    private static string Words(long number)
    {
        if (number >= 100_000_000) return Words(number / 100_000_000) + "亿" + Rest(number % 100_000_000, 10_000_000);
        if (number >= 10_000) return Words(number / 10_000) + "万" + Rest(number % 10_000, 1_000);
        foreach (var (unit, name) in new[] { (1_000L, "千"), (100L, "百"), (10L, "十") })
        {
            if (number >= unit) return Digit(number / unit) + name + Rest(number % unit, unit / 10);
        }
        return Digit(number);
    }

    private static string Rest(long rest, long next) => rest == 0 ? "" : rest < next ? "零" + Words(rest) : Words(rest);

    private static string Digit(long digit) => "零一二三四五六七八九"[(int)digit].ToString();
}
