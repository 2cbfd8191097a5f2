using TwinHub.Core.Changes;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Changes;

/// <summary>Each reason for which rows do not fit their list.</summary>
public class RowRulesTests
{
    private readonly Scene scene = Adopted();

    private string? Code(params ChangeRow[] rows) => scene.WhyNot(rows)?.Code;

    [Fact]
    public void What_fits_is_not_refused()
    {
        scene.Step(scene.Item(), "M1", new(2023, 9, 1));
        Assert.Null(Code(
            scene.Row(RowKind.Redate, scene.Item(), "2024-03-31"), scene.Row(RowKind.Relead, scene.Item(), "one=one-water|two=two-roads;two-water"),
            scene.Row(RowKind.Rescope, scene.Item(), "主体完工"), scene.Row(RowKind.Rebase, scene.Item(), "M1=2023-10-01"), scene.Row(RowKind.Complete, scene.Item(1))));
        Assert.Null(Code(scene.Row(RowKind.Carry, scene.Item()), scene.Row(RowKind.Drop, scene.Item(1))));
        Assert.Null(Code(scene.Row(RowKind.Add, scene.Draft())));
    }

    [Fact]
    public void A_proposer_is_a_drafter_or_an_office_of_a_party_of_the_list()
    {
        var row = scene.Row(RowKind.Complete, scene.Item());
        Assert.Equal("actor.role", Said(Gu, row).WhyNot(scene.List, scene.Next)!.Code);
        Assert.Equal("key.not-concerned", Said(Chen, row).WhyNot(scene.List, scene.Next)!.Code);
        Assert.Null(Said(Qian, row).WhyNot(scene.List, scene.Next));
    }

    [Fact]
    public void A_text_has_rows() => Assert.Equal("change.no-rows", Code());

    [Fact]
    public void A_closed_list_takes_no_change()
    {
        scene.Approve(scene.Propose(Wang, scene.Rows(RowKind.Complete, [.. scene.List.Items])));
        scene.List.Close(Wang, Today);
        Assert.Equal("list.closed", Code(scene.Row(RowKind.Drop, scene.Item())));
        Assert.Equal("list.closed", scene.List.WhyNotDraft(Wang)!.Code);
    }

    [Fact]
    public void An_item_takes_a_kind_of_row_once() =>
        Assert.Equal("change.row-twice", Code(scene.Row(RowKind.Redate, scene.Item(), "2023-11-30"), scene.Row(RowKind.Redate, scene.Item(), "2023-10-31")));

    [Theory]
    [InlineData(RowKind.Drop)]
    [InlineData(RowKind.Redate)]
    public void An_item_that_ends_takes_no_other_row(RowKind other) =>
        Assert.Equal("change.row-twice", Code(scene.Row(RowKind.Complete, scene.Item()), scene.Row(other, scene.Item(), "2023-11-30")));

    [Fact]
    public void A_text_that_contradicts_itself_is_not_made_at_all() =>
        Assert.Equal("change.row-twice", Refused(() => scene.Propose(Wang, scene.Row(RowKind.Complete, scene.Item()), scene.Row(RowKind.Drop, scene.Item()))));

    [Fact]
    public void An_item_is_of_the_list()
    {
        var elsewhere = scene.Draft(scene.Next);
        Assert.Equal("item.unknown", Code(scene.Row(RowKind.Redate, elsewhere, "2024-02-01")));
    }

    [Fact]
    public void Another_partys_draft_is_not_there_to_be_proposed()
    {
        var draft = scene.Draft();
        draft.KeepTo(Two);
        Assert.Equal("item.unknown", Code(scene.Row(RowKind.Add, draft)));
        draft.Circulate();
        Assert.Null(Code(scene.Row(RowKind.Add, draft)));
    }

    [Fact]
    public void A_list_is_adopted_once_and_then_added_to()
    {
        var draft = scene.Draft();
        Assert.Equal("list.already-adopted", Code(scene.Row(RowKind.Adopt, draft)));
        Assert.Equal("item.adopted", Code(scene.Row(RowKind.Add, scene.Item())));
        var fresh = new Scene();
        Assert.Equal("list.not-adopted", fresh.WhyNot(fresh.Row(RowKind.Add, fresh.Draft()))!.Code);
    }

    [Fact]
    public void A_draft_and_an_ended_item_are_not_changed_by_rows()
    {
        Assert.Equal("item.not-open", Code(scene.Row(RowKind.Redate, scene.Draft(), "2023-11-30")));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Complete, scene.Item())));
        Assert.All([RowKind.Redate, RowKind.Complete, RowKind.Carry, RowKind.Drop, RowKind.Rebase], kind => Assert.Equal("item.not-open", Code(scene.Row(kind, scene.Item(), "2023-11-30"))));
    }

    [Theory]
    [InlineData(RowKind.Redate, "2023-11-30")]
    [InlineData(RowKind.Relead, "one=one-water|two=two-roads")]
    [InlineData(RowKind.Rescope, "主体完工")]
    public void A_row_whose_old_no_longer_stands_is_stale(RowKind kind, string text)
    {
        var late = scene.Row(kind, scene.Item(), text);
        scene.Approve(scene.Propose(Wang, scene.Row(kind, scene.Item(), text.Replace("11-30", "11-29", StringComparison.Ordinal).Replace("water", "power", StringComparison.Ordinal).Replace("主", "全", StringComparison.Ordinal))));
        Assert.Equal("change.row-stale", Code(late));
    }

    [Fact]
    public void A_draft_that_was_written_anew_after_the_text_was_frozen_is_stale()
    {
        var draft = scene.Draft();
        var row = scene.Row(RowKind.Add, draft);
        draft.EditDraft(Wang, new("transport", draft.Title, Zh("先导段通车"), draft.Due), draft.Units);
        Assert.Equal("change.row-stale", Code(row));
    }

    [Fact]
    public void A_baseline_that_moved_makes_a_draft_and_a_row_stale()
    {
        var (step, draft) = (scene.Step(scene.Item(), "M1", new(2023, 9, 1)), scene.Draft());
        scene.Step(draft, "M2", new(2023, 9, 1));
        var (rebase, add) = (scene.Row(RowKind.Rebase, scene.Item(), "M1=2023-10-01"), scene.Row(RowKind.Add, draft));
        Assert.Null(Code(rebase, add));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Rebase, scene.Item(), "M1=2023-11-01")));
        scene.Step(draft, "M3", new(2023, 9, 1));
        Assert.Equal(new(2023, 11, 1), step.Baseline);
        Assert.All([rebase, add], row => Assert.Equal("change.row-stale", Code(row)));
    }

    [Theory]
    [InlineData(RowKind.Redate, "十一月底", "change.date-unread")]
    [InlineData(RowKind.Redate, "2023-02-30", "change.date-unread")]
    [InlineData(RowKind.Redate, "2023-06-30", "change.date-before-list")]
    [InlineData(RowKind.Redate, "2023-12-31", "change.row-unchanged")]
    [InlineData(RowKind.Rescope, " ", "change.scope-empty")]
    [InlineData(RowKind.Rescope, "建成通车", "change.row-unchanged")]
    [InlineData(RowKind.Relead, "two=two-roads|one=one-roads", "change.row-unchanged")]
    [InlineData(RowKind.Relead, "one=|two=", "item.leads")]
    [InlineData(RowKind.Relead, "one=one-roads|two=two-roads|three=three-roads", "item.leads")]
    [InlineData(RowKind.Relead, "one=one-roads;one-roads|two=two-roads", "item.leads")]
    [InlineData(RowKind.Relead, "one=one-roads|one=one-water|two=two-roads", "item.leads")]
    [InlineData(RowKind.Relead, "one=one-water|two", "item.leads")]
    [InlineData(RowKind.Relead, "one=one-water", "item.leads")]
    [InlineData(RowKind.Carry, "四月", "change.date-unread")]
    [InlineData(RowKind.Carry, "2023-12-31", "change.date-before-list")]
    [InlineData(RowKind.Rebase, "", "change.date-unread")]
    [InlineData(RowKind.Rebase, "M1=soon", "change.date-unread")]
    [InlineData(RowKind.Rebase, "M9=2023-09-01", "milestone.unknown")]
    [InlineData(RowKind.Rebase, "M1=2023-09-01", "change.row-unchanged")]
    public void What_cannot_be_read_or_changes_nothing_is_refused(RowKind kind, string text, string code)
    {
        scene.Step(scene.Item(), "M1", new(2023, 9, 1));
        Assert.Equal(code, Code(scene.Row(kind, scene.Item(), text)));
    }

    [Fact]
    public void A_milestone_of_another_item_is_unknown_here()
    {
        scene.Step(scene.Item(1), "M1", new(2023, 9, 1));
        Assert.Equal("milestone.unknown", Code(scene.Row(RowKind.Rebase, scene.Item(0), "M1=2023-10-01")));
    }

    [Fact]
    public void A_party_may_be_supporting_only_but_it_takes_two_to_do_a_thing_together()
    {
        const string alone = "one=one-roads|two=";
        Assert.Equal("item.leads", Code(scene.Row(RowKind.Relead, scene.Item(), alone)));
        scene.Item().Add(Support(null, "ministry"));
        Assert.Equal("item.leads", Code(scene.Row(RowKind.Relead, scene.Item(), alone)));
        scene.Item().Add(Support(Two, "two-water"));
        Assert.Null(Code(scene.Row(RowKind.Relead, scene.Item(), alone)));
    }

    [Fact]
    public void A_draft_led_from_outside_the_list_does_not_enter()
    {
        var draft = scene.Draft();
        draft.Add(Lead(Three, "three-roads"));
        Assert.Equal("item.leads", Code(scene.Row(RowKind.Add, draft)));
    }

    [Theory]
    [InlineData(RowKind.Complete)]
    [InlineData(RowKind.Carry)]
    [InlineData(RowKind.Drop)]
    public void An_end_has_its_reason(RowKind kind) => Assert.Equal("change.row-reason", Code(scene.Row(kind, scene.Item(), "", reason: "")));

    [Fact]
    public void An_item_is_carried_to_an_open_list_and_never_to_its_own()
    {
        var row = scene.Row(RowKind.Carry, scene.Item());
        Assert.Equal("change.no-next-list", Said(Wang, row).WhyNot(scene.List, null)!.Code);
        Assert.Equal("change.no-next-list", Said(Wang, row).WhyNot(scene.List, scene.List)!.Code);
        Assert.Null(Said(Wang, row).WhyNot(scene.List, scene.Next));
    }

    [Fact]
    public void What_was_carried_here_is_taken_into_the_adoption()
    {
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Carry, scene.Item())));
        var (carried, other) = (scene.Next.Items[0], scene.Draft(scene.Next));
        var refusal = Said(Wang, scene.Row(RowKind.Adopt, other)).WhyNot(scene.Next, null);
        Assert.Equal(Refusal.Of("list.carried-left-out", carried.Code, "2023H2-001"), refusal);
        Assert.Null(Said(Wang, scene.Rows(RowKind.Adopt, other, carried)).WhyNot(scene.Next, null));
    }

    [Fact]
    public void What_was_carried_here_is_dropped_by_a_decision_only()
    {
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Carry, scene.Item())));
        var carried = scene.Next.Items[0];
        scene.Approve(scene.Propose(Said(Wang, scene.Row(RowKind.Adopt, carried)), scene.Next));
        var drop = Said(Wang, scene.Row(RowKind.Drop, carried));
        Assert.Equal("change.drop-ground", drop.WhyNot(scene.Next, null)!.Code);
        Assert.Null((drop with { Ground = "JM09-2" }).WhyNot(scene.Next, null));
        Assert.Null((drop with { Document = "D7" }).WhyNot(scene.Next, null));
    }
}
