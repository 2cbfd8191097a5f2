using TwinHub.Web.Shared;

namespace TwinHub.Tests.Web;

public sealed class MonthLabelsTests
{
    [Fact]
    public void Half_a_year_has_a_label_each_month() =>
        Assert.Equal(6, MonthLabels.Between(new(2023, 7, 1), new(2024, 1, 1), 8).Count(l => !l.Year));

    [Fact]
    public void A_long_year_has_every_second_month() =>
        Assert.Equal([1, 3, 5, 7, 9, 11], MonthLabels.Between(new(2023, 1, 1), new(2024, 1, 1), 8).Select(l => l.Month.Month));

    [Fact]
    public void Years_have_their_own_labels_and_never_more_than_find_room()
    {
        var labels = MonthLabels.Between(new(2021, 1, 1), new(2031, 1, 1), 6).ToList();
        Assert.All(labels, l => Assert.True(l.Year));
        Assert.InRange(labels.Count, 3, 6);
        Assert.Equal(labels.Count, labels.Select(l => l.Month.Year).Distinct().Count());
    }
}
