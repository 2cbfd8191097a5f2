using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data;

public sealed class JournalTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_founded_record_is_what_its_entries_say(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var verdict = await record.VerifyAsync();
        Assert.True(verdict is { Replay: VerifyRecord.Equal, ExitCode: 0, First: null }, $"{verdict}");
        Assert.True(verdict is { Entries: 4, Rows: > 200 }, $"{verdict}"); // joint, and for each of three parties its contacts
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Saving_without_an_act_is_refused(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.UseAsync(async db =>
        {
            (await db.Contacts.FirstAsync()).Phone = "1";
            await db.SaveFailsAsync<InvalidOperationException>();
        });
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Bulk_rows_enter_only_with_their_file(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.UseAsync(async db =>
        {
            db.Remove(await db.Observations.FirstAsync());
            db.Act(new Act("observation.removed", NorthOffice, "x"));
            await db.SaveFailsAsync<InvalidOperationException>();
        });
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Only_the_journal_writes_the_journal(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.UseAsync(async db =>
        {
            db.Remove(await db.Journal.FirstAsync());
            db.Act(new Act("journal.cut", NorthOffice, "x"));
            await db.SaveFailsAsync<InvalidOperationException>();
        });
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_save_that_fails_leaves_neither_state_nor_entry_and_may_be_tried_again(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var before = await record.VerifyAsync();
        await record.UseAsync(async db =>
        {
            var milestone = new Milestone { Id = Keys.New(), Code = "2024H1-001-1", Number = 99, Order = 1, Name = Text("Twice"), Kind = "works", Baseline = record.Today.Day };
            db.Add(milestone);
            db.Act(new Act("milestone.added", NorthOffice, Ring));
            await db.SaveFailsAsync<DbUpdateException>();
            Assert.Equal(before.Root, (await record.VerifyAsync()).Root);
            Assert.Equal(EntityState.Added, db.Entry(milestone).State);
            db.Remove(milestone);
            (await db.Contacts.FirstAsync()).Phone = "5";
            db.Act(new Act("contact.changed", NorthOffice, Ring));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await record.AssertSoundAsync();
        Assert.DoesNotContain(await record.ReadAsync(db => db.JournalValues.AsNoTracking().ToListAsync()), v => v.Value?.Contains("Twice", StringComparison.Ordinal) == true);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Of_two_stale_saves_one_is_told_and_leaves_no_entry(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var report = await record.ReportAsync("Once");
        await record.UseAsync(async first =>
        {
            var mine = await first.Reports.SingleAsync(r => r.Id == report);
            await record.ReleaseAsync(report);
            mine.Release(SouthOffice, record.Today.Day);
            first.Act(new Act("report.released", SouthOffice, Ring));
            await first.SaveFailsAsync<DbUpdateConcurrencyException>();
        });
        await record.AssertSoundAsync();
        Assert.Single(await record.EntriesAsync(), e => e.Act == "report.released");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_act_that_moves_no_row_is_said(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.ActAsync(new Act("meeting.prepared", NorthOffice, "JM2") { Touches = [Ring], Audience = "north", Reason = Text("For the file") }, _ => Task.CompletedTask);
        var entry = (await record.EntriesAsync())[^1];
        Assert.Equal(("meeting.prepared", "north", record.Today.Day), (entry.Act, entry.Audience, entry.EffectiveOn));
        Assert.Equal(["2024H1-001", "JM2"], await record.ReadAsync(db => db.JournalTouches.Where(t => t.Index == entry.Index).Select(t => t.Code).OrderBy(c => c).ToListAsync()));
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_unreleased_report_stands_in_an_entry_of_its_party_only(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.ReportAsync("The tender is delayed");
        var entry = (await record.EntriesAsync())[^1];
        Assert.Equal(("report.written", "south"), (entry.Act, entry.Audience));
        Assert.DoesNotContain("tender", entry.Body(), StringComparison.Ordinal);
        Assert.Contains("\"digest\"", entry.Body(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_released_report_opens_with_everything_in_it(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var report = await record.ReportAsync("Rails are laid");
        await record.ReleaseAsync(report);
        var entry = (await record.EntriesAsync())[^1];
        var rows = EntryText.Read(entry.Body).Rows;
        Assert.Null(entry.Audience);
        Assert.Equal(["opened", "opened"], rows.Where(r => r.Entity is "Report" or "Report.ReportDate").Select(r => r.Op));
        var words = rows.Single(r => r.Entity == "Report").Values.Select(v => v.Property).ToList();
        Assert.Superset(new HashSet<string> { "Text", "Percent", "Organization", "ItemId", "State" }, words.ToHashSet());
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_a_draft_of_one_party_is_made_of_stays_with_that_party_until_it_opens(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var (item, milestone) = (Keys.New(), Keys.New());
        await record.ActAsync(new Act("item.drafted", NorthOffice, "2024H1-007"), async db =>
        {
            var list = await db.Lists.SingleAsync();
            var draft = new Item(item, list.Id, "2024H1-007", new("transport", Text("A quiet draft"), Text("Scope"), new(2024, 6, 30)));
            draft.KeepTo("north");
            db.Add(draft);
        });
        await record.ActAsync(new Act("milestone.added", NorthOffice, "2024H1-007"), db =>
        {
            db.Add(new Milestone { Id = milestone, Code = "2024H1-007-1", Number = 70, ItemId = item, Order = 1, Name = Text("A quiet step"), Kind = "works", Baseline = new(2024, 6, 1) });
            return Task.CompletedTask;
        });
        Assert.All((await record.EntriesAsync())[^2..], e => Assert.Equal("north", e.Audience));
        await record.ActAsync(new Act("item.circulated", NorthOffice, "2024H1-007"), async db => (await db.Items.SingleAsync(i => i.Id == item)).Circulate());
        var opened = EntryText.Read((await record.EntriesAsync())[^1].Body).Rows.Where(r => r.Op == "opened").Select(r => r.Entity);
        Assert.Equal(["Item", "Milestone"], opened.Order());
        await record.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_entry_touches_the_record_that_its_rows_are_part_of(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.CallAsync("023 555");
        var entry = (await record.EntriesAsync())[^1];
        Assert.Equal((Ring, "south"), (EntryText.Read(entry.Body).Rows.Single().Of, entry.Audience));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Moments_of_acts_follow_the_clock_and_days_follow_the_region(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        record.Clock.Now = new(2031, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await record.CallAsync("1");
        await record.ActAsync(new Act("contact.changed", SouthOffice, Ring) { EffectiveOn = new(2024, 1, 9) }, _ => Task.CompletedTask);
        var entries = await record.EntriesAsync();
        Assert.Equal((2031, new DateOnly(2024, 5, 31)), (entries[^2].RecordedAt.Year, entries[^2].EffectiveOn));
        Assert.Equal(new DateOnly(2024, 1, 9), entries[^1].EffectiveOn);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Sixteen_writers_get_one_order_without_gaps(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var before = (await record.VerifyAsync()).Entries;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 8; i++) await record.ActAsync(new Act("note.made", NorthOffice, $"W{writer}"), _ => Task.CompletedTask);
        })));
        var entries = await record.EntriesAsync();
        Assert.Equal(before + 128, entries.Count);
        Assert.Equal(Enumerable.Range(0, entries.Count).Select(i => (long)i), entries.Select(e => e.Index));
        await record.AssertSoundAsync();
    }
}
