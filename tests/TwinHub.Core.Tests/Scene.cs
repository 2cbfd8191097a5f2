using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using static TwinHub.Core.Tests.Cast;

namespace TwinHub.Core.Tests;

/// <summary>A list of two, three or four parties, and the list after it.</summary>
internal sealed class Scene
{
    public static readonly KeyBasis InPerson = new(true);
    private int changes;

    public Scene(int parties = 2)
    {
        string[] codes = [.. new[] { One, Two, Three, Four }.Take(parties)];
        List = new(Guid.NewGuid(), "2023H2", Zh("清单"), codes) { Starts = new(2023, 7, 1), Ends = new(2023, 12, 31) };
        Next = new(Guid.NewGuid(), "2024H1", Zh("清单"), codes) { Starts = new(2024, 1, 1), Ends = new(2024, 6, 30) };
    }

    public ItemList List { get; }
    public ItemList Next { get; }
    public List<Milestone> Milestones { get; } = [];

    /// <summary>A list adopted with so many items.</summary>
    public static Scene Adopted(int items = 2, int parties = 2)
    {
        var scene = new Scene(parties);
        for (var i = 0; i < items; i++) scene.Draft();
        scene.Approve(scene.Propose(Wang, scene.Rows(RowKind.Adopt, [.. scene.List.Items])));
        return scene;
    }

    public Item Item(int index = 0) => List.Items[index];

    public Item Draft(ItemList? list = null)
    {
        list ??= List;
        var text = LocalText.Of("zh", ("zh", "建成通车"), ("en", "Open to traffic"));
        var item = new Item(Guid.NewGuid(), list.Id, list.NextItemCode(), new("transport", LocalText.Of("zh", ("zh", "高速公路"), ("en", "Expressway")), text, list.Ends));
        foreach (var party in list.Parties) item.Add(Lead(party.Party, $"{party.Party}-roads"));
        list.Add(item);
        return item;
    }

    public Milestone Step(Item item, string code, DateOnly baseline)
    {
        var step = new Milestone { Id = Guid.NewGuid(), Code = code, Number = Milestones.Count + 1, ItemId = item.Id, Order = 1, Name = Zh("通车"), Kind = "build", Baseline = baseline };
        Milestones.Add(step);
        return step;
    }

    public static ItemUnit Lead(string party, string unit, int order = 1) =>
        new() { Id = Guid.NewGuid(), Party = party, Lead = true, Order = order, Organization = unit };

    public static ItemUnit Support(string? party, string unit) =>
        new() { Id = Guid.NewGuid(), Party = party, Lead = false, Order = 1, Organization = unit };

    public ChangeRow Row(RowKind kind, Item item, string text = "", string reason = "因汛期") => new()
    {
        Id = Guid.NewGuid(),
        Order = 1,
        Item = item.Code,
        Kind = kind,
        Old = Core.Changes.Rows.Current(kind, item, item.ListId == List.Id ? List : Next, Milestones),
        New = text,
        Reason = reason.Length > 0 ? Zh(reason) : LocalText.Empty,
    };

    public static ChangeRow Ordered(ChangeRow row, int order) =>
        new() { Id = row.Id, Order = order, Item = row.Item, Kind = row.Kind, Old = row.Old, New = row.New, Reason = row.Reason };

    public ChangeRow[] Rows(RowKind kind, params Item[] items) => [.. items.Select(i => Row(kind, i))];

    public static Proposal Said(Actor by, params ChangeRow[] rows) => new(by, Noon, Zh("调整"), [.. rows.Select((r, i) => Ordered(r, i + 1))]);

    public ChangeRequest Propose(Actor by, params ChangeRow[] rows) => Propose(Said(by, rows));

    public ChangeRequest Propose(Proposal proposal, ItemList? list = null) => new(Guid.NewGuid(), $"C{++changes}", list ?? List, proposal);

    public Refusal? WhyNot(params ChangeRow[] rows) => Said(Wang, rows).WhyNot(List, Next, Milestones);

    public static bool Turn(ChangeRequest change, Actor actor) => change.TurnKey(Guid.NewGuid(), actor, change.TextSha256, (InPerson, Noon));

    /// <summary>Every party's key, none of the proposer's.</summary>
    public static void TurnEvery(ChangeRequest change)
    {
        foreach (var party in change.Parties.Where(p => !change.HasTurned(p.Party)))
        {
            Actor[] holders = [Zhao, Zhou, Chen, Sun, Wang, Li];
            Turn(change, holders.First(h => h.Party == party.Party && h.Account != change.ProposedBy));
        }
    }

    public void Approve(ChangeRequest change)
    {
        TurnEvery(change);
        Apply(change);
    }

    public void Apply(ChangeRequest change) =>
        (change.ListId == List.Id ? List : Next).Apply(change, new(Today, Guid.NewGuid, change.ListId == List.Id ? Next : null) { Milestones = Milestones });

    public static string Refused(Action act) => Assert.Throws<RefusedException>(act).Refusal.Code;
}
