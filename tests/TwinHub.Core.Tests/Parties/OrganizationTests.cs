using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using static TwinHub.Core.Tests.Cast;

namespace TwinHub.Core.Tests.Parties;

public class OrganizationTests
{
    private static readonly Actor Keeper = new(Guid.NewGuid(), One, Roles.Administrator, null);

    [Fact]
    public void Only_the_administrator_of_its_own_party_keeps_a_unit()
    {
        Assert.Equal("actor.role", Organization.WhyNotKeep(Wang, One)!.Code);
        Assert.Equal("actor.other-party", Organization.WhyNotKeep(Keeper, Two)!.Code);
        Assert.Null(Organization.WhyNotKeep(Keeper, One));
        Assert.Null(Organization.WhyNotKeep(Keeper, null));
    }

    [Fact]
    public void What_an_adopted_list_names_is_not_renamed()
    {
        var (unit, theme) = (Unit(), Theme());
        Assert.Equal("reference.in-adopted-list", unit.WhyNotRename(Keeper, inAdoptedList: true)!.Code);
        Assert.Equal("reference.in-adopted-list", theme.WhyNotRename(Keeper, inAdoptedList: true)!.Code);
        unit.Rename(Keeper, (Zh("交通局"), Zh("交通")), inAdoptedList: false);
        theme.Rename(Keeper, (Zh("交通"), Zh("交通")), inAdoptedList: false);
        Assert.Equal(("交通局", "交通", 1), (unit.Name.In("zh"), theme.Name.In("zh"), unit.Version));
    }

    [Fact]
    public void A_unit_that_leads_open_items_is_not_closed_and_one_closes_once()
    {
        var unit = Unit();
        Assert.Equal("organization.leads-open", unit.WhyNotClose(Keeper, openItems: 2)!.Code);
        unit.Close(Keeper, Today, openItems: 0);
        Assert.Equal(Today, unit.ClosedOn);
        Assert.Equal("organization.closed", unit.WhyNotClose(Keeper, openItems: 0)!.Code);
    }

    [Fact]
    public void A_party_keeps_its_own_calendar_only()
    {
        Assert.Null(CalendarDay.WhyNotKeep(Keeper, One));
        Assert.Equal("actor.other-party", CalendarDay.WhyNotKeep(Keeper, Two)!.Code);
        Assert.Equal("actor.role", CalendarDay.WhyNotKeep(Wang, One)!.Code);
    }

    private static Organization Unit() => new() { Code = "one-roads", Party = One, Kind = "department", Name = Zh("道路局"), Short = Zh("道路") };

    private static Classification Theme() => new() { Scheme = "theme", Code = "roads", Order = 1, Name = Zh("道路"), Short = Zh("道路"), Note = LocalText.Empty };
}
