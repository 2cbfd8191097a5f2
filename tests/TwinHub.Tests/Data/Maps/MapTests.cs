using System.Xml.Linq;
using AngleSharp;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Data.Maps;

public sealed class MapTests
{
    private const int MostBytes = 60 * 1024;

    [Fact]
    public void A_border_that_two_neighbours_share_is_one_arc()
    {
        var cut = Topology.Of([Outline("a", "0 0 1 0 1 1 0 1 0 0"), Outline("b", "1 0 2 0 2 1 1 1 1 0")]);
        var shared = Assert.Single(cut.Arcs, a => a.Sides.Count == 2);
        Assert.Equal(["a", "b"], shared.Sides);
        Assert.Equal([new Position(1, 0), new Position(1, 1)], shared.Points);
        Assert.Equal(3, cut.Arcs.Count);
    }

    [Fact]
    public void An_area_within_another_shares_its_whole_ring_with_it()
    {
        var cut = Topology.Of([Outline("a", "0 0 9 0 9 9 0 9 0 0|3 3 3 4 4 4 4 3 3 3"), Outline("b", "4 4 4 3 3 3 3 4 4 4")]);
        Assert.Equal(2, cut.Arcs.Count);
        Assert.Contains(cut.Arcs, a => a.Sides.Count == 2 && a.Points.Count == 5 && a.Points[0] == a.Points[^1]);
    }

    [Fact]
    public void No_point_left_out_lies_farther_from_the_line_than_the_tolerance()
    {
        Gen.Select(Gen.Int[-50, 50], Gen.Int[-50, 50], (x, y) => new Dot(x, y)).List[2, 40].Sample(line =>
        {
            var kept = Simplify.Line(line, 5);
            Assert.Equal((line[0], line[^1]), (kept[0], kept[^1]));
            Assert.All(line, dot => Assert.True(Distance(dot, kept) <= 5.0001, $"{dot}"));
        });
    }

    [Fact]
    public void A_path_is_written_relative_and_closed()
    {
        var path = new PathText().Add([new(1, 2), new(4, -2), new(0, 0)], closed: true).Add([new(5, 5), new(6, 6)]);
        Assert.Equal("M1 2l3-4-4 2zm4 3l1 1", path.ToString());
    }

    [Theory]
    [InlineData(PackFolders.ThreeParties, 3)]
    [InlineData(PackFolders.FirstRegion, 2)]
    public async Task A_map_is_the_same_each_time_and_shows_every_party(string pack, int parties)
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, pack);
        var (first, again) = (await GeometryAsync(record), await GeometryAsync(record));
        var (one, two) = (DrawMap.Of(first, new(), "en"), DrawMap.Of(again, new(), "en"));
        Assert.Equal(one.Ground.Areas, two.Ground.Areas);
        Assert.Equal(one.Places, two.Places);
        Assert.Equal(one.Ground.Edges, two.Ground.Edges);
        Assert.Equal(Enumerable.Range(1, parties), one.Ground.Areas.Select(a => a.Party).Distinct().Order());
        Assert.NotEmpty(one.Ground.Between);
    }

    [Fact]
    public async Task Labels_and_marks_never_lie_on_each_other()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, PackFolders.FirstRegion);
        var map = DrawMap.Of(await GeometryAsync(record), new() { Zones = await record.ReadAsync(db => db.Zones.AsNoTracking().Where(z => z.Number != null).ToListAsync()) }, "zh");
        Assert.True(map.Places.Count > 15);
        Assert.Equal(10, map.Zones.Count);
        var marks = map.Places.Select(p => (p.X, p.Y)).Concat(map.Zones.Select(z => (z.X, z.Y))).ToList();
        Assert.Equal(marks.Count, marks.Distinct().Count());
    }

    [Theory]
    [InlineData(PackFolders.ThreeParties, "north-office", "en")]
    [InlineData(PackFolders.FirstRegion, "cq-office", "zh")]
    [InlineData(PackFolders.FirstRegion, "sc-office", "en")]
    public async Task A_map_in_a_page_is_sound_small_and_says_what_it_shows(string pack, string account, string language)
    {
        await using var site = await TestSite.StartAsync(Engines.Sqlite, pack);
        using var visitor = await site.SignInAsync(account, language);
        var page = await visitor.PageAsync("zones");
        var svg = page.QuerySelector("figure.mp svg")!;
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.NotEqual("", svg.GetAttribute("aria-label"));
        Assert.Equal("svg", XDocument.Parse(svg.ToHtml(new AngleSharp.Xhtml.XhtmlMarkupFormatter())).Root!.Name.LocalName);
        Assert.True(svg.OuterHtml.Length < MostBytes, $"{svg.OuterHtml.Length} characters");
    }

    private static AreaOutline Outline(string area, string rings) => new() { Area = area, Rings = rings };

    private static async Task<RegionGeometry> GeometryAsync(TestRecord record) =>
        await record.ReadAsync(async db => await RegionGeometry.LoadAsync(db, (await Reference.LoadAsync(db, CancellationToken.None))!, CancellationToken.None));

    private static double Distance(Dot p, List<Dot> line) => Enumerable.Range(0, Math.Max(1, line.Count - 1)).Min(i => Distance(p, line[i], line[Math.Min(i + 1, line.Count - 1)]));

    private static double Distance(Dot p, Dot a, Dot b)
    {
        var (dx, dy) = ((double)b.X - a.X, (double)b.Y - a.Y);
        var t = dx == 0 && dy == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(p.X - a.X - (t * dx), 2) + Math.Pow(p.Y - a.Y - (t * dy), 2));
    }
}
