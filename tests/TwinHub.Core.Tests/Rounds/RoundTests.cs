using TwinHub.Core.Rounds;

namespace TwinHub.Core.Tests.Rounds;

public class RoundTests
{
    [Fact]
    public void A_round_closes_after_it_opens_and_its_month_has_no_other()
    {
        var list = Adopted();
        var open = Round("2023-10", 20, 28);
        Assert.Null(open.WhyNotOpen(Cast.Wang, list, []));
        Assert.Equal("round.dates", Round("2023-11", 28, 20).WhyNotOpen(Cast.Wang, list, [open])?.Code);
        Assert.Equal("round.period-taken", Round("2023-10", 21, 29).WhyNotOpen(Cast.Wang, list, [open])?.Code);
    }

    [Fact]
    public void A_percent_that_falls_says_why()
    {
        var lower = new ReportText(45, LocalText.Empty, LocalText.Empty, LocalText.Empty);
        Assert.Equal("report.lower", lower.WhyNotLower(47)?.Code);
        Assert.Null(lower.WhyNotLower(45));
        Assert.Null((lower with { WhyLower = LocalText.Of("en", ("en", "Counted twice in October")) }).WhyNotLower(47));
    }

    private static Round Round(string period, int opens, int closes) => new()
    {
        Id = Guid.NewGuid(),
        ListId = Guid.NewGuid(),
        Code = $"L-{period}",
        Number = 1,
        Period = period,
        Opens = new(2023, 10, opens),
        Closes = new(2023, 10, closes),
    };

    private static TwinHub.Core.Lists.ItemList Adopted() => Scene.Adopted().List;
}
