using CsCheck;

namespace TwinHub.Regional.Tests;

public sealed class DispersionTests
{
    private static readonly double[] Earlier = [20, 40, 60, 80];
    private static readonly double[] Later = [30, 55, 75, 95];
    private static readonly Gen<(double Value, double People)[]> Areas = Gen.Select(Gen.Double[0.1, 1e4], Gen.Double[0.1, 1e4]).Array[1, 20];

    [Fact]
    public void The_worked_example_converges()
    {
        Assert.Equal(.447214, Dispersion.CoefficientOfVariation(Earlier), 6);
        Assert.Equal(.520626, Dispersion.StandardDeviationOfLogs(Earlier), 6);
        Assert.Equal(.377674, Dispersion.CoefficientOfVariation(Later), 6);
        Assert.Equal(.432033, Dispersion.StandardDeviationOfLogs(Later), 6);
    }

    [Fact]
    public void Equal_weights_change_nothing() =>
        Areas.Sample(areas =>
        {
            var (values, weights) = (Values(areas), areas.Select(_ => 3.0).ToArray());
            Near(Dispersion.CoefficientOfVariation(values), Dispersion.CoefficientOfVariation(values, weights));
            Near(Dispersion.StandardDeviationOfLogs(values), Dispersion.StandardDeviationOfLogs(values, weights));
        });

    [Fact]
    public void The_unit_of_the_values_changes_nothing() =>
        Areas.Select(Gen.Double[0.01, 100]).Sample((areas, unit) =>
        {
            double[] scaled = [.. Values(areas).Select(v => v * unit)];
            Near(Dispersion.CoefficientOfVariation(Values(areas), People(areas)), Dispersion.CoefficientOfVariation(scaled, People(areas)));
            Near(Dispersion.StandardDeviationOfLogs(Values(areas), People(areas)), Dispersion.StandardDeviationOfLogs(scaled, People(areas)));
        });

    [Fact]
    public void An_area_cut_in_two_alike_halves_changes_nothing() =>
        Areas.Sample(areas =>
        {
            var cut = areas.SelectMany(a => new[] { (a.Value, a.People / 2), (a.Value, a.People / 2) }).ToArray();
            Near(Dispersion.CoefficientOfVariation(Values(areas), People(areas)), Dispersion.CoefficientOfVariation(Values(cut), People(cut)));
        });

    [Fact]
    public void Values_that_cannot_be_compared_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dispersion.CoefficientOfVariation([]));
        Assert.Throws<ArgumentException>(() => Dispersion.CoefficientOfVariation([0, 0]));
        Assert.Throws<ArgumentException>(() => Dispersion.CoefficientOfVariation([1, -1]));
        Assert.Throws<ArgumentException>(() => Dispersion.CoefficientOfVariation([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Dispersion.CoefficientOfVariation([1, 0], [0, 1]));
        Assert.Throws<ArgumentException>(() => Dispersion.StandardDeviationOfLogs([1, 0]));
        Assert.Throws<ArgumentException>(() => Dispersion.StandardDeviationOfLogs([1, 2], [0, 0]));
    }

    private static double[] Values((double Value, double People)[] areas) => [.. areas.Select(a => a.Value)];
    private static double[] People((double Value, double People)[] areas) => [.. areas.Select(a => a.People)];
    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - 1e-7, expected + 1e-7);
}
