namespace TwinHub.Tests.Regions.Packs;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2023", "2023-12-31")]
    [InlineData("2023-06", "2023-06-30")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2023-Q1", "2023-03-31")]
    [InlineData("2023-Q1..Q3", "2023-09-30")]
    [InlineData("2023H1", "2023-06-30")]
    public void A_fact_is_as_late_as_the_last_day_of_its_period(string text, string last)
    {
        var day = DateOnly.ParseExact(last, "yyyy-MM-dd");
        Assert.DoesNotContain("observations.csv:2:period", Late(text, day));
        Assert.Contains("observations.csv:2:period", Late(text, day.AddDays(-1)));
    }

    [Theory]
    [InlineData("2023-13")]
    [InlineData("2023-02-30")]
    [InlineData("2023-H3")]
    [InlineData("2023-Q3..Q1")]
    [InlineData("20231")]
    [InlineData("June 2023")]
    public void What_is_no_period_is_told(string text)
    {
        using var pack = new SamplePack();
        pack.Set("observations", 2, "period", text);
        Assert.Equal("cell.period", Assert.Single(pack.Read().Faults).Code);
    }

    [Fact]
    public void A_published_text_is_held_by_the_date_with_which_it_begins()
    {
        using var pack = new SamplePack();
        pack.Set("projects", 2, "total_as_of", "2024-05 feasibility approval");
        Assert.Empty(pack.Read().Faults);
        pack.Set("projects", 2, "total_as_of", "2024-06 feasibility approval");
        Assert.Equal("date.after-as-of", Assert.Single(pack.Read().Faults).Code);
    }

    private static IEnumerable<string> Late(string period, DateOnly asOf)
    {
        using var pack = new SamplePack();
        pack.Replace("region.yaml", "2024-05-31", $"{asOf:yyyy-MM-dd}");
        pack.Set("observations", 2, "period", period);
        return pack.Read().Faults.Where(f => f.Code == "date.after-as-of").Select(FaultTests.PlaceOf);
    }
}
