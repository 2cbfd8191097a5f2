using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using static TwinHub.Core.Tests.Cast;
using static TwinHub.Core.Tests.Scene;

namespace TwinHub.Core.Tests.Items;

public class ItemTests
{
    private static ItemFields Fields(Item item) => new("water", Zh("水库"), item.Scope, item.Due);

    [Fact]
    public void A_draft_is_written_by_drafters_and_offices_that_see_it()
    {
        var draft = new Scene().Draft();
        draft.KeepTo(One);
        Assert.Equal("actor.other-party", Refused(() => draft.EditDraft(Li, Fields(draft), draft.Units)));
        Assert.Equal("actor.role", Refused(() => draft.EditDraft(Gu, Fields(draft), draft.Units)));
        draft.EditDraft(Qian, Fields(draft), draft.Units);
        Assert.Equal("水库", draft.Title.In("zh"));
        draft.Circulate();
        Assert.Null(draft.WhyNotEditDraft(Li));
    }

    [Fact]
    public void Writing_a_draft_anew_replaces_all_its_units()
    {
        var draft = new Scene().Draft();
        var kept = draft.Units[0];
        draft.EditDraft(Wang, Fields(draft), [kept, Support(Two, "two-water")]);
        Assert.Equal(["one-roads", "two-water"], draft.Units.Select(u => u.Organization));
        Assert.Same(kept, draft.Units[0]);
    }

    [Fact]
    public void Joint_fields_of_an_adopted_item_are_not_written_directly()
    {
        var item = Adopted().Item();
        Assert.Equal("item.adopted", Refused(() => item.EditDraft(Wang, Fields(item), item.Units)));
        Assert.Equal("item.adopted", Refused(() => item.Add(Lead(One, "one-water", 2))));
        Assert.Equal("item.adopted", Refused(() => item.KeepTo(One)));
    }

    [Fact]
    public void The_first_lead_answers()
    {
        var scene = Adopted();
        scene.Approve(scene.Propose(Wang, scene.Row(RowKind.Relead, scene.Item(), "one=one-water;one-roads|two=two-roads")));
        Assert.Equal("one-water", scene.Item().LeadsOf(One).First().Organization);
    }

    [Fact]
    public void Every_change_of_an_item_makes_a_new_version()
    {
        var scene = Adopted();
        var (item, versions) = (scene.Item(), new List<int>());
        foreach (var (kind, text) in new[] { (RowKind.Redate, "2023-11-30"), (RowKind.Rescope, "主体完工"), (RowKind.Relead, "one=one-water|two=two-roads"), (RowKind.Complete, "") })
        {
            versions.Add(item.Version);
            scene.Approve(scene.Propose(Wang, scene.Row(kind, item, text)));
        }

        Assert.Equal(versions.Append(item.Version).Distinct().Order(), [.. versions, item.Version]);
    }

    [Fact]
    public void A_report_never_moves_a_baseline()
    {
        var step = new Scene() is var scene ? scene.Step(scene.Draft(), "M1", new(2023, 9, 1)) : null!;
        step.Report(null, new(2023, 10, 15));
        Assert.Equal((new DateOnly(2023, 9, 1), new DateOnly(2023, 10, 15)), (step.Baseline, step.LikelyDate));
        step.Report(new(2023, 10, 20), null);
        Assert.Equal((new DateOnly(2023, 9, 1), new DateOnly(2023, 10, 20), null), (step.Baseline, step.Actual, step.LikelyDate));
        step.Report(null, null);
        Assert.Equal(new(2023, 10, 20), step.Actual);
    }
}
