using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Lists;

public class ItemListTests
{
    [Fact]
    public void A_list_closes_only_when_nothing_is_open()
    {
        var scene = Adopted();
        Assert.Equal(Refusal.Of("list.items-open", "2023H2", 2), scene.List.WhyNotClose(Wang));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Complete, scene.Item(0)), scene.Row(RowKind.Drop, scene.Item(1))));
        Assert.Equal("actor.role", scene.List.WhyNotClose(Qian)!.Code);
        scene.List.Close(Wang, Today);
        Assert.Equal((false, Today), (scene.List.IsOpen, scene.List.ClosedOn));
        Assert.Equal("list.closed", Refused(() => scene.List.Close(Wang, Today)));
    }

    [Fact]
    public void A_list_that_was_never_adopted_does_not_close() =>
        Assert.Equal("list.not-adopted", new Scene().List.WhyNotClose(Wang)!.Code);

    [Fact]
    public void A_list_with_a_carried_item_that_has_not_entered_does_not_close()
    {
        var scene = Adopted();
        scene.Approve(scene.Propose(Said(Wang, scene.Row(RowKind.Adopt, scene.Draft(scene.Next))), scene.Next));
        scene.Approve(scene.Propose(Said(Wang, scene.Row(RowKind.Complete, scene.Next.Items[0])), scene.Next));
        Assert.Null(scene.Next.WhyNotClose(Wang));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Carry, scene.Item())));
        Assert.Equal("list.items-open", scene.Next.WhyNotClose(Wang)!.Code);
    }

    [Fact]
    public void A_recorded_end_waits_for_no_key_when_the_list_closes()
    {
        var scene = Adopted(1);
        var change = scene.Propose(Said(Wang, scene.Row(RowKind.Complete, scene.Item())) with { Document = "D1" });
        change.Record(Wang);
        scene.Apply(change);
        scene.List.Close(Wang, Today);
        Turn(change, Li);
        Turn(change, Zhao);
        Assert.Equal(ChangeState.Approved, change.State);
    }

    [Fact]
    public void The_next_code_follows_the_highest_and_grows_beyond_three_digits()
    {
        var list = new Scene().List;
        Assert.Equal("2023H2-001", list.NextItemCode());
        list.Add(new Item(Guid.NewGuid(), list.Id, "2023H2-999", new("t", Zh("题"), LocalText.Empty, list.Ends)));
        list.Add(new Item(Guid.NewGuid(), list.Id, "2023H2-017", new("t", Zh("题"), LocalText.Empty, list.Ends)));
        Assert.Equal("2023H2-1000", list.NextItemCode());
    }

    [Fact]
    public void A_code_is_one_items()
    {
        var scene = new Scene();
        var item = scene.Draft();
        Assert.Equal("item.code-taken", Refused(() => scene.List.Add(new Item(Guid.NewGuid(), scene.List.Id, item.Code, new("t", Zh("题"), LocalText.Empty, Today)))));
        Assert.Same(item, scene.List.Find(item.Code));
        Assert.Null(scene.List.Find("2023H2-099"));
    }

    [Fact]
    public void A_draft_is_in_neither_side_of_the_account()
    {
        var scene = Adopted();
        scene.Draft();
        Assert.Equal(new Balance(2, 0, 2, 0, 0, 0), scene.List.Balance());
    }

    [Fact]
    public void An_account_that_lost_an_item_does_not_hold()
    {
        Assert.False(new Balance(5, 2, 3, 1, 1, 1).Holds);
        Assert.True(new Balance(5, 2, 3, 1, 1, 2).Holds);
        Assert.Equal(7, new Balance(5, 2, 3, 1, 1, 2).Total);
    }

    [Fact]
    public void A_comparison_names_every_difference_by_item_and_kind()
    {
        var scene = Adopted(4);
        scene.Step(scene.Item(1), "M1", new(2023, 9, 1));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Redate, scene.Item(0), "2023-11-30"), scene.Row(RowKind.Rescope, scene.Item(0), "主体完工"),
            scene.Row(RowKind.Relead, scene.Item(1), "one=one-water|two=two-roads"), scene.Row(RowKind.Drop, scene.Item(3)), scene.Row(RowKind.Add, scene.Draft())));
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Rebase, scene.Item(1), "M1=2023-10-01")));
        var revisions = scene.List.Revisions;
        Assert.Equal([("2023H2-001", Difference.Redated), ("2023H2-001", Difference.Rescoped), ("2023H2-002", Difference.Reled), ("2023H2-002", Difference.Rebased), ("2023H2-004", Difference.Dropped), ("2023H2-005", Difference.Added)],
            Comparison.Of(revisions[0], revisions[1]).Select(d => (d.Item, d.Difference)));
        Assert.Equal([("2023H2-002", Difference.Rebased)], Comparison.Of(revisions[1], revisions[2]).Select(d => (d.Item, d.Difference)));
        Assert.Empty(Comparison.Of(revisions[2], revisions[2]));
    }

    [Fact]
    public void A_new_translation_is_no_difference_and_another_title_is()
    {
        static ListRevision With(LocalText title)
        {
            var revision = new ListRevision { Id = Guid.NewGuid(), Number = 1, State = RevisionState.Adopted, Date = Today };
            revision.Add(new() { Id = Guid.NewGuid(), Item = "i", Theme = "t", Title = title, Scope = LocalText.Empty, Due = Today, Leads = "" });
            return revision;
        }

        Assert.Empty(Comparison.Of(With(Zh("题")), With(Zh("题").With("en", "Title"))));
        Assert.Equal(Difference.Retitled, Assert.Single(Comparison.Of(With(Zh("题")), With(Zh("目")))).Difference);
        Assert.Equal(With(Zh("题")).TextSha256(), With(Zh("题").With("en", "Title")).TextSha256());
    }

    [Fact]
    public void The_digest_of_a_revision_does_not_depend_on_the_order_in_which_rows_were_read()
    {
        var (scene, other) = (Adopted(3), new ListRevision { Id = Guid.NewGuid(), Number = 1, State = RevisionState.Adopted, Date = Today });
        foreach (var row in scene.List.Adopted!.Rows.Reverse()) other.Add(row);
        Assert.Equal(scene.List.Adopted.TextSha256(), other.TextSha256());
    }

    [Fact]
    public void An_issued_copy_of_another_text_is_told()
    {
        var revision = Adopted().List.Adopted!;
        IssuedDocument Issued(string? digest) => new()
        { Id = Guid.NewGuid(), Code = "D1", Kind = "list", Number = "1号", Date = Today, Issuers = "one-office", Main = LocalText.Empty, Copies = LocalText.Empty, Title = Zh("清单"), TextSha256 = digest };
        Assert.Equal([false, false, true], [Issued(null).DiffersFrom(revision), Issued(revision.TextSha256()).DiffersFrom(revision), Issued("00").DiffersFrom(revision)]);
    }

    [Fact]
    public void Issuing_and_party_columns_are_the_offices()
    {
        Assert.All([IssuedDocument.WhyNotIssue(Qian), PartyColumn.WhyNotAdd(Qian)], refusal => Assert.Equal("actor.role", refusal!.Code));
        Assert.All([IssuedDocument.WhyNotIssue(Wang), PartyColumn.WhyNotAdd(Wang)], Assert.Null);
    }
}
