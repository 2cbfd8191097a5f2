using System.Globalization;
using CsCheck;

namespace TwinHub.Scheduling.Tests;

public class WorkCalendarTests
{
    private static readonly WorkCalendar WeekendsOnly = new(WorkCalendar.SaturdaySunday, []);

    // Spring Festival 2024 of the State Council's notice: 10 to 17 February off, 4 and 18 February worked.
    private static readonly WorkCalendar SpringFestival = new(
        WorkCalendar.SaturdaySunday,
        [new YearNotice(2024, [.. Enumerable.Range(10, 8).Select(d => new DateOnly(2024, 2, d))], [new(2024, 2, 4), new(2024, 2, 18)])]);

    private static readonly Gen<WorkCalendar> Calendars =
        from weekend in Gen.OneOfConst(DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday).HashSet[0, 3]
        from off in Gen.Int[0, 364].HashSet[0, 40]
        from adjusted in Gen.Int[0, 364].HashSet[0, 20]
        select new WorkCalendar(weekend, [new YearNotice(2025, Days(off.Except(adjusted)), Days(adjusted))]);

    private static readonly Gen<DateOnly> Dates = Gen.Int[new DateOnly(2023, 1, 1).DayNumber, new DateOnly(2028, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2024-02-04", true)]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-12", false)]
    [InlineData("2024-02-18", true)]
    [InlineData("2024-02-24", false)]
    public void A_day_works_when_adjusted_or_a_weekday_that_is_not_off(string day, bool works) =>
        Assert.Equal(works, SpringFestival.IsWorking(Day(day)));

    [Fact]
    public void A_task_over_the_festival_finishes_after_it() => Assert.Equal(Day("2024-02-22"), SpringFestival.FinishOf(Day("2024-02-05"), 10));

    [Fact]
    public void A_task_of_one_day_finishes_on_the_day_it_starts_or_the_next_working_day()
    {
        Assert.Equal(Day("2024-03-01"), SpringFestival.FinishOf(Day("2024-03-01"), 1));
        Assert.Equal(Day("2024-03-04"), SpringFestival.FinishOf(Day("2024-03-02"), 1));
    }

    [Fact]
    public void A_year_without_a_notice_follows_the_weekend_rule_and_is_provisional()
    {
        Assert.False(SpringFestival.IsProvisional(Day("2024-12-31")));
        Assert.True(SpringFestival.IsProvisional(Day("2025-01-01")));
        Assert.True(SpringFestival.IsWorking(Day("2025-01-01")));
        Assert.Equal(261, SpringFestival.Count(Day("2025-01-01"), Day("2025-12-31")));
    }

    [Fact]
    public void A_calendar_without_any_notice_counts_five_days_a_week_for_ever()
    {
        Assert.Equal(5, WeekendsOnly.Count(Day("1900-01-01"), Day("1900-01-07")));
        Assert.Equal(Day("2400-01-03"), WeekendsOnly.FinishOf(Day("2400-01-03"), 1));
        Assert.Equal(DateOnly.MaxValue, WeekendsOnly.DateOf(int.MaxValue));
    }

    [Fact]
    public void The_weekend_is_what_the_rule_says()
    {
        var fridays = new WorkCalendar([DayOfWeek.Friday], []);
        Assert.False(fridays.IsWorking(Day("2026-01-02")));
        Assert.True(fridays.IsWorking(Day("2026-01-03")));
    }

    [Fact]
    public void What_cannot_be_a_calendar_is_refused()
    {
        var day = Day("2024-05-01");
        Assert.Throws<ArgumentException>(() => new WorkCalendar(Enum.GetValues<DayOfWeek>(), []));
        Assert.Throws<ArgumentException>(() => new WorkCalendar([], [new YearNotice(2024, [], []), new YearNotice(2024, [], [])]));
        Assert.Throws<ArgumentException>(() => new WorkCalendar([], [new YearNotice(2024, [day], []), new YearNotice(2025, [], [day])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeekendsOnly.FinishOf(day, 0));
    }

    [Fact]
    public void The_index_counts_working_days_one_by_one() => Gen.Select(Calendars, Dates).Sample((calendar, date) =>
    {
        var next = date.AddDays(1);
        Assert.Equal(calendar.IndexOf(date) + (calendar.IsWorking(date) ? 1 : 0), calendar.IndexOf(next));
        Assert.Equal(calendar.IndexAfter(date), calendar.IndexOf(next));
    });

    [Fact]
    public void The_date_of_an_index_is_the_working_day_with_that_index() => Gen.Select(Calendars, Dates, Gen.Int[-900, 900]).Sample((calendar, date, n) =>
    {
        var index = calendar.IndexOf(date) + n;
        var found = calendar.DateOf(index);
        Assert.True(calendar.IsWorking(found));
        Assert.Equal(index, calendar.IndexOf(found));
    });

    [Fact]
    public void A_task_finishes_where_counting_day_by_day_ends() => Gen.Select(Calendars, Dates, Gen.Int[1, 300]).Sample((calendar, start, days) =>
    {
        var (date, left) = (start, days);
        while (true)
        {
            if (calendar.IsWorking(date) && --left == 0) break;
            date = date.AddDays(1);
        }
        Assert.Equal(date, calendar.FinishOf(start, days));
        Assert.Equal(days, calendar.Count(start, date));
    });

    [Theory]
    [Trait("shared", "testdata")]
    [InlineData("2023-09-25", 10, "2023-10-12")]
    [InlineData("2024-02-05", 10, "2024-02-22")]
    [InlineData("2025-09-29", 5, "2025-10-11")]
    [InlineData("2026-02-13", 5, "2026-02-26")]
    public void Published_holidays_move_a_finish(string start, int days, string finish) => Assert.Equal(Day(finish), Published().FinishOf(Day(start), days));

    [Theory]
    [Trait("shared", "testdata")]
    [InlineData(2023, 249, 126)]
    [InlineData(2024, 251, 128)]
    [InlineData(2025, 248, 128)]
    [InlineData(2026, 248, 128)]
    public void A_published_year_has_its_working_days(int year, int days, int secondHalf)
    {
        Assert.Equal(days, Published().Count(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
        Assert.Equal(secondHalf, Published().Count(new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)));
    }

    [Fact]
    [Trait("shared", "testdata")]
    public void A_notice_may_hold_a_day_of_the_year_before()
    {
        Assert.False(Published().IsWorking(Day("2022-12-31")));
        Assert.True(Published().IsProvisional(Day("2027-01-01")));
    }

    internal static WorkCalendar Published() => new(WorkCalendar.SaturdaySunday, [.. Enumerable.Range(2022, 5).Select(Notice)]);

    private static YearNotice Notice(int year)
    {
        var days = SharedData.Json($"holidays/{year}.json").GetProperty("days").EnumerateArray().ToLookup(d => d.GetProperty("isOffDay").GetBoolean(), d => Day(d.GetProperty("date").GetString()!));
        return new YearNotice(year, [.. days[true]], [.. days[false]]);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly[] Days(IEnumerable<int> daysOf2025) => [.. daysOf2025.Select(d => new DateOnly(2025, 1, 1).AddDays(d))];
}
