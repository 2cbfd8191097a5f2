using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Deliver;
using TwinHub.Deliver.Changes;
using TwinHub.Tests.Record;
using static TwinHub.Tests.Deliver.Acting;

namespace TwinHub.Tests.Deliver.Changes;

public sealed class KeysTests
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_due_date_moves_only_with_every_partys_key(string engine)
    {
        await using var record = await RecordAsync(engine);
        var code = await record.ProposeAsync(Drafter, List, (await record.WholeAsync()).Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        Assert.Equal("CR-0001", code);
        await record.TurnAsync(Holder("north"), code);
        await record.TurnAsync(Holder("south"), code);
        Assert.Equal(new DateOnly(2024, 6, 30), (await record.WholeAsync()).Find("2024H1-001").Due);

        Assert.True((await record.TurnAsync(Holder("east"), code)).InEffect);
        var whole = await record.WholeAsync();
        Assert.Equal(new DateOnly(2024, 6, 29), whole.Find("2024H1-001").Due);
        Assert.Equal((3, code), (whole.List.Adopted!.Number, whole.List.Adopted.Change));
        await record.BalanceAsync();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_proposer_turns_no_key_and_neither_does_another_party(string engine)
    {
        await using var record = await RecordAsync(engine);
        var proposer = TestRecord.Account("north", Core.Parties.Roles.Office | Core.Parties.Roles.KeyHolder);
        var code = await record.ProposeAsync(proposer, List, (await record.WholeAsync()).Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        Assert.Equal("key.own-proposal", await RefusedAsync(() => record.TurnAsync(proposer, code)));
        Assert.Equal("actor.role", await RefusedAsync(() => record.TurnAsync(TestRecord.Account("south", Core.Parties.Roles.Drafter), code)));
        await record.TurnAsync(Holder("south"), code);
        Assert.Equal("key.already-turned", await RefusedAsync(() => record.TurnAsync(Holder("south"), code)));
        Assert.False((await record.ChangeAsync(code)).HasTurned("north"));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Of_keys_at_the_same_moment_none_is_lost_and_the_change_takes_effect_once(string engine)
    {
        await using var record = await RecordAsync(engine);
        var code = await record.ProposeAsync(Drafter, List, (await record.WholeAsync()).Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        await Task.WhenAll(Parties.Select(party => Task.Run(() => LookAgainUntilTurnedAsync(record, party, code))));

        var change = await record.ChangeAsync(code);
        Assert.Equal((ChangeState.Approved, 3), (change.State, change.Keys.Count(k => k.TakenBackAt is null)));
        Assert.Single((await record.WholeAsync()).List.Revisions, r => r.Change == code);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Proposals_at_the_same_moment_have_codes_of_their_own(string engine)
    {
        await using var record = await RecordAsync(engine);
        var whole = await record.WholeAsync();
        var codes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => record.ProposeAsync(Drafter, List, whole.Row(RowKind.Redate, "2024H1-001", $"2024-06-0{i}")))));
        Assert.Equal(["CR-0001", "CR-0002", "CR-0003", "CR-0004", "CR-0005", "CR-0006"], codes.Order());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_key_taken_back_keeps_its_row_and_may_be_turned_again(string engine)
    {
        await using var record = await RecordAsync(engine);
        var code = await record.ProposeAsync(Drafter, List, (await record.WholeAsync()).Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        await record.TurnAsync(Holder("south"), code);
        await record.AsAsync(Holder("south"), (TakeKeyBack slice) => slice.HandleAsync(code, CancellationToken.None));
        Assert.False((await record.ChangeAsync(code)).HasTurned("south"));
        await record.TurnEveryAsync(code);
        Assert.Equal(4, (await record.ChangeAsync(code)).Keys.Count);
        Assert.Equal("change.not-open", await RefusedAsync(() => record.AsAsync(Holder("south"), (TakeKeyBack slice) => slice.HandleAsync(code, CancellationToken.None))));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task One_partys_refusal_ends_a_text_and_only_its_own_party_withdraws_one(string engine)
    {
        await using var record = await RecordAsync(engine);
        var whole = await record.WholeAsync();
        var refused = await record.ProposeAsync(Drafter, List, whole.Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        await record.AsAsync(Holder("east"), (RefuseChange slice) => slice.HandleAsync(refused, Said("not ready"), CancellationToken.None));
        Assert.Equal("change.not-open", await RefusedAsync(() => record.TurnAsync(Holder("south"), refused)));

        var withdrawn = await record.ProposeAsync(Drafter, List, whole.Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        Assert.Equal("actor.other-party", await RefusedAsync(() => record.AsAsync(Office("south"), (WithdrawChange slice) => slice.HandleAsync(withdrawn, CancellationToken.None))));
        await record.AsAsync(Drafter, (WithdrawChange slice) => slice.HandleAsync(withdrawn, CancellationToken.None));
        Assert.Equal(ChangeState.Withdrawn, (await record.ChangeAsync(withdrawn)).State);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_text_whose_item_moved_meanwhile_never_takes_effect(string engine)
    {
        await using var record = await RecordAsync(engine);
        var whole = await record.WholeAsync();
        var first = await record.ProposeAsync(Drafter, List, whole.Row(RowKind.Redate, "2024H1-001", "2024-06-29"));
        var second = await record.ProposeAsync(Drafter, List, whole.Row(RowKind.Redate, "2024H1-001", "2024-06-15"));
        await record.TurnEveryAsync(first);
        await record.TurnAsync(Holder("north"), second);
        await record.TurnAsync(Holder("south"), second);
        Assert.Equal("change.row-stale", await RefusedAsync(() => record.TurnAsync(Holder("east"), second)));
        Assert.False((await record.ChangeAsync(second)).HasTurned("east"));
        Assert.Equal(new DateOnly(2024, 6, 29), (await record.WholeAsync()).Find("2024H1-001").Due);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_was_adopted_elsewhere_is_in_effect_recorded_and_keyed_when_every_party_confirms(string engine)
    {
        await using var record = await RecordAsync(engine);
        var whole = await record.WholeAsync();
        var text = new ProposeChange.Command(List, Said("adopted on paper"), [whole.Row(RowKind.Redate, "2024H1-001", "2024-06-29")]);
        var issued = new IssueFields("JM 2024/9", new DateOnly(2024, 5, 20), ["N-OFF", "S-OFF", "E-OFF"], Said("Adjustment of the list"));
        var code = await record.AsAsync(Drafter, (RecordChange slice) => slice.HandleAsync(new(text, issued), CancellationToken.None));

        var change = await record.ChangeAsync(code);
        Assert.Equal((ChangeState.Recorded, "ISS-0001"), (change.State, change.Document));
        var list = (await record.WholeAsync()).List;
        Assert.Equal(new DateOnly(2024, 6, 29), list.Find("2024H1-001")!.Due);
        var document = await record.ReadAsync(db => db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Code == "ISS-0001"));
        Assert.Equal(3, document.Revision);
        Assert.False(document.DiffersFrom(list.Adopted!));

        Assert.Equal("key.own-proposal", await RefusedAsync(() => record.AsAsync(Drafter, (TurnKey slice) =>
            slice.HandleAsync(new(code, change.TextSha256, new KeyBasis(false, "Minister", new(2024, 5, 1), "N 1")), CancellationToken.None))));
        await record.TurnEveryAsync(code);
        Assert.Equal(ChangeState.Approved, (await record.ChangeAsync(code)).State);
        Assert.Single((await record.WholeAsync()).List.Revisions, r => r.Change == code);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Completing_carrying_and_dropping_keep_the_balance_and_carried_items_are_linked(string engine)
    {
        await using var record = await RecordAsync(engine);
        var before = await record.BalanceAsync();
        await record.AddNextListAsync();
        var whole = await record.WholeAsync();
        var code = await record.ProposeAsync(Drafter, List, whole.Row(RowKind.Complete, "2024H1-001"), whole.Row(RowKind.Carry, "2024H1-003", "2024-09-30", 2), whole.Row(RowKind.Drop, "2024H1-004", order: 3));
        await record.TurnEveryAsync(code);

        var after = await record.BalanceAsync();
        Assert.Equal((before.Total, before.Completed + 1, before.Carried + 1, before.Dropped + 1, before.Open - 3), (after.Total, after.Completed, after.Carried, after.Dropped, after.Open));
        var carried = (await record.WholeAsync()).Find("2024H1-003");
        var successor = (await record.WholeAsync("2024H2")).Find(carried.Successor!);
        Assert.Equal((ItemEnd.Carried, "2024H1-003", new DateOnly(2024, 9, 30)), (carried.End, successor.CarriedFrom, successor.Due));
        Assert.Equal(3, successor.Units.Count(u => u.Lead));
    }

    private static async Task LookAgainUntilTurnedAsync(TestRecord record, string party, string code)
    {
        while (true)
        {
            try
            {
                await record.TurnAsync(Holder(party), code);
                return;
            }
            catch (RefusedException refused) when (refused.Refusal.Code == "record.changed")
            {
                await Task.Delay(5);
            }
        }
    }
}
