using CsCheck;

namespace TwinHub.Regional.Tests;

public sealed class HubStructureTests
{
    private static readonly double[] Sizes = [100, 80, 30, 20, 10, 10];
    private static readonly bool[] TwoHubs = [true, true, false, false, false, false];
    private static readonly Gen<(double Size, bool IsHub)[]> Regions = Gen.Select(Gen.Double[0.1, 1e6], Gen.Bool).Array[2, 20].Where(r => r.Any(a => a.Item2));

    [Fact]
    public void The_worked_example_is_reproduced()
    {
        var structure = HubStructure.Of(Sizes, TwoHubs);
        Assert.Equal(1.25, structure.Primacy!.Value, 12);
        Assert.Equal(.72, structure.HubShare, 12);
        Assert.Equal(.28, structure.OthersShare, 12);
        Assert.Equal(.8, structure.HubBalance!.Value, 12);
        Assert.Equal(.2864, structure.Concentration, 12);
    }

    [Fact]
    public void Three_hubs_are_measured_like_two()
    {
        var structure = HubStructure.Of([50, 100, 80, 20], [true, true, true, false]);
        Assert.Equal(1.25, structure.Primacy!.Value, 12);
        Assert.Equal(.5, structure.HubBalance!.Value, 12);
        Assert.Equal(.92, structure.HubShare, 12);
    }

    [Fact]
    public void A_single_hub_has_neither_primacy_nor_balance()
    {
        var structure = HubStructure.Of([60, 40], [true, false]);
        Assert.Null(structure.Primacy);
        Assert.Null(structure.HubBalance);
        Assert.Equal(.6, structure.HubShare, 12);
    }

    [Fact]
    public void Shares_add_up_and_every_figure_keeps_its_bounds() =>
        Regions.Sample(region =>
        {
            var structure = Of(region);
            Assert.Equal(1, structure.HubShare + structure.OthersShare, 12);
            Assert.InRange(structure.Concentration, 1.0 / region.Length - 1e-12, 1 + 1e-12);
            Assert.InRange(structure.HubBalance ?? 0, 0, 1);
            Assert.InRange(structure.Primacy ?? 1, 1, double.MaxValue);
        });

    [Fact]
    public void The_unit_and_the_order_of_the_areas_change_nothing() =>
        Regions.Select(Gen.Double[0.01, 100]).Sample((region, unit) =>
        {
            var (one, other) = (Of(region), Of([.. region.Reverse().Select(a => (a.Size * unit, a.IsHub))]));
            Assert.Equal(one.HubShare, other.HubShare, 9);
            Assert.Equal(one.Concentration, other.Concentration, 9);
            Assert.Equal(one.HubBalance ?? 0, other.HubBalance ?? 0, 9);
        });

    [Fact]
    public void The_gap_is_growth_of_the_others_less_growth_of_the_hubs()
    {
        Assert.Equal(.1 - .05, HubStructure.GrowthGap([100, 100, 50, 50], [110, 100, 60, 50], [true, true, false, false]), 12);
        Assert.Equal(0, HubStructure.GrowthGap([100, 50], [120, 60], [true, false]), 12);
    }

    [Fact]
    public void A_structure_without_hubs_or_a_gap_without_others_is_refused()
    {
        Assert.Throws<ArgumentException>(() => HubStructure.Of([1, 2], [false, false]));
        Assert.Throws<ArgumentException>(() => HubStructure.Of([1, 2], [true]));
        Assert.Throws<ArgumentException>(() => HubStructure.Of([0, 0], [true, false]));
        Assert.Throws<ArgumentException>(() => HubStructure.GrowthGap([1, 2], [1, 2], [true, true]));
        Assert.Throws<ArgumentException>(() => HubStructure.GrowthGap([1, 2], [1, 2, 3], [true, false]));
        Assert.Throws<ArgumentException>(() => HubStructure.GrowthGap([1, 0], [1, 2], [true, false]));
    }

    private static HubStructure Of((double Size, bool IsHub)[] region) => HubStructure.Of([.. region.Select(a => a.Size)], [.. region.Select(a => a.IsHub)]);
}
