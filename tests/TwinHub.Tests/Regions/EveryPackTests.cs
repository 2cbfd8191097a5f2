using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Language;
using TwinHub.Regions.Packs;
using TwinHub.Tests.Data;
using TwinHub.Tests.Publish.Meetings;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;
using RegionLanguage = TwinHub.Language.RegionLanguage;

namespace TwinHub.Tests.Regions;

/// <summary>What holds for each pack that is shipped.</summary>
public sealed class EveryPackTests
{
    public static TheoryData<string> Shipped => [.. PackFolders.Shipped];

    public static TheoryData<string, string> OnEngines => [.. from pack in PackFolders.Shipped from engine in Engines.Chosen select (pack, engine)];

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_pack_has_no_fault(string name)
    {
        var (_, faults) = ReadPack.FromFolder(PackFolders.Of(name));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_pack_founds_a_record_whose_next_meeting_is_prepared_and_whose_exports_verify(string name, string engine)
    {
        await using var pack = await PreparedPack.OfAsync(name, engine);
        await pack.Record.AssertSoundAsync();
        var (region, parties) = await pack.Record.ReadAsync(async db => (await db.Regions.AsNoTracking().SingleAsync(), await db.Parties.AsNoTracking().Select(p => p.Code).ToListAsync()));
        Assert.Equal(RegionLanguage.Of(region).Select(l => l.Code).Order(), pack.Files.Select(f => f.Language).Distinct().Order());
        foreach (var party in parties)
        {
            var export = await ExportTests.ExportAsync(pack.Record, TestRecord.Account(party, Roles.Office));
            Assert.True((await ExportTests.VerifyAsync(export)).IsSound, party);
        }
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task Every_list_of_a_pack_balances_in_the_record(string name, string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine, name);
        var lists = await record.ReadAsync(db => db.Lists.Include(l => l.Items).Include(l => l.Revisions).ToListAsync());
        Assert.All(lists, l => Assert.True(l.Balance().Holds, l.Code));
    }

    [Fact]
    public async Task Amounts_stand_in_the_unit_of_the_pack_and_in_the_words_of_each_language()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, "rhine");
        var (reference, total) = await record.ReadAsync(async db => (await Reference.LoadAsync(db, TestContext.Current.CancellationToken), await db.Projects.Where(p => p.Code == "bridge").Select(p => p.Total).SingleAsync()));
        string In(string language) => reference!.WordsIn(language).Forms.Money(total, reference.Region.Currency).Replace('\u00A0', ' ');
        Assert.Equal(("EUR 28 million", "28 Mio. EUR", "28 M EUR"), (In("en"), In("de"), In("fr")));
        Assert.Equal(("1.234.567,8", "1\u00A0234\u00A0567,8"), (reference!.WordsIn("de").Forms.Number(1_234_567.8m), reference.WordsIn("fr").Forms.Number(1_234_567.8m)));
    }

    [Theory, InlineData("de", "Übersicht"), InlineData("fr", "Aperçu")]
    public async Task A_language_of_the_pack_speaks_and_what_it_lacks_is_counted(string language, string overview)
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, "rhine");
        var reference = await record.ReadAsync(db => Reference.LoadAsync(db, TestContext.Current.CancellationToken));
        var words = reference!.WordsIn(language);
        Assert.Equal(overview, words["overview.title"]);
        Assert.InRange((double)words.Coverage.Own / words.Coverage.Of, 0.8, 1);
        Assert.Equal(words.Coverage.Of - words.Coverage.Own, words.Lacking.Count());
        Assert.All(words.Lacking, code => Assert.Equal(Words.In("en")[code], words[code]));
    }

    [Fact]
    public async Task A_pack_may_say_a_built_sentence_its_own_way_and_keeps_the_others()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, "yangtze-delta");
        var words = (await record.ReadAsync(db => Reference.LoadAsync(db, TestContext.Current.CancellationToken)))!.WordsIn("zh");
        Assert.Equal(("中心区", Words.In("zh")["nav.lists"]), (words["ZoneKind.central_area"], words["nav.lists"]));
        Assert.Empty(words.Lacking);
    }

    [Fact]
    public async Task A_region_without_outlines_is_drawn_by_its_places_and_lines()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, "rhine");
        var geometry = await record.ReadAsync(async db => await RegionGeometry.LoadAsync(db, (await Reference.LoadAsync(db, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken));
        var map = DrawMap.Of(geometry, new(), "de");
        Assert.Empty(map.Ground.Areas);
        Assert.Contains(map.Places, p => p.Hub);
        Assert.True(map.Places.Count > 5);
    }

    [Fact]
    public async Task Each_party_of_a_pack_has_a_calendar_of_its_own()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite, "rhine");
        var days = await record.ReadAsync(db => db.CalendarDays.AsNoTracking().ToListAsync());
        bool Off(string party, int month, int day) => days.Any(d => d.Party == party && d.Day == new DateOnly(2025, month, day) && !d.Works);
        Assert.Equal((true, false, false), (Off("de", 10, 3), Off("fr", 10, 3), Off("ch", 10, 3)));
        Assert.Equal((false, true, false), (Off("de", 7, 14), Off("fr", 7, 14), Off("ch", 7, 14)));
        Assert.Equal((false, false, true), (Off("de", 8, 1), Off("fr", 8, 1), Off("ch", 8, 1)));
        Assert.Equal((true, true, true), (Off("de", 4, 18), Off("fr", 4, 18), Off("ch", 4, 18)));
    }
}
