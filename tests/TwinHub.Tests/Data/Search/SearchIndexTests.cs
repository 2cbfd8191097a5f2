using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Data.Search;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data.Search;

/// <summary>The index finds the same on both engines, follows each act, and tells nobody what they may not see.</summary>
public sealed class SearchIndexTests
{
    private const string Secret = "Zeppelin";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Chinese_is_found_without_spaces_by_two_characters_and_more(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine, PackFolders.FirstRegion);
        var known = await record.ReadAsync(db => db.Items.AsNoTracking().ToListAsync());
        foreach (var word in new[] { "高铁", "高速公路", "公路复线", "毗邻地区", "铁" })
        {
            var inTitle = known.Where(i => i.Title.In("zh").Contains(word, StringComparison.Ordinal)).Select(i => i.Code).Order().ToList();
            var found = await FindAsync(record, word, "chongqing", SearchKind.Item);
            Assert.True(inTitle.Count == 0 || found.Count >= inTitle.Count, word);
            Assert.Subset(found.ToHashSet(), inTitle.ToHashSet());
        }

        Assert.Empty(await FindAsync(record, "路公", "chongqing", SearchKind.Item)); // the characters of 公路, the other way about
        Assert.Equal(await FindAsync(record, "高铁", "chongqing", null), await FindAsync(record, "高铁", "sichuan", null));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_kind_is_found_by_its_words(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        foreach (var (question, kind, code) in new[]
        {
            ("missing link", SearchKind.Item, "2024H1-001"), ("ring railways", SearchKind.Item, "2024H1-001"), ("permits granting", SearchKind.Item, "2024H1-001"), ("Lückenschluss", SearchKind.Item, "2024H1-001"), ("luckenschluss", SearchKind.Item, "2024H1-001"),
            ("region card", SearchKind.Project, "CARD"), ("speech of northland", SearchKind.Meeting, "JM1"), ("minutes", SearchKind.Paper, "JM1-P3"), ("every library", SearchKind.Passage, "JM1-P2"),
            ("adopted", SearchKind.Decision, "JM1-D1"), ("Kooperationsbüro", SearchKind.Organization, "N-OFF"), ("joint offices", SearchKind.Term, ""),
        }) Assert.Contains(code, await FindAsync(record, question, "north", kind));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_code_is_found_by_its_beginning_and_by_its_number(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        Assert.Equal(["2024H1-003"], await FindAsync(record, "2024H1-003", "north", SearchKind.Item));
        Assert.Equal(["2024H1-003"], await FindAsync(record, "２０２４ｈ１-003", "north", SearchKind.Item));
        Assert.Equal(6, (await FindAsync(record, "2024h1-00", "north", SearchKind.Item)).Count);
        Assert.Equal(["2024H1-005"], await FindAsync(record, "005", "north", SearchKind.Item));
        Assert.Equal(["2024H1-005"], await FindAsync(record, "2024H1 libraries", "north", SearchKind.Item));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Whatever_is_typed_is_a_question_and_never_a_fault(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        foreach (var typed in new[] { "\"", "“”", "ring OR", "NOT ring", "ring*", "title:ring", "(((", "a & | !", ":*", "the of and", "'; DROP TABLE \"SearchRows\"; --", "铁", "𠀀𠀁", new string('x', 300), "ring <-> 2", "%_%", "\0ring" })
        {
            if (SearchTerm.Of(typed) is { Count: > 0 } terms) await record.ReadAsync(db => new SearchIndex(db).FindAsync(new(terms, "north"), CancellationToken.None));
        }

        Assert.NotEmpty(await FindAsync(record, "ring railway", "north", SearchKind.Item));
        Assert.NotEmpty(await FindAsync(record, "“ring railway”", "north", SearchKind.Item));
        Assert.Empty(await FindAsync(record, "“railway ring”", "north", SearchKind.Item));
        Assert.NotEmpty(await FindAsync(record, "railway ring", "north", SearchKind.Item));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_draft_is_found_by_its_own_party_until_it_is_circulated(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await FindAsync(record, "ring", "north", null); // the index is there before the act
        await DraftAsync(record, $"{Secret} hangar");
        Assert.Equal(["2024H1-901"], await FindAsync(record, "zeppelins", "north", SearchKind.Item));
        Assert.Equal(0, await record.ReadAsync(db => new SearchIndex(db).CountAsync(SearchTerm.Of(Secret), "south", CancellationToken.None)));
        Assert.DoesNotContain("2024H1-901", (await record.ReadAsync(db => new SearchIndex(db).CodesAsync("east", CancellationToken.None))).Select(c => c.Code));
        await record.ActAsync(new Act("item.circulated", NorthOffice, "2024H1-901"), async db =>
            (await db.Items.Include(i => i.Units).Include(i => i.Deliverables).Include(i => i.Refs).SingleAsync(i => i.Code == "2024H1-901")).Circulate());
        Assert.Equal(["2024H1-901"], await FindAsync(record, Secret, "south", SearchKind.Item));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_above_joint_is_found_by_its_own_party_alone_even_its_decisions(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await FindAsync(record, "ring", "north", null);
        await record.ActAsync(new Act("meeting.written", SouthOffice, "JM9"), async db =>
        {
            var body = await db.Meetings.Where(m => m.Code == "JM1").Select(m => m.Body).SingleAsync();
            db.Add(new Meeting { Code = "JM9", Body = body, Host = "south", Place = LocalText.Empty, Chair = LocalText.Empty, Theme = Text("Open skies"), Note = LocalText.Empty, Held = false, Agenda = [new() { Order = 9, Title = Text($"On the {Secret}"), Treatment = Treatment.Deliberated, Paper = "JM9-P9", Presenter = LocalText.Empty, Class = Class.Internal }] });
            db.Add(new Paper { Code = "JM9-P9", Meeting = "JM9", Kind = "report", Title = Text($"{Secret} costs"), Office = LocalText.Empty, Class = Class.Internal, Party = "south", Passages = [new() { Number = 1, Text = Text($"The {Secret} is dear") }] });
            db.Add(new Decision { Id = Keys.New(), Code = "JM9-D9", Meeting = "JM9", Number = 9, Agenda = 9, Text = Text($"The {Secret} stays") });
        });
        Assert.Equal([(SearchKind.Meeting, 1), (SearchKind.Decision, 1), (SearchKind.Paper, 1), (SearchKind.Passage, 1)], await CountsAsync(record, Secret, "south"));
        Assert.Empty(await CountsAsync(record, Secret, "north"));
        Assert.Equal(["JM9"], await FindAsync(record, "open skies", "north", SearchKind.Meeting));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_expunged_text_leaves_the_index_and_the_record_still_verifies(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await FindAsync(record, "ring", "north", null);
        var id = await DraftAsync(record, $"{Secret} hangar");
        await record.ReadAsync(db => new Expunge(db, record.Store, record.Clock).HandleAsync(new(new("2024H1-901", "Item", id.ToString("D"), "Title"), Text("A name was in it")), NorthOffice, CancellationToken.None));
        Assert.Empty(await FindAsync(record, Secret, "north", null));
        Assert.Equal(["2024H1-901"], await FindAsync(record, "2024H1-901", "north", SearchKind.Item));
        foreach (var table in engine == Engines.Sqlite ? new[] { "SearchRows", "SearchWords_content", "SearchWords_data" } : ["SearchRows"]) Assert.False(await HoldsAsync(record, table), table);
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_index_that_is_missing_or_of_an_older_format_is_read_from_the_record(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var before = await FindAsync(record, "joint", "north", null);
        await record.UseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "SearchRows"; DROP TABLE "SearchFormat" """));
        await record.UseAsync(db => record.Store.PrepareAsync(db, CancellationToken.None));
        Assert.Equal(before, await FindAsync(record, "joint", "north", null));
        await record.UseAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "SearchRows"; UPDATE "SearchFormat" SET "Version" = 0"""));
        Assert.Equal(before, await FindAsync(record, "joint", "north", null));
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_act_that_fails_leaves_nothing_in_the_index(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await FindAsync(record, "ring", "north", null);
        await record.UseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new Item(Keys.New(), (await db.Lists.SingleAsync(l => l.Code == "2024H1")).Id, "2024H1-902", new("transport", Text(Secret), Text("Roof"), new(2024, 6, 30))));
            db.Act(new Act("item.drafted", NorthOffice, "2024H1-902"));
            await db.SaveChangesAsync();
            Assert.Single(await new SearchIndex(db).FindAsync(new(SearchTerm.Of(Secret), "north"), CancellationToken.None));
            await transaction.RollbackAsync();
        });
        Assert.Empty(await FindAsync(record, Secret, "north", null));
    }

    private static async Task<Guid> DraftAsync(TestRecord record, string title)
    {
        var id = Keys.New();
        await record.ActAsync(new Act("item.drafted", NorthOffice, "2024H1-901"), async db =>
        {
            var list = await db.Lists.SingleAsync(l => l.Code == "2024H1");
            var item = new Item(id, list.Id, "2024H1-901", new("transport", Text(title), Text("Roof"), new(2024, 6, 30)));
            item.KeepTo("north");
            db.Add(item);
        });
        return id;
    }

    private static async Task<bool> HoldsAsync(TestRecord record, string table)
    {
        await using var scope = record.Scope();
        var db = (TwinHubDb)scope.ServiceProvider.GetService(typeof(TwinHubDb))!;
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"""SELECT * FROM "{table}" """;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var value = reader.GetValue(i) is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : $"{reader.GetValue(i)}";
                if (value.Contains("eppelin", StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }

    private static Task<List<string>> FindAsync(TestRecord record, string question, string party, SearchKind? kind) => record.ReadAsync(async db =>
        (await new SearchIndex(db).FindAsync(new(SearchTerm.Of(question), party, kind, Take: 500), CancellationToken.None)).SelectMany(g => g.Rows).Select(r => r.Kind == SearchKind.Passage ? r.Record : r.Code).Order(StringComparer.Ordinal).ToList());

    private static Task<List<(SearchKind, int)>> CountsAsync(TestRecord record, string question, string party) => record.ReadAsync(async db =>
        (await new SearchIndex(db).FindAsync(new(SearchTerm.Of(question), party), CancellationToken.None)).Select(g => (g.Kind, g.All)).ToList());
}
