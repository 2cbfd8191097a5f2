using CsCheck;
using TwinHub.Regions.Packs;

namespace TwinHub.Tests.Regions.Packs;

public sealed class ReadPackTests
{
    [Fact]
    public void A_pack_of_three_parties_in_three_languages_is_read_without_faults()
    {
        var (pack, faults) = ReadPack.FromFolder(SamplePack.Original);
        Assert.Empty(CheckPack.Report(faults, "en"));
        Assert.Equal(["north", "south", "east"], pack["parties"].Select(p => p.Needed("code")));
        Assert.Equal(["en", "de", "fr"], pack["items"][0].Local("title").Keys);
        Assert.Equal(6, pack["items"].Count);
    }

    public static TheoryData<string> Packs => [.. Directory.GetDirectories(Path.Combine(SamplePack.Root, "packs"))];

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_packs_of_this_repository_are_without_faults(string folder) =>
        Assert.Empty(CheckPack.Report(ReadPack.FromFolder(folder).Faults, "en"));

    [Fact]
    public void Cells_are_read_by_their_types()
    {
        var pack = ReadPack.FromFolder(SamplePack.Original).Pack;
        var list = pack["lists"][0];
        Assert.Equal(new DateOnly(2024, 1, 1), list.Date("starts"));
        Assert.Equal(["north", "south", "east"], list.Codes("parties"));
        var organization = pack["organizations"][1];
        Assert.True(organization.Bool("office"));
        Assert.True(organization.Sample);
        Assert.Null(organization.Source);
        Assert.Null(organization.Text("area"));
        Assert.Equal(12.5m, pack["projects"][0].Decimal("total"));
        Assert.Equal(1, pack["milestones"][0].Int("number"));
    }

    [Fact]
    public void A_row_knows_the_line_where_it_begins()
    {
        using var pack = new SamplePack();
        pack.Set("terms", 2, "note", "one\ntwo\nthree");
        Assert.Equal([2, 5], pack.Read().Pack["terms"].Select(r => r.Line));
    }

    [Fact]
    public void Settings_are_typed()
    {
        var region = ReadPack.FromFolder(SamplePack.Original).Pack.Region;
        Assert.Equal(("three-rivers", "en", "EUR", new DateOnly(2024, 5, 31)), (region.Code, region.Binding, region.Currency, region.AsOf));
        Assert.Equal(new RegionLanguage("fr", "fr", "Français"), region.Languages[2]);
        Assert.Equal(new RegionThresholds(-5, -15, 10, 30), region.Thresholds);
        Assert.Equal("Drei Flüsse", region.Short["de"]);
    }

    [Fact]
    public void Geometry_keeps_its_rings_and_lines()
    {
        var pack = ReadPack.FromFolder(SamplePack.Original).Pack;
        Assert.Equal(["A-N", "A-N2", "A-S", "A-S2", "A-E", "A-E2"], pack.AreaShapes.Select(s => s.Area));
        Assert.Equal([new(10, 50), new(11, 50), new(11, 51), new(10, 51), new(10, 50)], pack.AreaShapes[0].Polygons[0][0]);
        var line = Assert.Single(pack.ProjectLines);
        Assert.True(line is { Project: "RING", Schematic: true, Lines: [{ Length: 4 }] });
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_and_cells_like_formulas_are_fine()
    {
        using var pack = new SamplePack();
        pack.Set("terms", 2, "note", "=1+1");
        pack.Write("terms.csv", [.. "\uFEFF"u8, .. File.ReadAllBytes(pack.Of("terms.csv"))]);
        pack.Write("areas.geojson", [.. "\uFEFF"u8, .. File.ReadAllBytes(pack.Of("areas.geojson"))]);
        pack.Write("zones.csv", File.ReadAllText(pack.Of("zones.csv")).ReplaceLineEndings("\r\n"));
        var (read, faults) = pack.Read();
        Assert.Empty(faults);
        Assert.Equal("=1+1", read["terms"][0].Text("note"));
    }

    [Fact]
    public void A_table_or_column_that_the_format_lacks_is_the_callers_mistake()
    {
        var pack = ReadPack.FromFolder(SamplePack.Original).Pack;
        Assert.Throws<ArgumentException>(() => pack["item"]);
        Assert.Throws<ArgumentException>(() => pack["items"][0].Text("titel"));
    }

    [Fact]
    public void Half_a_character_in_a_geometry_file_is_a_fault()
    {
        using var pack = new SamplePack();
        pack.Replace("areas.geojson", "\"code\":\"A-N\"", "\"co\\ud800de\":\"A-N\"");
        pack.Replace("areas.geojson", "A-N2", "\\ud800");
        Assert.Equal(["areas.geojson:1:code", "areas.geojson:2:code"], pack.Read().Faults.Select(FaultTests.PlaceOf));
    }

    [Fact]
    public void Whatever_bytes_a_file_holds_reading_ends_with_faults_and_not_with_a_crash()
    {
        string[] files = ["region.yaml", "items.csv", "areas.geojson", "milestone_links.csv", "reports.csv"];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, int.MaxValue], Gen.OneOfConst("\"", ",", "\n", "[", "{", "&a ", "*a", ": ", "- ", "\u0000", "é", "9e999", "\\ud800", ";", "\r"), Gen.Int[0, 40]).Sample((file, at, put, cut) =>
        {
            using var pack = new SamplePack();
            var text = File.ReadAllText(pack.Of(files[file]));
            var from = at % text.Length;
            pack.Write(files[file], text[..from] + put + text[Math.Min(text.Length, from + cut)..]);
            foreach (var line in CheckPack.Report(pack.Read().Faults, "en")) Assert.NotEmpty(line);
        }, iter: 300, threads: 1);
    }
}
