using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using static TwinHub.Core.Tests.Cast;

namespace TwinHub.Core.Tests.Lists;

/// <summary>The past of a list, written into an empty record.</summary>
public class FoundingTests
{
    private static readonly Dictionary<string, int> First = new() { ["2023H2-001"] = 1, ["2023H2-002"] = 1, ["2023H2-003"] = 2 };
    private readonly Scene scene = new();

    public FoundingTests()
    {
        for (var i = 0; i < 4; i++) scene.Draft();
    }

    private static PastRevision Revision(int number, RevisionState state = RevisionState.Adopted) => new(Guid.NewGuid(), number, state, new(2023, 6 + number, 1));

    private void Found(IReadOnlyList<PastRevision> revisions, params PastEnd[] ends) => scene.List.Found(First, new(revisions, ends, scene.Milestones), Guid.NewGuid);

    private static PastEnd End(int item, ItemEnd end, int month) => new($"2023H2-00{item}", end, new(2023, month, 15), Zh("已完成"), "JM08-1");

    [Fact]
    public void A_founded_list_keeps_its_account()
    {
        Found([Revision(1), Revision(2), Revision(3)], End(1, ItemEnd.Completed, 7), End(2, ItemEnd.Dropped, 8));
        Assert.Equal(new Balance(2, 1, 1, 1, 0, 1), scene.List.Balance());
        Assert.Equal([2, 3, 2], scene.List.Revisions.Select(r => r.Rows.Count)); // dropped after the second, gone from the third
        Assert.True(scene.Item(3).IsDraft);
        Assert.All(scene.List.Revisions, r => Assert.Null(r.Change));
    }

    [Fact]
    public void A_draft_revision_adopts_nothing()
    {
        Found([Revision(1, RevisionState.Circulated), Revision(2)]);
        Assert.Equal(new Balance(1, 0, 1, 0, 0, 0), scene.List.Balance());
    }

    [Fact]
    public void Each_past_revision_freezes_its_own_text_with_its_reasons()
    {
        scene.Step(scene.Item(), "M1", new(2023, 9, 1));
        var change = new PastChange("2023H2-001", Zh("因汛期")) { Due = new(2024, 1, 31), Scope = Zh("主体完工"), Leads = "one=one-water|two=two-roads" };
        Found([Revision(1), Revision(2) with { Changes = [change] }]);
        var (before, after) = (scene.List.Revisions[0].Rows[0], scene.List.Revisions[1].Rows[0]);
        Assert.Equal((new DateOnly(2023, 12, 31), "建成通车", "one=one-roads|two=two-roads", "", "M1=2023-09-01"), (before.Due, before.Scope.In("zh"), before.Leads, before.Reason.In("zh"), before.Baselines));
        Assert.Equal((new DateOnly(2024, 1, 31), "主体完工", "one=one-water|two=two-roads", "因汛期"), (after.Due, after.Scope.In("zh"), after.Leads, after.Reason.In("zh")));
    }

    [Fact]
    public void A_past_carry_links_both_ways_and_a_carry_to_nowhere_is_refused()
    {
        var next = scene.Draft(scene.Next);
        Found([Revision(1)], End(1, ItemEnd.Carried, 12) with { Successor = next });
        Assert.Equal((next.Code, "2023H2-001"), (scene.Item().Successor, next.CarriedFrom));

        Assert.Throws<ArgumentException>(() => new FoundingTests().Found([Revision(1)], End(1, ItemEnd.Carried, 12)));
        Assert.Throws<ArgumentException>(() => new FoundingTests().Found([Revision(1)], End(1, ItemEnd.Completed, 12) with { Successor = next }));
    }
}
