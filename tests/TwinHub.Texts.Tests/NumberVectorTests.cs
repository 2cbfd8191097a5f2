using System.Globalization;

namespace TwinHub.Texts.Tests;

[Trait("shared", "vectors")]
public sealed class NumberVectorTests
{
    private static readonly StopList Names = new(["双城", "万州", "Twin-Hub", "Wanzhou"]);

    public static TheoryData<string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string>();
        foreach (var line in SharedVectors.Lines("text/numbers_zh_en.tsv").Skip(1))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells.ElementAtOrDefault(4) ?? "");
        }
        return rows;
    }

    [Fact]
    public void There_are_forty_rows() => Assert.Equal(40, Rows().Count);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Both_sides_of_a_row_say_its_value_kind_and_unit(string zh, string en, string value, string kind, string unit)
    {
        Says(Numbers.Find(zh, "zh", Names), value, kind, unit);
        Says(Numbers.Find(en, "en", Names), value, kind, unit);
        Assert.Empty(Agreement.Compare(new Wording(zh, "zh"), new Wording(en, "en"), Names));
    }

    private static void Says(IReadOnlyList<Figure> figures, string value, string kind, string unit)
    {
        if (kind is "notnumber")
        {
            Assert.Empty(figures);
            return;
        }
        var figure = Assert.Single(figures);
        Assert.Equal(kind, figure.Kind.ToString().ToLowerInvariant());
        Assert.Equal(unit, figure.Unit);
        if (figure.Kind is FigureKind.Area or FigureKind.Fraction) Assert.InRange(figure.Amount!.Value - decimal.Parse(value, CultureInfo.InvariantCulture), -figure.Quantum / 2, figure.Quantum / 2);
        else Assert.Equal(value, figure.Value);
    }
}
