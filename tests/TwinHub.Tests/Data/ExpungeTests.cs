using System.Text;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data;

public sealed class ExpungeTests
{
    private const string Secret = "Zeppelin-4711-Quarry";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_office_destroys_what_is_internal_to_its_party_and_the_record_still_verifies(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var report = await record.ReportAsync(Secret);
        await record.ActAsync(new Act("report.written", SouthOffice, Ring), async db =>
        {
            var row = await db.Reports.SingleAsync(r => r.Id == report);
            row.Write(SouthOffice, new(70, Text("Quiet now"), LocalText.Empty, LocalText.Empty) { CameBy = Core.Rounds.CameBy.Phone, Submit = true }, record.Today.Day);
        });
        var done = await ExpungeAsync(record, SouthOffice, new(Cell(report), Text("A name was in it")));
        Assert.True(done is { Texts: 2, Cells: 1 }, $"{done}"); // the version before goes too
        await record.AssertSoundAsync();
        Assert.Equal(2, (await record.VerifyAsync()).Expunged);
        var history = await record.ReadAsync(db => new RecordHistory(db).HandleAsync(Ring, SouthOffice, default));
        var written = history.Last(e => e.Act == "report.written").Rows.Single(r => r.Entity == "Report").Changes.Single(c => c.Property == "Text");
        Assert.Equal((null, history[0].Index), (written.After!.Text, written.After.ExpungedBy!.Value));
        Assert.True(await record.ReadAsync(async db => (await db.Reports.SingleAsync(r => r.Id == report)).Text.IsExpunged));
        Assert.True((await ExportTests.VerifyAsync(await ExportTests.ExportAsync(record, SouthOffice))) is { IsSound: true, Expunged: 2 });
    }

    [Fact]
    public async Task No_byte_of_an_expunged_text_or_file_is_left_in_the_data_folder()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var report = await record.ReportAsync(Secret + string.Concat(Enumerable.Repeat(" long text that fills pages", 2000)));
        for (var i = 0; i < 60; i++) await record.CallAsync($"{Secret}-{i}"); // rows around it move pages about
        var evidence = await EvidenceAsync(record);
        Assert.NotEmpty(Holding(record, Secret));
        await ExpungeAsync(record, SouthOffice, new(Cell(report), Text("A name was in it")));
        await ExpungeAsync(record, SouthOffice, new(new(Ring, "EvidenceFile", evidence.ToString("D"), "Sha256"), Text("The wrong file")));
        var contact = (await record.ReadAsync(db => new RecordAsOf(db).AtAsync(Ring, SouthOffice, long.MaxValue, default))).Single(r => r.Entity == "UnitContact" && r.Values["Phone"].Text!.Length > 0);
        await ExpungeAsync(record, SouthOffice, new(new(Ring, "UnitContact", contact.Key, "Phone"), Text("Not needed")));
        Assert.Empty(Holding(record, Secret));
        Assert.Empty(Directory.GetFiles(record.Store.Files, "*", SearchOption.AllDirectories));
        await record.AssertSoundAsync();
    }

    [Fact]
    public async Task What_is_joint_is_destroyed_only_when_every_party_turned_its_key()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var report = await record.ReportAsync(Secret);
        await record.ReleaseAsync(report);
        Assert.Equal("expunge.needs-keys", await RefusedAsync(record, SouthOffice, new(Cell(report), Text("A name"))));
        await record.ActAsync(new Act("expunge.proposed", SouthOffice, "E-1"), db =>
        {
            db.Add(new ExpungeRequest(Keys.New(), "E-1", ["north", "south", "east"], (SouthOffice, record.Clock.GetUtcNow(), Cell(report), Text("A name"), "Rule 7")));
            return Task.CompletedTask;
        });
        Assert.Equal("expunge.not-approved", await RefusedAsync(record, SouthOffice, new(Cell(report), Text("A name"), "E-1")));
        foreach (var party in new[] { "north", "east", "south" }) await TurnAsync(record, TestRecord.Account(party, Roles.KeyHolder));
        Assert.Equal("expunge.not-approved", await RefusedAsync(record, SouthOffice, new(Cell(report) with { Property = "Problems" }, Text("A name"), "E-1")));
        await ExpungeAsync(record, NorthOffice, new(Cell(report), Text("A name"), "E-1"));
        Assert.Empty(Holding(record, Secret));
        await record.AssertSoundAsync();
        Assert.Null((await record.EntriesAsync())[^1].Audience);
        foreach (var actor in new[] { NorthOffice, SouthOffice, EastOffice }) Assert.True((await ExportTests.VerifyAsync(await ExportTests.ExportAsync(record, actor))).IsSound);
    }

    [Fact]
    public async Task The_account_that_asks_never_turns_its_partys_key()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var both = TestRecord.Account("north", Roles.Office | Roles.KeyHolder);
        var request = new ExpungeRequest(Keys.New(), "E-1", ["north", "south"], (both, TestClock.Start, Cell(Guid.Empty), Text("A name"), "Rule 7"));
        Assert.Equal("key.own-proposal", request.WhyNotTurnKey(both, request.TextSha256, new(true))!.Code);
        Assert.Equal("key.text-changed", request.WhyNotTurnKey(TestRecord.Account("north", Roles.KeyHolder), "other", new(true))!.Code);
        Assert.Equal("key.not-concerned", request.WhyNotTurnKey(TestRecord.Account("east", Roles.KeyHolder), request.TextSha256, new(true))!.Code);
    }

    [Fact]
    public async Task Another_partys_text_and_a_reason_that_repeats_it_are_refused()
    {
        await using var record = await TestRecord.FoundedAsync(Engines.Sqlite);
        var report = await record.ReportAsync(Secret);
        Assert.Equal("expunge.nothing", await RefusedAsync(record, NorthOffice, new(Cell(report), Text("A name"))));
        Assert.Equal("expunge.reason", await RefusedAsync(record, SouthOffice, new(Cell(report), Text($"It said {Secret}"))));
        Assert.Equal("actor.role", await RefusedAsync(record, NorthDrafter, new(Cell(report), Text("A name"))));
        await ExpungeAsync(record, SouthOffice, new(Cell(report), Text("A name")));
        Assert.Equal("expunge.nothing", await RefusedAsync(record, SouthOffice, new(Cell(report), Text("Again"))));
    }

    private static ExpungeTarget Cell(Guid report) => new(Ring, "Report", report.ToString("D"), "Text");

    private static Task<Expunge.Done> ExpungeAsync(TestRecord record, Actor actor, Expunge.Command command) =>
        record.ReadAsync(db => new Expunge(db, record.Store, record.Clock).HandleAsync(command, actor, CancellationToken.None));

    private static async Task<string> RefusedAsync(TestRecord record, Actor actor, Expunge.Command command) =>
        (await Assert.ThrowsAsync<RefusedException>(() => ExpungeAsync(record, actor, command))).Refusal.Code;

    private static Task TurnAsync(TestRecord record, Actor holder) => record.ActAsync(new Act("key.turned", holder, "E-1"), async db =>
    {
        var request = await db.ExpungeRequests.SingleAsync(r => r.Code == "E-1");
        request.TurnKey(Keys.New(), holder, request.TextSha256, (new(true), record.Clock.GetUtcNow()));
    });

    private static async Task<Guid> EvidenceAsync(TestRecord record)
    {
        var (id, bytes) = (Keys.New(), Encoding.UTF8.GetBytes($"Scan of {Secret}"));
        var sha256 = await new EvidenceFolder(record.Store).KeepAsync(bytes, default);
        await record.ActAsync(new Act("evidence.brought", SouthOffice, Ring), db =>
        {
            db.Add(new EvidenceFile
            {
                Id = id,
                Sha256 = sha256,
                Name = $"{Secret}.pdf",
                ContentType = "application/pdf",
                Size = bytes.Length,
                Class = Class.Internal,
                Party = "south",
                Subject = $"item/{Ring}",
                By = SouthOffice.Account,
                At = record.Clock.GetUtcNow(),
            });
            return Task.CompletedTask;
        });
        return id;
    }

    /// <summary>Files of the data folder that hold the text, in UTF-8 or UTF-16.</summary>
    private static List<string> Holding(TestRecord record, string text) =>
        [.. Directory.GetFiles(record.Store.Folder, "*", SearchOption.AllDirectories).Where(f => Holds(File.ReadAllBytes(f), text))];

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
