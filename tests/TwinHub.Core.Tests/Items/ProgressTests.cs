using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Regions;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Items;

public class ProgressTests
{
    private static readonly Region Region = new()
    {
        Code = "r",
        Name = Zh("区域"),
        Short = Zh("区域"),
        Binding = "zh",
        Languages = "zh",
        TimeZone = "UTC",
        Currency = "XXX",
        SampleNote = LocalText.Empty,
        NextListTitle = LocalText.Empty,
        Ceiling = Class.Internal,
        MapNote = LocalText.Empty,
        NameStops = "",
    };

    private static readonly DateOnly Due = new(2023, 12, 31);

    private static (ItemState State, StateRule Rule) State(Outlook outlook, decimal? lead = null, DateOnly? today = null, Region? region = null) =>
        Progress.State(Adopted().Item(), outlook, lead, (today ?? Today, region ?? Region));

    [Fact]
    public void Progress_is_the_lower_of_the_sides() => Assert.Equal(40, Progress.Of([70, 40, 55]));

    [Fact]
    public void A_side_that_never_reported_makes_progress_unknown_never_zero()
    {
        Assert.Null(Progress.Of([70, null]));
        Assert.Null(Progress.Of([null, 0]));
        Assert.Null(Progress.Of([]));
        Assert.Equal(0, Progress.Of([70, 0]));
        Assert.Null(Progress.Lead(null, 50));
    }

    [Theory]
    [InlineData("2023-01-01", "2023-12-31", "2023-10-31", 83.2877)] // 304 of 365 days
    [InlineData("2023-07-01", "2023-12-31", "2023-07-01", 0.5435)] // 1 of 184: the first day counts
    [InlineData("2023-07-01", "2023-12-31", "2023-06-30", 0)]
    [InlineData("2023-07-01", "2023-12-31", "2023-01-01", 0)]
    [InlineData("2023-07-01", "2023-12-31", "2023-12-30", 99.4565)]
    [InlineData("2023-07-01", "2023-12-31", "2023-12-31", 100)] // and the last
    [InlineData("2023-07-01", "2023-12-31", "2024-02-01", 100)]
    [InlineData("2023-07-01", "2023-07-01", "2023-07-01", 100)]
    [InlineData("2023-07-01", "2023-06-01", "2023-05-31", 0)] // due before the list began
    [InlineData("2023-07-01", "2023-06-01", "2023-06-01", 100)]
    public void The_elapsed_share_counts_calendar_days_both_ends_and_stays_within_0_and_100(string starts, string due, string today, double percent) =>
        Assert.Equal((decimal)percent, Math.Round(Progress.Share(Rows.ReadDate(starts), Rows.ReadDate(due), Rows.ReadDate(today)), 4));

    [Theory]
    [InlineData(34.7, 4, 1.4)]
    [InlineData(74.3, 8, 7.6)]
    [InlineData(84, 9, 9)]
    [InlineData(57.3, 6, 7.3)]
    public void Lead_is_progress_less_share_in_points(double progress, int months, double points) =>
        Assert.Equal((decimal)points, Math.Round(Progress.Lead((decimal)progress, 100m * months / 12)!.Value, 1));

    [Theory]
    [InlineData("2023-12-31", "2023-12-31", ItemState.OnTrack)]
    [InlineData("2023-12-31", "2024-01-01", ItemState.AtRisk)]
    [InlineData("2024-01-01", "2024-01-02", ItemState.Late)]
    public void With_a_forecast_late_is_p50_after_due_and_at_risk_p80_after_due(string p50, string p80, ItemState state) =>
        Assert.Equal((state, StateRule.Forecast), State(new(true, null, Rows.ReadDate(p50), Rows.ReadDate(p80)), lead: -99));

    [Theory]
    [InlineData(0, ItemState.OnTrack)]
    [InlineData(-5, ItemState.OnTrack)]
    [InlineData(-5.01, ItemState.AtRisk)]
    [InlineData(-15, ItemState.AtRisk)]
    [InlineData(-15.01, ItemState.Late)]
    public void Without_a_forecast_the_regions_thresholds_of_lag_decide_and_the_rule_says_by_schedule(double lead, ItemState state) =>
        Assert.Equal((state, StateRule.Schedule), State(Outlook.None, (decimal)lead));

    [Fact]
    public void The_thresholds_are_the_regions()
    {
        var patient = new Region
        {
            Code = "r",
            Name = Region.Name,
            Short = Region.Short,
            Binding = "zh",
            Languages = "zh",
            TimeZone = "UTC",
            Currency = "XXX",
            SampleNote = LocalText.Empty,
            NextListTitle = LocalText.Empty,
            Ceiling = Class.Internal,
            MapNote = LocalText.Empty,
            NameStops = "",
            AtRiskLag = -20,
            LateLag = -30,
        };
        Assert.Equal([ItemState.OnTrack, ItemState.AtRisk, ItemState.Late], new[] { -20m, -30m, -31m }.Select(lag => State(Outlook.None, lag, region: patient).State));
    }

    [Fact]
    public void Nothing_known_is_grey_never_green() => Assert.Equal((ItemState.Unknown, StateRule.NothingKnown), State(Outlook.None));

    [Fact]
    public void Half_a_forecast_is_none() => Assert.Equal((ItemState.Unknown, StateRule.NothingKnown), State(new(true, null, Due, null)));

    [Fact]
    public void An_item_whose_due_passed_undone_is_late_whatever_the_forecast_and_the_lead_say()
    {
        Assert.Equal((ItemState.OnTrack, StateRule.Schedule), State(Outlook.None, 0, Due));
        Assert.Equal((ItemState.Late, StateRule.DuePassed), State(new(true, null, Due, Due), 20, Due.AddDays(1)));
    }

    [Fact]
    public void Done_but_not_completed_follows_its_actual_date()
    {
        Assert.Equal((ItemState.OnTrack, StateRule.Done), State(new(true, Due, null, null), -50, Due.AddDays(30)));
        Assert.Equal((ItemState.Late, StateRule.Done), State(new(true, Due.AddDays(1), Due, Due), 0, Due.AddDays(30)));
    }

    [Theory]
    [InlineData(RowKind.Complete, ItemState.Completed)]
    [InlineData(RowKind.Carry, ItemState.Carried)]
    [InlineData(RowKind.Drop, ItemState.Dropped)]
    public void An_item_that_ended_says_how(RowKind kind, ItemState state)
    {
        var scene = Adopted();
        scene.Approve(scene.Propose(Wang, scene.Row(kind, scene.Item())));
        Assert.Equal((state, StateRule.Ended), Progress.State(scene.Item(), new(true, Due.AddDays(9), null, null), -50, (Due.AddDays(30), Region)));
    }
}
