using System.Globalization;
using CsCheck;

namespace TwinHub.Texts.Tests;

public sealed class ReadNumberTests
{
    [Theory]
    [InlineData("40", "40")]
    [InlineData("40%", "40")]
    [InlineData("４０％", "40")]
    [InlineData(" 40.5 % ", "40.5")]
    [InlineData("百分之四十", "40")]
    [InlineData("四十", "40")]
    [InlineData("−3", "-3")]
    public void A_percent_may_be_typed_with_or_without_its_sign(string typed, string percent)
    {
        Assert.True(ReadNumber.TryReadPercent(typed, out var reading));
        Assert.Equal(percent, reading.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("4414.5", 4414.5)]
    [InlineData("4,414.5", 4414.5)]
    [InlineData("４４１４．５", 4414.5)]
    [InlineData("3.7万亿", 3.7e12)]
    [InlineData("3.7 trillion", 3.7e12)]
    [InlineData("两千三百", 2300)]
    [InlineData("+7.3", 7.3)]
    public void A_number_is_read_exactly(string typed, double expected)
    {
        Assert.True(ReadNumber.TryRead(typed, out var reading));
        Assert.Equal((decimal)expected, reading.Value);
    }

    [Theory]
    [InlineData(null, NumberProblem.Empty)]
    [InlineData(" ", NumberProblem.Empty)]
    [InlineData("40%", NumberProblem.UnexpectedPercent)]
    [InlineData("many", NumberProblem.NotANumber)]
    [InlineData("4,41", NumberProblem.NotANumber)]
    [InlineData("1.2.3", NumberProblem.NotANumber)]
    [InlineData("--3", NumberProblem.NotANumber)]
    [InlineData("-", NumberProblem.NotANumber)]
    [InlineData("1234567890123456", NumberProblem.TooLong)]
    public void What_is_no_number_is_refused_with_its_reason(string? typed, NumberProblem problem)
    {
        Assert.False(ReadNumber.TryRead(typed, out var reading));
        Assert.Equal(problem, reading.Problem);
    }

    [Fact]
    public void Every_number_is_read_again() =>
        Gen.Long[-999_999_999_999, 999_999_999_999].Sample(n =>
        {
            var number = n / 1_000m;
            Assert.True(ReadNumber.TryRead(number.ToString("#,##0.###", CultureInfo.InvariantCulture), out var reading));
            Assert.Equal(number, reading.Value);
        });

    [Fact]
    public void Anything_typed_is_answered() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789.,+-%十百千万亿点一二零 mbtrilion"].Array[0, 24].Select(c => new string(c))).Sample(typed =>
            ReadNumber.TryRead(typed, out var plain) == plain.Problem is NumberProblem.None && ReadNumber.TryReadPercent(typed, out var percent) == percent.Problem is NumberProblem.None, iter: 5_000);
}
