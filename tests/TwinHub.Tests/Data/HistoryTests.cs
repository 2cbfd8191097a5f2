using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Data.Acts;

namespace TwinHub.Tests.Data;

public sealed class HistoryTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_records_history_tells_what_each_act_changed_newest_first(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        await record.CallAsync("023 1");
        await record.CallAsync("023 2");
        var history = await HistoryAsync(record, SouthOffice);
        Assert.Equal(["contact.changed", "contact.changed", "region.founded", "region.founded"], history.Select(e => e.Act));
        var change = history[0].Rows.Single().Changes.Single(c => c.Property == "Phone");
        Assert.Equal(("023 1", "023 2"), (change.Before!.Text, change.After!.Text));
        Assert.Contains(history[^1].Rows, r => r is { Entity: "Item", Op: "added" } && r.Changes.Single(c => c.Property == "Title").After!.Local!.In("de") == "Ringbahn, Lückenschluss");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_history_shows_a_party_only_what_it_may_see(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var report = await record.ReportAsync("Complaints of noise");
        await record.CallAsync("023 1");
        Assert.Equal(["region.founded", "region.founded"], (await HistoryAsync(record, NorthOffice)).Select(e => e.Act));
        await record.ReleaseAsync(report);
        var opened = (await HistoryAsync(record, NorthOffice))[0].Rows.Single(r => r.Entity == "Report");
        Assert.Equal(("opened", "Complaints of noise"), (opened.Op, opened.Changes.Single(c => c.Property == "Text").After!.Local!.In("en")));
        Assert.All(opened.Changes, c => Assert.Null(c.Before));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_record_stood_on_a_day_as_the_facts_of_that_day_say_and_at_a_head_as_was_recorded(string engine)
    {
        await using var record = await TestRecord.FoundedAsync(engine);
        var size = (await record.EntriesAsync()).Count;
        await record.ActAsync(new Act("milestone.met", NorthOffice, Ring) { EffectiveOn = new(2024, 7, 1) }, async db =>
        {
            var milestone = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Milestones, m => m.Code == "2024H1-001-3");
            milestone.Recorded(new(2024, 6, 1), new(2024, 7, 1));
        });
        var (before, after) = (await OnAsync(record, new(2024, 6, 30)), await OnAsync(record, new(2024, 7, 1)));
        Assert.Equal((null, "2024-07-01"), (Met(before), Met(after)));
        var heads = await record.ReadAsync(async db => (await new RecordAsOf(db).AtAsync(Ring, NorthOffice, size, default), await new RecordAsOf(db).AtAsync(Ring, NorthOffice, size + 1, default)));
        Assert.Equal((null, "2024-07-01"), (Met(heads.Item1), Met(heads.Item2)));
    }

    private static string? Met(IReadOnlyList<StoodRow> rows) => rows.Single(r => r.Entity == "Milestone" && r.Values["Code"].Text == "2024H1-001-3").Values.GetValueOrDefault("Actual")?.Text;

    private static Task<IReadOnlyList<StoodRow>> OnAsync(TestRecord record, DateOnly day) => record.ReadAsync(db => new RecordAsOf(db).OnAsync(Ring, NorthOffice, day, CancellationToken.None));

    private static Task<IReadOnlyList<HistoryEntry>> HistoryAsync(TestRecord record, Actor actor) =>
        record.ReadAsync(db => new RecordHistory(db).HandleAsync(Ring, actor, CancellationToken.None));
}
