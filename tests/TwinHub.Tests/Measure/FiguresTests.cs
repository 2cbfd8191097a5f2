using TwinHub.Core;
using TwinHub.Core.Indicators;
using TwinHub.Core.Regions;
using TwinHub.Measure.Indicators;

namespace TwinHub.Tests.Measure;

public sealed class FiguresTests
{
    private static readonly Indicator Output = new() { Code = "output", Name = Text("Output"), Unit = Text("bn"), Aspect = "scale", Direction = "up" };
    private static readonly Indicator PerHead = new() { Code = "per-head", Name = Text("Per head"), Unit = Text("unit"), Aspect = "quality", Direction = "up" };
    private static readonly Area[] Four = [Place("a", "north"), Place("b", "north"), Place("c", "south"), Place("d", "south")];
    private static readonly RegionAreas Areas = new("r", [("north", "n"), ("south", "s")], [Place("a", "north", "hub"), Place("c", "south", "hub")], Four);

    [Fact]
    public void Growth_a_year_is_over_the_years_between_the_published_periods()
    {
        var series = AreaSeries.Of([Seen("r", "2019", 100), Seen("r", "2021", 121)])["r"];
        Assert.Equal(0.1, series.AnnualRate!.Value, 12);
    }

    [Fact]
    public void One_period_grows_by_nothing_known() => Assert.Null(AreaSeries.Of([Seen("r", "2019", 100)])["r"].AnnualRate);

    [Fact]
    public void A_month_is_a_part_of_its_year() => Assert.Equal(2023.25m, AreaSeries.TimeOf("2023-04"));

    [Fact]
    public void Sources_that_differ_stand_side_by_side_and_the_better_one_is_used()
    {
        var period = AreaSeries.Of([Seen("r", "2020", 95, "press_table"), Seen("r", "2020", 97, "official")])["r"].First;
        Assert.True(period.Conflicts);
        Assert.Equal(97, period.Value);
        Assert.Equal(2, period.Observations.Count);
    }

    [Fact]
    public void An_index_is_one_hundred_where_most_are_published_and_has_gaps_where_nothing_is()
    {
        var grown = GrowthFigures.Of(Output, Areas, AreaSeries.Of([Seen("r", "2019", 50), Seen("r", "2021", 100), Seen("n", "2020", 40), Seen("n", "2021", 50), Seen("s", "2021", 50)]));
        Assert.Equal("2021", grown.Base);
        Assert.Equal([50m, null, 100m], grown.Index(grown.Rows[0]));
        Assert.Equal([null, 80m, 100m], grown.Index(grown.Rows[1]));
        Assert.Empty(grown.Missing);
    }

    [Fact]
    public void The_structure_needs_the_region_and_every_hub_in_one_period()
    {
        var some = HubFigures.Of(Areas, AreaSeries.Of([Seen("r", "2020", 100), Seen("a", "2020", 40), Seen("c", "2021", 30)]));
        Assert.Empty(some.Periods);
        var none = HubFigures.Of(Areas, AreaSeries.Of([Seen("r", "2020", 100)]));
        Assert.Equal(["a", "c"], none.Missing);
    }

    [Fact]
    public void Hubs_are_set_against_the_rest_and_their_growth_too()
    {
        var figures = HubFigures.Of(Areas, AreaSeries.Of([Seen("r", "2020", 100), Seen("a", "2020", 40), Seen("c", "2020", 20), Seen("r", "2021", 116), Seen("a", "2021", 44), Seen("c", "2021", 22)]));
        Assert.Equal(0.6, figures.Periods[0].Structure.HubShare, 12);
        Assert.Equal(2, figures.Periods[0].Structure.Primacy!.Value, 12);
        Assert.Equal(0.15, figures.Gap!.Value, 12); // the rest grew from 40 to 50, the hubs from 60 to 66
    }

    [Fact]
    public void Spread_is_split_between_the_parties_and_within_them()
    {
        var values = AreaSeries.Of([Seen("a", "2020", 60), Seen("b", "2020", 40), Seen("c", "2020", 50), Seen("d", "2020", 30)]);
        var people = AreaSeries.Of([Seen("a", "2020", 10), Seen("b", "2020", 20), Seen("c", "2020", 30), Seen("d", "2020", 40)]);
        var spread = SpreadFigures.Of(PerHead, Areas, values, people).Periods.Single();
        Assert.Equal((4, 4), (spread.Count, spread.Of));
        Assert.Equal(0.0320820, spread.Theil!.Total, 6); // the worked example of the method
        Assert.Equal(0.0039948, spread.Theil.Between, 6);
    }

    [Fact]
    public void Without_the_people_of_each_area_there_is_no_split_and_below_three_areas_no_spread()
    {
        var values = AreaSeries.Of([Seen("a", "2020", 60), Seen("b", "2020", 40), Seen("c", "2020", 50), Seen("a", "2021", 61), Seen("b", "2021", 41)]);
        var spread = SpreadFigures.Of(PerHead, Areas, values, AreaSeries.Of([Seen("a", "2020", 10)]));
        Assert.Equal("2020", Assert.Single(spread.Periods).Period);
        Assert.Null(spread.Periods[0].Theil);
    }

    [Fact]
    public void Classes_are_at_most_five_and_equal_values_are_in_one()
    {
        var many = MapClasses.Of(Enumerable.Range(0, 23).ToDictionary(i => $"a{i:00}", i => (decimal)i));
        Assert.Equal(5, many.Ranges.Count);
        Assert.Equal(1, many.ByArea["a00"]);
        Assert.Equal(5, many.ByArea["a22"]);
        var few = MapClasses.Of(new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 1, ["c"] = 2 });
        Assert.Equal(few.ByArea["a"], few.ByArea["b"]);
        Assert.True(few.ByArea["c"] > few.ByArea["a"]);
    }

    private static Observation Seen(string area, string period, decimal value, string quality = "official") => new() { Id = Guid.NewGuid(), Indicator = "output", Area = area, Period = period, Value = value, Quality = quality };

    private static LocalText Text(string text) => LocalText.Of("en", ("en", text));

    private static Area Place(string code, string party, string role = "city") =>
        new() { Code = code, Party = party, Level = "city", Role = role, InRegion = "full", Name = Text(code), Short = Text(code), Note = LocalText.Empty };
}
