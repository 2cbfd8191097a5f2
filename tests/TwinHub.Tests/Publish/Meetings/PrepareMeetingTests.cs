using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Merkle;
using TwinHub.Publish.Meetings;
using TwinHub.Regions.Founding;
using TwinHub.Regions.Packs;
using TwinHub.Tests.Publish.Documents;
using TwinHub.Tests.Record;
using TwinHub.Texts;

namespace TwinHub.Tests.Publish.Meetings;

public sealed class PrepareMeetingTests
{
    [Fact]
    public async Task Chinese_and_English_say_the_same_in_every_passage_of_every_file()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.FirstRegion);
        var stops = await pack.Record.ReadAsync(db => db.Regions.Select(r => r.NameStops).SingleAsync());
        var names = new StopList(stops.Split(';'));
        foreach (var chinese in pack.Files.Where(f => f.Language == "zh"))
        {
            var (zh, en) = (pack.Passages(chinese), pack.Passages(pack.File(chinese.Paper, "en", chinese.Extension())));
            Assert.True(zh.Count == en.Count, $"{chinese.Path} has {zh.Count} passages, the English one {en.Count}.");
            var differences = zh.Zip(en).SelectMany(p => Agreement.Compare(new(p.First, "zh-Hans"), new(p.Second, "en"), names).Where(f => f.Severity == Severity.Error)
                .Select(f => $"{f.Code} {(f.Binding ?? f.Other)!.Value}: {p.First} | {p.Second}")).ToList();
            Assert.True(differences.Count == 0, $"{chinese.Path}, {differences.Count} of {zh.Count}: {string.Join("\n", differences.Take(12))}");
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_counts_of_the_progress_report_are_those_of_the_record(string engine)
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.FirstRegion, engine);
        var items = await pack.Record.ReadAsync(db => db.Items.AsNoTracking().Where(i => db.Lists.Any(l => l.Id == i.ListId && l.Code == "2023H2")).ToListAsync());
        var (adopted, added) = (items.Count(i => i.FirstRevision == 1), items.Count(i => i.FirstRevision > 1));
        int Ended(ItemEnd end) => items.Count(i => i.End == end);
        var open = items.Count(i => i.End is null);
        Assert.Contains($"通过{adopted}项，增补{added}项，共{adopted + added}项。", pack.Text(pack.File(1, "zh", "docx")), StringComparison.Ordinal);
        Assert.Contains($"已销号{Ended(ItemEnd.Completed)}项，占11.2%；结转{Ended(ItemEnd.Carried)}项，撤销{Ended(ItemEnd.Dropped)}项，未完成{open}项。", pack.Text(pack.File(1, "zh", "html")), StringComparison.Ordinal);
        Assert.Contains($"adopted {adopted} items and added {added}, {adopted + added} in all", pack.Text(pack.File(1, "en", "docx")), StringComparison.Ordinal);
        var answered = await pack.Record.ReadAsync(db => db.Items.Where(i => db.Lists.Any(l => l.Id == i.ListId && l.Code == "2023H2")).SelectMany(i => i.Refs).Where(r => r.Kind == RefKind.Ask).Select(r => r.Ref).Distinct().ToListAsync());
        var asks = await pack.Record.ReadAsync(db => db.Asks.Where(a => db.Papers.Any(p => p.Code == a.Paper && p.Meeting == "JM07")).Select(a => a.Code).ToListAsync());
        Assert.Contains($"共有要求{asks.Count}项（第七次会议），已有对应事项{asks.Intersect(answered).Count()}项", pack.Text(pack.File(1, "zh", "docx")), StringComparison.Ordinal);
        Assert.Equal(open, pack.Prepared.Pack.Counts["open"]);
    }

    [Fact]
    public async Task Every_item_stands_in_the_item_table_and_in_the_workbook()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.FirstRegion);
        var codes = await pack.Record.ReadAsync(db => db.Items.Where(i => i.FirstRevision != null).Select(i => i.Code).ToListAsync());
        foreach (var file in pack.Files.Where(f => f.Paper == 3))
        {
            Assert.Empty(codes.Except(pack.Passages(file)));
        }
    }

    [Fact]
    public async Task Formal_papers_hold_no_forecast_and_no_paper_a_red_head_or_a_number()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.FirstRegion);
        foreach (var file in pack.Files)
        {
            var text = pack.Text(file);
            if (file.Paper != 4) Assert.DoesNotMatch("预测|多半|把握|概率|[Ff]orecast|most likely|confidence|P50|P80", text);
            Assert.DoesNotMatch("〔20[0-9]{2}〕[0-9]+号", text);
            if (file.Extension() == "docx" && file.Paper != 4) Assert.Contains(file.Language == "zh" ? "（送审稿）" : "Draft for review", text, StringComparison.Ordinal);
            Assert.Contains(file.Language == "zh" ? "含示例数据" : "Contains sample data", text, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(PackFolders.FirstRegion), InlineData(PackFolders.ThreeParties)]
    public async Task Nothing_that_a_party_has_not_released_is_in_a_paper(string name)
    {
        await using var pack = await PreparedPack.OfAsync(name);
        var reports = await pack.Record.ReadAsync(db => db.Reports.AsNoTracking().ToListAsync());
        var released = reports.Where(r => r.IsReleased).SelectMany(Texts).ToHashSet(StringComparer.Ordinal);
        var kept = reports.Where(r => !r.IsReleased).SelectMany(Texts).Where(t => !released.Any(r => r.Contains(t, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(kept);
        var all = pack.Files.Select(pack.Text).ToList();
        foreach (var text in kept) Assert.False(all.Any(t => t.Contains(text, StringComparison.Ordinal)), text);

        static IEnumerable<string> Texts(Report report) => new[] { report.Text, report.Problems, report.Asks }.SelectMany(t => t.Wordings.Values).Select(w => w.Text).Where(t => t.Length > 8);
    }

    [Theory, InlineData(PackFolders.FirstRegion), InlineData(PackFolders.ThreeParties)]
    public async Task The_same_record_gives_the_same_bytes_and_valid_files(string name)
    {
        await using var pack = await PreparedPack.OfAsync(name);
        var again = await pack.PrepareAsync(new(Path.Combine(pack.Folder, "again")));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(pack.Prepared.Folder, MeetingPack.FileName), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(again.Folder, MeetingPack.FileName), TestContext.Current.CancellationToken));
        Assert.True(again.Pack.IsWhole(again.Folder));
        foreach (var file in pack.Files)
        {
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pack.Bytes(file))), file.Sha256);
            if (file.Extension() == "docx") Assert.Equal("", Written.FaultsOfDocx(pack.Bytes(file)));
            if (file.Extension() == "xlsx") Assert.Equal("", Written.FaultsOfXlsx(pack.Bytes(file)));
        }
    }

    [Fact]
    public async Task Three_parties_each_have_a_row_and_a_language_without_sentences_says_so()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.ThreeParties);
        Assert.Equal(["de", "en", "fr"], pack.Files.Select(f => f.Language).Distinct().Order());
        var parties = await pack.Record.ReadAsync(db => db.Parties.OrderBy(p => p.Order).Select(p => p.Short).ToListAsync());
        foreach (var language in new[] { "de", "en", "fr" })
        {
            var table = pack.Text(pack.File(3, language, "docx"));
            Assert.All(parties, p => Assert.Contains(p.In(language), table, StringComparison.Ordinal));
        }

        Assert.Contains("not translated into Deutsch yet", pack.Text(pack.File(1, "de", "html")), StringComparison.Ordinal);
        Assert.Contains("Ringbahn, Lückenschluss", pack.Text(pack.File(3, "de", "docx")), StringComparison.Ordinal);
        Assert.DoesNotContain("not translated", pack.Text(pack.File(1, "en", "html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_party_alone_has_reported_the_papers_come_and_say_what_is_unknown()
    {
        var (read, faults) = ReadPack.FromFolder(OneParty());
        Assert.Empty(faults);
        var record = await TestRecord.EmptyAsync(Engines.Sqlite, PreparedPack.Services);
        record.Today.Follow(read.Region.TimeZone, read.Region.AsOf);
        await record.UseAsync(db => new FoundRegion(db, record.Store).HandleAsync(read, CancellationToken.None));
        await using var pack = await PreparedPack.OfAsync(record);
        var facts = await pack.FactsAsync();
        Assert.True(facts.Count(FactState.Unknown) > 0);
        Assert.Contains($"because a party has not reported, {facts.Count(FactState.Unknown)}.", pack.Text(pack.File(1, "en", "docx")), StringComparison.Ordinal);
        Assert.Contains("No report released yet.", pack.Text(pack.File(3, "en", "docx")), StringComparison.Ordinal);

        static string OneParty()
        {
            var copy = Directory.CreateTempSubdirectory("twinhub-pack-").FullName;
            foreach (var file in Directory.GetFiles(PackFolders.Of(PackFolders.ThreeParties))) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            var reports = Path.Combine(copy, "reports.csv");
            File.WriteAllLines(reports, File.ReadAllLines(reports).Where((line, i) => i == 0 || line.Contains(",N-", StringComparison.Ordinal)));
            var dates = Path.Combine(copy, "report_dates.csv");
            File.WriteAllLines(dates, File.ReadAllLines(dates).Where((line, i) => i == 0 || line.Contains(",N-", StringComparison.Ordinal)));
            return copy;
        }
    }

    [Fact]
    public async Task Papers_are_made_again_only_when_the_record_changed_or_a_file_did()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.ThreeParties);
        Assert.True((await pack.PrepareAsync(new(pack.Folder, OnlyIfStale: true))).WasCurrent);
        await File.AppendAllTextAsync(pack.File(1, "en", "html").In(pack.Prepared.Folder), "x", TestContext.Current.CancellationToken);
        Assert.False((await pack.PrepareAsync(new(pack.Folder, OnlyIfStale: true))).WasCurrent);
        await pack.Record.ActAsync(new Act("test.said", TestRecord.Account("north", Roles.Office), "2024H1"), _ => Task.CompletedTask);
        var after = await pack.PrepareAsync(new(pack.Folder, OnlyIfStale: true));
        Assert.False(after.WasCurrent);
        var head = await pack.Record.ReadAsync(db => db.JournalHead.AsNoTracking().SingleAsync());
        Assert.Equal(new PackRecord(head.Size, Convert.ToHexStringLower(Frontier.Read(head.Frontier).Root().ToBytes())), after.Pack.Journal);
    }

    [Fact]
    public async Task Preparing_changes_nothing_in_the_record()
    {
        await using var pack = await PreparedPack.OfAsync(PackFolders.ThreeParties);
        var before = await pack.Record.ReadAsync(db => db.Journal.CountAsync());
        await pack.PrepareAsync(new(pack.Folder));
        Assert.Equal(before, await pack.Record.ReadAsync(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task An_empty_record_has_nothing_to_prepare()
    {
        await using var record = await TestRecord.EmptyAsync(Engines.Sqlite, PreparedPack.Services);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => PreparedPack.OfAsync(record));
        Assert.Equal("prepare.no-region", refused.Refusal.Code);
    }
}
