using System.Globalization;
using CsCheck;

namespace TwinHub.Texts.Tests;

public sealed class ReadDateTests
{
    private static readonly DateOnly Day = new(2023, 12, 28);

    [Theory]
    [InlineData("zh", "2023年12月28日")]
    [InlineData("zh", "2023年12月28号")]
    [InlineData("zh", " 2023 年 12 月 28 日 ")]
    [InlineData("zh", "２０２３年１２月２８日")]
    [InlineData("zh", "二〇二三年十二月二十八日")]
    [InlineData("zh", "2023-12-28")]
    [InlineData("zh", "2023.12.28")]
    [InlineData("zh", "2023/12/28")]
    [InlineData("zh", "20231228")]
    [InlineData("zh", "12.28")]
    [InlineData("zh", "12-28")]
    [InlineData("zh", "１２．２８")]
    [InlineData("zh-Hans", "12月28日")]
    [InlineData("en", "12月28日")]
    [InlineData("en", "28/12/2023")]
    [InlineData("en", "28.12.2023")]
    [InlineData("en", "28/12")]
    [InlineData("en", "12.28")]
    [InlineData("en", "28 Dec 2023")]
    [InlineData("en", "28 December")]
    [InlineData("en", "28th of december 2023")]
    [InlineData("en", "December 28, 2023")]
    [InlineData("en", "Dec. 28")]
    [InlineData("en", "28-Dec-2023")]
    [InlineData("zh", "28 Dec 2023")]
    [InlineData("en", "2023-12-28")]
    public void What_people_type_is_the_day_they_mean(string language, string typed)
    {
        Assert.True(ReadDate.TryRead(typed, language, 2023, out var reading), reading.Problem.ToString());
        Assert.Equal(Day, reading.Date);
    }

    [Theory]
    [InlineData("zh", null, DateProblem.Empty)]
    [InlineData("zh", "  ", DateProblem.Empty)]
    [InlineData("zh", "年底前", DateProblem.NotADate)]
    [InlineData("zh", "28/12/2023", DateProblem.NotADate)]
    [InlineData("zh", "2023年2月29日", DateProblem.NoSuchDay)]
    [InlineData("zh", "13.1", DateProblem.NoSuchDay)]
    [InlineData("zh", "0年0月0日", DateProblem.NotADate)]
    [InlineData("zh", "十十月二日", DateProblem.NoSuchDay)]
    [InlineData("en", "12/28/2023", DateProblem.NoSuchDay)]
    [InlineData("en", "28/12/23", DateProblem.ShortYear)]
    [InlineData("en", "5.6", DateProblem.Ambiguous)]
    [InlineData("en", "30 Feb 2023", DateProblem.NoSuchDay)]
    [InlineData("en", "soon", DateProblem.NotADate)]
    [InlineData("en", "2023-12-28T00:00", DateProblem.NotADate)]
    public void What_is_no_day_is_refused_with_its_reason(string language, string? typed, DateProblem problem)
    {
        Assert.False(ReadDate.TryRead(typed, language, 2023, out var reading));
        Assert.Equal(problem, reading.Problem);
    }

    [Fact]
    public void A_leap_day_needs_a_leap_year()
    {
        Assert.True(ReadDate.TryRead("2.29", "zh", 2024, out _));
        Assert.False(ReadDate.TryRead("2.29", "zh", 2023, out _));
    }

    [Fact]
    public void Every_day_is_read_again_in_every_form() =>
        Gen.Int[0, 700_000].Select(DateOnly.MinValue.AddDays).Sample(day =>
        {
            foreach (var (form, language) in new[] { ("yyyy年M月d日", "zh"), ("yyyy-MM-dd", "en"), ("yyyy.M.d", "zh"), ("d/M/yyyy", "en"), ("d MMMM yyyy", "en"), ("d MMM yyyy", "en"), ("M月d日", "zh"), ("M.d", "zh"), ("d/M", "en") })
            {
                Assert.True(ReadDate.TryRead(day.ToString(form, CultureInfo.InvariantCulture), language, day.Year, out var reading), form);
                Assert.Equal(day, reading.Date);
            }
        });

    [Fact]
    public void Anything_typed_is_answered() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789-./年月日号一二十〇 DecMay,th"].Array[0, 14].Select(c => new string(c))).Sample(typed =>
            ReadDate.TryRead(typed, "zh", 2023, out var zh) == zh.Problem is DateProblem.None && ReadDate.TryRead(typed, "en", 2023, out var en) == en.Problem is DateProblem.None, iter: 5_000);
}
