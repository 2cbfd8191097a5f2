using CsCheck;

namespace TwinHub.Regional.Tests;

public sealed class InequalityTests
{
    private static readonly double[] Population = [10, 20, 30, 40];
    private static readonly double[] PerHead = [60, 40, 50, 30];
    private static readonly int[] Party = [0, 0, 1, 1];
    private static readonly Gen<Area[]> Areas = Gen.Select(Gen.Double[0.1, 1e4], Gen.Double[0, 1e4], Gen.Int[0, 4], (p, y, g) => new Area(p, y, g)).Array[1, 25].Where(a => a.Any(x => x.PerHead > 1));

    private sealed record Area(double People, double PerHead, int Group);

    [Fact]
    public void The_worked_example_is_reproduced()
    {
        var split = Inequality.SplitTheilT(Population, PerHead, Party);
        Assert.Equal(.0320820, split.Total, 7);
        Assert.Equal(.0039948, split.Between, 7);
        Assert.Equal(.0280872, split.Within, 7);
        Assert.Equal(.0322759, Inequality.TheilL(Population, PerHead), 7);
        Assert.Equal(.1390244, Inequality.Gini(Population, PerHead), 7);
    }

    [Fact]
    public void Theil_is_between_plus_within() =>
        Areas.Sample(areas =>
        {
            var split = Split(areas);
            Near(split.Total, split.Between + split.Within);
            Near(split.Within, split.WithinByGroup.Sum());
        });

    [Fact]
    public void One_group_has_all_inequality_within_and_groups_of_one_all_between() =>
        Areas.Sample(areas =>
        {
            Near(0, Split([.. areas.Select(a => a with { Group = 0 })]).Between);
            Near(0, Split([.. areas.Select((a, i) => a with { Group = i })]).Within);
        });

    [Fact]
    public void The_split_equals_its_definition_group_by_group() =>
        Areas.Sample(areas =>
        {
            var (split, total) = (Split(areas), areas.Sum(a => a.People * a.PerHead));
            foreach (var group in areas.GroupBy(a => a.Group))
            {
                var value = group.Sum(a => a.People * a.PerHead);
                var own = value > 0 ? Inequality.TheilT([.. group.Select(a => a.People)], [.. group.Select(a => a.PerHead)]) : 0;
                Near(value / total * own, split.WithinByGroup[group.Key]);
            }
        });

    [Fact]
    public void Gini_equals_its_definition_over_all_pairs() =>
        Areas.Sample(areas => Near(SlowGini(areas), Gini(areas)));

    [Fact]
    public void The_unit_and_the_order_of_the_areas_change_nothing() =>
        Areas.Select(Gen.Double[0.01, 100]).Sample((areas, unit) =>
        {
            Area[] other = [.. areas.Reverse().Select(a => a with { PerHead = a.PerHead * unit, People = a.People * 7 })];
            Near(Gini(areas), Gini(other));
            Near(Split(areas).Between, Split(other).Between);
            Near(Split(areas).Total, Split(other).Total);
        });

    [Fact]
    public void An_area_cut_in_two_alike_halves_changes_nothing() =>
        Areas.Sample(areas =>
        {
            Area[] cut = [.. areas.SelectMany(a => new[] { a with { People = a.People / 2 }, a with { People = a.People / 2 } })];
            Near(Gini(areas), Gini(cut));
            Near(Split(areas).Within, Split(cut).Within);
        });

    [Fact]
    public void Equality_is_zero_and_a_gift_from_rich_to_poor_lowers_every_measure()
    {
        Near(0, Inequality.TheilT([1, 2, 3], [5, 5, 5]));
        Near(0, Inequality.TheilL([1, 2, 3], [5, 5, 5]));
        Near(0, Inequality.Gini([1, 2, 3], [5, 5, 5]));
        Assert.True(Inequality.TheilT([1, 1], [9, 3]) < Inequality.TheilT([1, 1], [10, 2]));
        Assert.True(Inequality.TheilL([1, 1], [9, 3]) < Inequality.TheilL([1, 1], [10, 2]));
        Assert.True(Inequality.Gini([1, 1], [9, 3]) < Inequality.Gini([1, 1], [10, 2]));
    }

    [Fact]
    public void An_area_with_nothing_is_counted_by_T_and_refused_by_L()
    {
        Near(Math.Log(2), Inequality.TheilT([1, 1], [0, 8]));
        Assert.Throws<ArgumentException>(() => Inequality.TheilL([1, 1], [0, 8]));
    }

    [Fact]
    public void A_group_without_people_or_without_value_adds_nothing()
    {
        var split = Inequality.SplitTheilT([1, 1, 1], [0, 4, 8], [0, 3, 3]);
        Assert.Equal([0, 0, 0], split.WithinByGroup.Take(3));
        Near(split.Total, split.Between + split.Within);
    }

    [Fact]
    public void Areas_that_cannot_be_measured_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Inequality.Gini([], []));
        Assert.Throws<ArgumentException>(() => Inequality.Gini([1, 1], [1]));
        Assert.Throws<ArgumentException>(() => Inequality.Gini([1, -1], [1, 1]));
        Assert.Throws<ArgumentException>(() => Inequality.TheilT([0, 1], [1, 0]));
        Assert.Throws<ArgumentException>(() => Inequality.TheilT([1, 1], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Inequality.SplitTheilT([1, 1], [1, 2], [0]));
        Assert.Throws<ArgumentException>(() => Inequality.SplitTheilT([1, 1], [1, 2], [0, -1]));
    }

    private static double SlowGini(Area[] areas)
    {
        var people = areas.Sum(a => a.People);
        var mean = areas.Sum(a => a.People * a.PerHead) / people;
        return areas.Sum(a => areas.Sum(b => a.People / people * (b.People / people) * Math.Abs(a.PerHead - b.PerHead))) / (2 * mean);
    }

    private static TheilSplit Split(Area[] areas) =>
        Inequality.SplitTheilT([.. areas.Select(a => a.People)], [.. areas.Select(a => a.PerHead)], [.. areas.Select(a => a.Group)]);

    private static double Gini(Area[] areas) => Inequality.Gini([.. areas.Select(a => a.People)], [.. areas.Select(a => a.PerHead)]);
    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - 1e-9, expected + 1e-9);
}
