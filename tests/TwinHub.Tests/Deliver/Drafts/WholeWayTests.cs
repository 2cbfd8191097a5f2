using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Deliver.Drafts;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Deliver.Acting;

namespace TwinHub.Tests.Deliver.Drafts;

public sealed class WholeWayTests
{
    private const string Next = "2024H2";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_list_is_drafted_adopted_adjusted_carried_over_and_closed_and_always_balances(string engine)
    {
        await using var record = await RecordAsync(engine);
        await record.AsAsync(Drafter, (BeginList slice) => slice.HandleAsync(Begin(Next, 7), CancellationToken.None));
        var item = await DraftAsync(record, Drafter);
        var adoption = await record.ProposeAsync(Drafter, Next, (await record.WholeAsync(Next)).Row(RowKind.Adopt, item));
        Assert.Equal(0, (await record.BalanceAsync(Next)).Total);
        await record.TurnEveryAsync(adoption);
        Assert.Equal((1, 1), ((await record.BalanceAsync(Next)).Adopted, (await record.BalanceAsync(Next)).Open));

        var added = await DraftAsync(record, Office("south"));
        Assert.Equal("item.unknown", await RefusedAsync(async () => await record.ProposeAsync(Drafter, Next, (await record.WholeAsync(Next)).Row(RowKind.Add, added))));
        await record.TurnEveryAsync(await record.ProposeAsync(Office("south"), Next, (await record.WholeAsync(Next)).Row(RowKind.Add, added)));
        Assert.Equal((1, 1, 2), ((await record.BalanceAsync(Next)).Adopted, (await record.BalanceAsync(Next)).Added, (await record.BalanceAsync(Next)).Open));

        await record.TurnEveryAsync(await record.ProposeAsync(Drafter, Next, (await record.WholeAsync(Next)).Row(RowKind.Redate, item, "2024-11-30")));
        await record.TurnEveryAsync(await record.ProposeAsync(Drafter, Next, (await record.WholeAsync(Next)).Row(RowKind.Complete, item)));
        Assert.Equal("list.items-open", await RefusedAsync(() => record.AsAsync(Drafter, (CloseList slice) => slice.HandleAsync(Next, CancellationToken.None))));

        await record.AsAsync(Drafter, (BeginList slice) => slice.HandleAsync(Begin("2025H1", 13), CancellationToken.None));
        await record.TurnEveryAsync(await record.ProposeAsync(Drafter, Next, (await record.WholeAsync(Next)).Row(RowKind.Carry, added)));
        await record.AsAsync(Drafter, (CloseList slice) => slice.HandleAsync(Next, CancellationToken.None));
        var balance = await record.BalanceAsync(Next);
        Assert.Equal((2, 0, 1, 1), (balance.Total, balance.Open, balance.Completed, balance.Carried));
        Assert.Equal(added, Assert.Single((await record.WholeAsync("2025H1")).List.Items).CarriedFrom);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_draft_is_its_own_partys_until_it_is_circulated(string engine)
    {
        await using var record = await RecordAsync(engine);
        var code = await DraftAsync(record, Drafter, List);
        Assert.Equal(0, await SeenByAsync(record, Office("south"), code));
        await Assert.ThrowsAsync<TwinHub.Web.NotFoundException>(() => record.AsAsync(Office("south"), (CirculateDrafts slice) => slice.HandleAsync(new(List, [code]), CancellationToken.None)));
        await record.AsAsync(Drafter, (CirculateDrafts slice) => slice.HandleAsync(new(List, [code]), CancellationToken.None));
        Assert.Equal(1, await SeenByAsync(record, Office("south"), code));
        Assert.Equal("item.circulated", await RefusedAsync(() => record.AsAsync(Drafter, (CirculateDrafts slice) => slice.HandleAsync(new(List, [code]), CancellationToken.None))));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_proposed_is_seen_by_every_party(string engine)
    {
        await using var record = await RecordAsync(engine);
        var code = await DraftAsync(record, Drafter, List);
        await record.ProposeAsync(Drafter, List, (await record.WholeAsync()).Row(RowKind.Add, code));
        Assert.Equal(1, await SeenByAsync(record, Office("south"), code));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_draft_that_somebody_else_wrote_meanwhile_is_not_written_over(string engine)
    {
        await using var record = await RecordAsync(engine);
        var code = await DraftAsync(record, Drafter, List);
        var version = (await record.WholeAsync()).Find(code).Version;
        var edit = Draft(List) with { Item = code, Version = version, Deliverables = [] };
        await WriteAsync(record, Drafter, edit);
        Assert.Equal("record.changed", await RefusedAsync(() => WriteAsync(record, Drafter, edit)));
        Assert.Empty((await record.WholeAsync()).Find(code).Deliverables);
    }

    [Fact]
    public async Task A_draft_above_the_ceiling_is_not_held()
    {
        await using var record = await RecordAsync(Engines.Sqlite);
        Assert.Equal("class.above-ceiling", await RefusedAsync(() => WriteAsync(record, Drafter, Draft(List) with { Class = Class.Secret })));
    }

    [Fact]
    public async Task A_list_has_two_parties_or_more_a_period_and_a_code_of_its_own()
    {
        await using var record = await RecordAsync(Engines.Sqlite);
        Task<string> Refused(BeginList.Command command, Actor? by = null) => RefusedAsync(() => record.AsAsync(by ?? Drafter, (BeginList slice) => slice.HandleAsync(command, CancellationToken.None)));
        Assert.Equal("list.parties", await Refused(Begin(Next, 7) with { Parties = ["north"] }));
        Assert.Equal("list.parties", await Refused(Begin(Next, 7) with { Parties = ["south", "east"] }));
        Assert.Equal("list.period", await Refused(Begin(Next, 7) with { Ends = new(2024, 1, 1) }));
        Assert.Equal("list.code-form", await Refused(Begin("no code", 7)));
        Assert.Equal("list.code-taken", await Refused(Begin(List, 7)));
        Assert.Equal("actor.role", await Refused(Begin(Next, 7), Holder("north")));
    }

    private static BeginList.Command Begin(string code, int month)
    {
        var starts = new DateOnly(2024, 1, 1).AddMonths(month - 1);
        return new(code, Said("A list"), starts, starts.AddMonths(6).AddDays(-1), Parties) { Kind = "half_year" };
    }

    private static WriteDraft.Command Draft(string list) => new(list, new ItemFields("transport", Said("Night train"), Said("Runs every night"), new DateOnly(2024, list == List ? 6 : 12, 30)))
    {
        Units = [.. Parties.Select(p => new ItemUnit { Id = Keys.New(), Party = p, Lead = true, Order = 1, Organization = char.ToUpperInvariant(p[0]) + "-TRA" })],
        Deliverables = [new Deliverable { Id = Keys.New(), Order = 1, Text = Said("Timetable") }],
        Refs = [],
    };

    private static Task<string> DraftAsync(TestRecord record, Actor by, string list = Next) => WriteAsync(record, by, Draft(list));

    /// <summary>The slice asks the page for words only when a form is read.</summary>
    private static async Task<string> WriteAsync(TestRecord record, Actor by, WriteDraft.Command command)
    {
        await using var scope = record.Scope();
        var services = scope.ServiceProvider;
        return await new WriteDraft(services.GetRequiredService<TwinHubDb>(), null!, services.GetRequiredService<ReferenceCache>(), by).HandleAsync(command, CancellationToken.None);
    }

    private static Task<int> SeenByAsync(TestRecord record, Actor actor, string code) => record.ReadAsync(db => db.Items.AsNoTracking().VisibleTo(actor).CountAsync(i => i.Code == code));
}
