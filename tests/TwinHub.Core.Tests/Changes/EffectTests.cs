using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Changes;

/// <summary>What an approved or recorded change does to its list.</summary>
public class EffectTests
{
    [Fact]
    public void A_text_that_not_every_party_approved_has_no_effect()
    {
        var scene = Adopted();
        var change = scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30"));
        Turn(change, Li);
        Assert.Equal("change.not-approved", Refused(() => scene.Apply(change)));
        change.Withdraw(Wang, Noon);
        Assert.Equal("change.not-approved", Refused(() => scene.Apply(change)));
        Assert.Equal(new(2023, 12, 31), scene.Item().Due);
    }

    [Fact]
    public void A_change_is_of_one_list()
    {
        var scene = Adopted();
        var change = scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30"));
        TurnEvery(change);
        Assert.Throws<ArgumentException>(() => scene.Next.Apply(change, new(Today, Guid.NewGuid, null) { Milestones = [] }));
    }

    [Fact]
    public void A_change_of_many_rows_makes_exactly_one_revision()
    {
        var scene = Adopted(3);
        var step = scene.Step(scene.Item(0), "M1", new(2023, 9, 1));
        scene.Approve(scene.Propose(Said(Wang, scene.Row(RowKind.Redate, scene.Item(0), "2023-11-30"), scene.Row(RowKind.Rebase, scene.Item(0), "M1=2023-10-01"),
            scene.Row(RowKind.Relead, scene.Item(1), "one=one-water;one-roads|two=two-roads"), scene.Row(RowKind.Rescope, scene.Item(2), "主体完工")) with
        { Ground = "JM08-3" }));

        Assert.Equal([1, 2], scene.List.Revisions.Select(r => r.Number));
        var revision = scene.List.Adopted!;
        Assert.Equal(("C2", "JM08-3", Today, "调整"), (revision.Change, revision.Decision, revision.Date, revision.Ground.In("zh")));
        Assert.Equal((new DateOnly(2023, 11, 30), new DateOnly(2023, 10, 1)), (scene.Item(0).Due, step.Baseline));
        Assert.Equal(["one-water", "one-roads"], scene.Item(1).LeadsOf(One).Select(u => u.Organization));
        Assert.Equal(["M1=2023-10-01", "", ""], revision.Rows.Select(r => r.Baselines));
    }

    [Fact]
    public void A_revision_freezes_what_stood_and_is_not_moved_by_a_later_one()
    {
        var scene = Adopted();
        var digest = scene.List.Revisions[0].TextSha256();
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30")));
        Assert.Equal(digest, scene.List.Revisions[0].TextSha256());
        Assert.NotEqual(digest, scene.List.Revisions[1].TextSha256());
        Assert.Equal(new(2023, 12, 31), scene.List.Revisions[0].Rows[0].Due);
    }

    [Fact]
    public void A_row_says_why_this_revision_changed_it_and_nothing_where_it_did_not()
    {
        var scene = Adopted(4);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(0), "2023-11-30", "因汛期"), scene.Row(RowKind.Rescope, scene.Item(0), "主体完工", "因征地"),
            scene.Row(RowKind.Redate, scene.Item(1), "2023-11-30", ""), scene.Row(RowKind.Complete, scene.Item(2), "", "已完成")));
        Assert.Equal(["因汛期\n因征地", "调整", "", ""], scene.List.Adopted!.Rows.Select(r => r.Reason.In("zh")));
    }

    [Fact]
    public void Completing_and_carrying_make_no_revision()
    {
        var scene = Adopted();
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Complete, scene.Item(0)), scene.Row(RowKind.Carry, scene.Item(1))));
        Assert.Single(scene.List.Revisions);
        Assert.Equal((ItemEnd.Completed, Today, "C2", "因汛期"), (scene.Item(0).End, scene.Item(0).EndedOn, scene.Item(0).EndGround, scene.Item(0).EndReason.In("zh")));
    }

    [Fact]
    public void A_completed_or_carried_item_stays_in_the_rows_and_a_dropped_one_leaves()
    {
        var scene = Adopted(4);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Complete, scene.Item(0)), scene.Row(RowKind.Carry, scene.Item(1)), scene.Row(RowKind.Drop, scene.Item(2))));
        Assert.Equal(["2023H2-001", "2023H2-002", "2023H2-004"], scene.List.Adopted!.Rows.Select(r => r.Item));
        Assert.Equal(new Balance(4, 0, 1, 1, 1, 1), scene.List.Balance());
    }

    [Fact]
    public void Dropping_never_improves_a_rate()
    {
        var scene = Adopted(4);
        var before = scene.List.Balance().Total;
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Drop, scene.Item(2))));
        Assert.Equal(before, scene.List.Balance().Total);
    }

    [Fact]
    public void A_carried_item_is_a_new_item_of_the_next_list_linked_both_ways()
    {
        var scene = Adopted();
        var item = scene.Item();
        item.Add(Support(Two, "two-water"));
        item.Add(new Deliverable { Id = Guid.NewGuid(), Order = 1, Text = Zh("通车证书") });
        item.Add(new ItemRef { Id = Guid.NewGuid(), Kind = RefKind.Project, Ref = "P1" });
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Carry, item, "2024-03-31")));

        var next = Assert.Single(scene.Next.Items);
        Assert.Equal(("2024H1-001", item.Code), (item.Successor, next.CarriedFrom));
        Assert.Equal((ItemEnd.Carried, true, new DateOnly(2024, 3, 31)), (item.End, next.IsDraft, next.Due));
        Assert.Equal((item.Title, item.Scope, item.Theme, item.Class), (next.Title, next.Scope, next.Theme, next.Class));
        Assert.Equal(item.Units.Select(u => (u.Party, u.Lead, u.Organization)), next.Units.Select(u => (u.Party, u.Lead, u.Organization)));
        Assert.Equal(("通车证书", "P1"), (next.Deliverables[0].Text.In("zh"), next.Refs[0].Ref));
        Assert.DoesNotContain(next.Units, u => item.Units.Any(old => old.Id == u.Id));
    }

    [Fact]
    public void An_item_carried_without_a_day_is_due_when_the_next_list_ends()
    {
        var scene = Adopted();
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Carry, scene.Item(0)), scene.Row(RowKind.Carry, scene.Item(1))));
        Assert.Equal(["2024H1-001", "2024H1-002"], scene.Next.Items.Select(i => i.Code));
        Assert.All(scene.Next.Items, i => Assert.Equal(new(2024, 6, 30), i.Due));
    }

    [Fact]
    public void An_added_item_enters_with_the_revision_that_adds_it()
    {
        var scene = Adopted();
        var draft = scene.Draft();
        draft.KeepTo(One);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Add, draft)));
        Assert.Equal((2, null), (draft.FirstRevision, draft.DraftOf));
        Assert.Equal(new Balance(2, 1, 3, 0, 0, 0), scene.List.Balance());
    }

    [Fact]
    public void A_stale_change_is_refused_whole_and_changes_nothing()
    {
        var scene = Adopted();
        var late = scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(1), "2023-11-30"), scene.Row(RowKind.Redate, scene.Item(0), "2023-11-30"));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(0), "2023-10-31")));
        TurnEvery(late);
        Assert.Equal("change.row-stale", Refused(() => scene.Apply(late)));
        Assert.Equal([new DateOnly(2023, 10, 31), new DateOnly(2023, 12, 31)], scene.List.Items.Select(i => i.Due));
        Assert.Equal(2, scene.List.Revisions.Count);
    }

    [Fact]
    public void A_change_takes_effect_once_even_when_its_old_stands_again()
    {
        var scene = Adopted();
        var there = scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-11-30"));
        scene.Approve(there);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(), "2023-12-31")));
        Assert.Equal("change.applied", Refused(() => scene.Apply(there)));
    }

    [Fact]
    public void A_new_scope_keeps_the_other_languages_as_stale_versions()
    {
        var scene = Adopted();
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Rescope, scene.Item(), "主体完工")));
        var scope = scene.Item().Scope;
        Assert.Equal(("主体完工", "Open to traffic"), (scope.In("zh"), scope.In("en")));
        Assert.True(scope.IsStale("en"));
        Assert.False(scope.IsStale("zh"));
    }

    [Fact]
    public void A_scope_where_none_stood_is_in_the_language_of_the_title()
    {
        var scene = new Scene();
        var item = scene.Draft();
        item.EditDraft(Wang, new("transport", Zh("高速公路"), LocalText.Empty, item.Due), item.Units);
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Adopt, item)));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Rescope, item, "主体完工")));
        Assert.Equal(Zh("主体完工").In("zh"), item.Scope.In("zh"));
        Assert.Equal("zh", item.Scope.Binding);
    }
}
