using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Changes;

public class KeyTests
{
    private static readonly KeyBasis Recorded = new(false, "秘书长", new(2023, 7, 2), "办〔2023〕7号");

    private static ChangeRequest Redating(Scene scene) => scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30"));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_change_is_approved_when_every_party_turned_its_key_and_not_before(int parties)
    {
        var change = Redating(Adopted(parties: parties));
        Actor[] others = [.. new[] { Li, Chen }.Take(parties - 1)];
        foreach (var actor in others) Assert.False(Turn(change, actor));
        Assert.Equal(ChangeState.Open, change.State);

        Assert.True(Turn(change, Zhao));
        Assert.Equal(ChangeState.Approved, change.State);
        Assert.Equal(Noon, change.EndedAt);
    }

    [Fact]
    public void The_proposer_never_turns_their_own_partys_key() =>
        Assert.Equal("key.own-proposal", Refused(() => Turn(Redating(Adopted()), Wang)));

    [Fact]
    public void The_proposer_does_not_turn_a_key_on_a_recorded_approval_either()
    {
        var change = Redating(Adopted());
        Assert.Equal("key.own-proposal", change.WhyNotTurnKey(Wang, change.TextSha256, Recorded)!.Code);
    }

    [Fact]
    public void A_party_turns_its_key_once()
    {
        var change = Redating(Adopted());
        Turn(change, Li);
        Assert.Equal("key.already-turned", Refused(() => Turn(change, Zhou)));
    }

    [Fact]
    public void A_party_that_is_not_of_the_list_has_no_key() =>
        Assert.Equal("key.not-concerned", Refused(() => Turn(Redating(Adopted()), Chen)));

    [Fact]
    public void A_key_is_turned_on_exactly_the_text_that_was_seen()
    {
        var change = Redating(Adopted());
        Assert.Equal("key.text-changed", Refused(() => change.TurnKey(Guid.NewGuid(), Li, new string('0', 64), (InPerson, Noon))));
        Turn(change, Li);
        Assert.Equal(change.TextSha256, Assert.Single(change.Keys).TextSha256);
    }

    [Fact]
    public void A_key_in_person_asks_for_a_key_holder_and_a_recorded_approval_for_the_office()
    {
        var change = Redating(Adopted());
        var (holder, office) = (Li with { Roles = Roles.KeyHolder }, Li with { Roles = Roles.Office });
        Assert.Equal("actor.role", change.WhyNotTurnKey(office, change.TextSha256, InPerson)!.Code);
        Assert.Equal("actor.role", change.WhyNotTurnKey(holder, change.TextSha256, Recorded)!.Code);
        Assert.Null(change.WhyNotTurnKey(holder, change.TextSha256, InPerson));
        Assert.Null(change.WhyNotTurnKey(office, change.TextSha256, Recorded));
    }

    [Fact]
    public void A_recorded_approval_names_capacity_date_and_number()
    {
        var change = Redating(Adopted());
        KeyBasis[] lacking = [Recorded with { Capacity = " " }, Recorded with { ApprovedOn = null }, Recorded with { ApprovalNumber = null }];
        Assert.All(lacking, basis => Assert.Equal("key.basis-incomplete", change.WhyNotTurnKey(Li, change.TextSha256, basis)!.Code));
    }

    [Fact]
    public void A_key_says_on_what_it_rests()
    {
        var change = Redating(Adopted());
        change.TurnKey(Guid.NewGuid(), Li, change.TextSha256, (Recorded with { ScanSha256 = "ab" }, Noon));
        var key = Assert.Single(change.Keys);
        Assert.Equal((false, "秘书长", new DateOnly(2023, 7, 2), "办〔2023〕7号", "ab"), (key.InPerson, key.Capacity, key.ApprovedOn, key.ApprovalNumber, key.ScanSha256));
        Assert.Equal((Two, Li.Account, Noon, 1), (key.Party, key.Account, key.TurnedAt, key.Number));
    }

    [Fact]
    public void A_key_is_taken_back_until_the_last_one_turns_and_keeps_its_row()
    {
        var change = Redating(Adopted());
        Turn(change, Li);
        change.TakeBack(Zhou, Noon.AddHours(1));
        Assert.False(Turn(change, Zhao));
        Assert.Equal(ChangeState.Open, change.State);

        Assert.True(Turn(change, Li));
        Assert.Equal([Noon.AddHours(1), null, null], change.Keys.Select(k => k.TakenBackAt));
        Assert.Equal([1, 2, 3], change.Keys.Select(k => k.Number));
        Assert.Equal("change.not-open", Refused(() => change.TakeBack(Li, Noon)));
    }

    [Fact]
    public void Nobody_takes_back_another_partys_key()
    {
        var change = Redating(Adopted());
        Turn(change, Li);
        Assert.Equal("key.not-turned", Refused(() => change.TakeBack(Zhao, Noon)));
        Assert.Equal("actor.role", Refused(() => change.TakeBack(Wu, Noon)));
    }

    [Fact]
    public void A_refusal_ends_the_text()
    {
        var change = Redating(Adopted(parties: 3));
        Turn(change, Li);
        change.Refuse(Chen, Zh("工期不足"), Noon);
        Assert.Equal((ChangeState.Refused, Three, "工期不足"), (change.State, change.RefusedBy, change.RefusalReason.In("zh")));
        Assert.Equal("change.not-open", Refused(() => Turn(change, Zhao)));
        Assert.Equal("change.not-open", Refused(() => change.Withdraw(Wang, Noon)));
        Assert.Equal("change.not-open", Refused(() => change.Refuse(Li, Zh("否"), Noon)));
    }

    [Fact]
    public void Only_a_party_of_the_list_refuses_and_only_who_may_turn_its_key()
    {
        var change = Redating(Adopted());
        Assert.Equal("key.not-concerned", Refused(() => change.Refuse(Chen, Zh("否"), Noon)));
        Assert.Equal("actor.role", Refused(() => change.Refuse(Wu, Zh("否"), Noon)));
    }

    [Fact]
    public void The_party_that_proposed_withdraws_and_no_other()
    {
        var change = Redating(Adopted());
        Assert.Equal("actor.other-party", Refused(() => change.Withdraw(Li, Noon)));
        Assert.Equal("actor.role", Refused(() => change.Withdraw(Gu, Noon)));
        change.Withdraw(Zhao, Noon);
        Assert.Equal(ChangeState.Withdrawn, change.State);
        Assert.Equal("change.not-open", Refused(() => Turn(change, Li)));
    }

    [Fact]
    public void What_was_adopted_elsewhere_is_recorded_by_an_office_with_its_document()
    {
        var scene = Adopted();
        var row = scene.Row(RowKind.Redate, scene.Item(), "2023-11-30");
        Assert.Equal("change.no-document", Refused(() => scene.Propose(Wang, row).Record(Wang)));

        var change = scene.Propose(Said(Wang, row) with { Document = "D1" });
        Assert.Equal("actor.role", Refused(() => change.Record(Qian)));
        Assert.Equal("key.not-concerned", Refused(() => change.Record(Chen)));
        change.Record(Wang);
        Assert.Equal(ChangeState.Recorded, change.State);
        Assert.Empty(change.Keys);
    }

    [Fact]
    public void What_is_recorded_is_in_effect_not_keyed_until_every_party_confirms_it()
    {
        var scene = Adopted();
        var change = scene.Propose(Said(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30")) with { Document = "D1" });
        change.Record(Wang);
        scene.Apply(change);
        Assert.Equal(new(2023, 11, 30), scene.Item().Due);

        Assert.False(Turn(change, Li));
        Assert.Equal(ChangeState.Recorded, change.State);
        Assert.False(Turn(change, Zhao)); // in effect already: the last key confirms, it does not apply again
        Assert.Equal(ChangeState.Approved, change.State);
        Assert.Equal("change.applied", Refused(() => scene.Apply(change)));
        Assert.Equal(2, scene.List.Revisions.Count);
    }

    [Fact]
    public void A_refused_text_is_not_recorded_afterwards()
    {
        var scene = Adopted();
        var change = scene.Propose(Said(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30")) with { Document = "D1" });
        change.Refuse(Li, Zh("否"), Noon);
        Assert.Equal("change.not-open", Refused(() => change.Record(Wang)));
    }

    [Fact]
    public void Of_two_acts_at_the_same_moment_the_version_tells_one_to_look_again()
    {
        var change = Redating(Adopted());
        Turn(change, Li);
        change.TakeBack(Li, Noon);
        change.Refuse(Li, Zh("否"), Noon);
        Assert.Equal(3, change.Version);
    }
}
