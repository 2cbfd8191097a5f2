using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using static TwinHub.Core.Tests.Cast;

namespace TwinHub.Core.Tests.Lists;

internal enum Act
{
    Draft,
    EditDraft,
    Circulate,
    Adopt,
    Add,
    Redate,
    Relead,
    Rescope,
    Rebase,
    Complete,
    Carry,
    Drop,
    TwoRows,
    TurnKey,
    TurnEveryKey,
    TakeBack,
    Refuse,
    Withdraw,
    Record,
    Close,
}

internal readonly record struct Step(Act Act, int Who, int Which, int What);

/// <summary>Three lists in a row, and beside them what the parties agreed, kept by the test from the rows alone.</summary>
internal sealed class RandomRecord
{
    private static readonly Actor[] Everyone = [Wang, Zhao, Qian, Gu, Li, Zhou, Wu, Chen, Sun];
    private static readonly Actor[] Holders = [Zhao, Zhou, Chen, Sun, Wang, Li];
    private readonly ItemList[] lists;
    private readonly List<ChangeRequest> changes = [];
    private readonly List<Milestone> milestones = [];
    private readonly Dictionary<string, Agreed> agreed = new(StringComparer.Ordinal);
    private int[] totals = [0, 0, 0];

    public RandomRecord(int parties)
    {
        string[] codes = [.. new[] { One, Two, Three, Four }.Take(parties)];
        lists = [.. Enumerable.Range(1, 3).Select(n => new ItemList(Guid.NewGuid(), $"L{n}", Zh("清单"), codes) { Starts = new(2022 + n, 1, 1), Ends = new(2022 + n, 12, 31) })];
    }

    private sealed record Agreed(string Title, string Scope, string Leads, string Due, string Baselines, ItemEnd? End);

    /// <summary>False when a rule refused the act.</summary>
    public bool Try(Step step)
    {
        try
        {
            return Do(step);
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    public string Snapshot() => string.Join('\n', lists.Select(l => $"{l.Code} {l.ClosedOn} {l.Revisions.Count} {l.Balance()}")
        .Concat(lists.SelectMany(l => l.Items.Select(i => $"{i.Code} {i.DraftOf} {i.FirstRevision} {i.Successor} {i.CarriedFrom} {State(i, l)}")))
        .Concat(changes.Select(c => $"{c.Code} {c.State} {c.Keys.Count} {c.Keys.Count(k => k.TakenBackAt is null)}")));

    public void AssertHolds()
    {
        foreach (var list in lists) Assert.True(list.Balance().Holds, $"{list.Code}: {list.Balance()}");
        var adopted = lists.SelectMany(list => list.Items.Where(i => !i.IsDraft).Select(item => (list, item))).ToList();
        foreach (var (list, item) in adopted) Assert.Equal(agreed[item.Code], State(item, list));
        Assert.Equal(agreed.Count, adopted.Count);
        AssertLinked();
        var now = lists.Select(l => l.Balance().Total).ToArray();
        Assert.All(now.Zip(totals), pair => Assert.True(pair.First >= pair.Second));
        totals = now;
    }

    private void AssertLinked()
    {
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var item in lists[i].Items.Where(x => x.End == ItemEnd.Carried)) Assert.Equal(item.Code, lists[i + 1].Find(item.Successor!)!.CarriedFrom);
            if (lists[i].Adopted is { } last) Assert.True(last.Rows.All(row => lists[i].Find(row.Item)!.FirstRevision <= last.Number));
            if (!lists[i].IsOpen) Assert.DoesNotContain(lists[i].Items, x => x.IsOpen);
        }
    }

    private Agreed State(Item item, ItemList list) => new(item.Title.In("zh"), item.Scope.In("zh"), Rows.WriteLeads(item, list.Parties), Rows.WriteDate(item.Due),
        Rows.WriteBaselines(item, milestones), item.End);

    private bool Do(Step step)
    {
        var list = lists[step.Which % 7 < 5 ? 0 : step.Which % 7 < 6 ? 1 : 2]; // most happens on the first
        var who = Everyone[step.Who % Everyone.Length];
        return step.Act switch
        {
            Act.Draft => Draft(list, who, step.What),
            Act.EditDraft => OnDraft(list, step, d => d.EditDraft(who, new("t", Zh($"题{step.What}"), d.Scope, d.Due), d.Units)),
            Act.Circulate => OnDraft(list, step, d => d.Circulate()),
            Act.Adopt => Propose(list, step, [.. list.Items.Where(i => i.IsDraft).Select(i => Row(RowKind.Adopt, i, list, ""))]),
            Act.TwoRows => list.Items.Count > 1 && Propose(list, step, Row(RowKind.Redate, Pick(list, step), list, Day(list, step.What)), Row(RowKind.Drop, list.Items[step.Who % list.Items.Count], list, "")),
            Act.TurnKey or Act.TurnEveryKey or Act.TakeBack or Act.Refuse or Act.Withdraw or Act.Record => Waiting(step) is { } change && OnChange(change, step, who),
            Act.Close => Done(() => list.Close(who, list.Ends)),
            _ => list.Items.Count > 0 && Propose(list, step, Row(Enum.Parse<RowKind>(step.Act.ToString()), Pick(list, step), list, New(list, step))),
        };
    }

    private static Item Pick(ItemList list, Step step) => list.Items[step.What % list.Items.Count];

    private static string Day(ItemList list, int what) => Rows.WriteDate(list.Starts.AddDays((what * 4) - 5));

    private string New(ItemList list, Step step) => step.Act switch
    {
        Act.Redate => Day(list, step.Who),
        Act.Relead => string.Join('|', list.Parties.Skip(step.Who % 3 == 0 ? 1 : 0).Select(p => $"{p.Party}=u{step.Who};u{step.What + 1}")),
        Act.Rescope => step.Who % 9 == 0 ? "" : $"内容{step.Who}",
        Act.Rebase => Rows.WriteBaselines(milestones.Where(m => m.ItemId == Pick(list, step).Id).Select(m => (m.Code, m.Baseline.AddDays(step.Who)))),
        _ => "",
    };

    private ChangeRow Row(RowKind kind, Item item, ItemList list, string text) => new()
    { Id = Guid.NewGuid(), Order = 1, Item = item.Code, Kind = kind, Old = Rows.Current(kind, item, list, milestones), New = text, Reason = Zh("因汛期") };

    private bool Draft(ItemList list, Actor who, int what)
    {
        RefusedException.ThrowIf(list.WhyNotDraft(who));
        if (list.Items.Count > 6) return false;
        var item = new Item(Guid.NewGuid(), list.Id, list.NextItemCode(), new("t", Zh($"题{what}"), Zh("内容"), list.Ends));
        foreach (var party in list.Parties) item.Add(Scene.Lead(party.Party, "u0"));
        if (what % 5 == 0) item.KeepTo(who.Party);
        list.Add(item);
        milestones.Add(new() { Id = Guid.NewGuid(), Code = "M1", Number = milestones.Count, ItemId = item.Id, Order = 1, Name = Zh("完工"), Kind = "build", Baseline = list.Ends });
        return true;
    }

    private static bool OnDraft(ItemList list, Step step, Action<Item> act) =>
        list.Items.Where(i => i.IsDraft).ElementAtOrDefault(step.What % 4) is { } draft && Done(() => act(draft));

    private bool Propose(ItemList list, Step step, params ChangeRow[] rows)
    {
        var who = step.Who % 3 == 0 ? Everyone[step.Who % Everyone.Length] : Wang;
        var proposal = new Proposal(who, Noon, Zh("调整"), [.. rows.Select((r, i) => Scene.Ordered(r, i + 1))]) { Document = step.Which % 2 == 0 ? "D1" : null };
        RefusedException.ThrowIf(proposal.WhyNot(list, Next(list), milestones));
        changes.Add(new ChangeRequest(Guid.NewGuid(), $"C{changes.Count + 1}", list, proposal));
        return true;
    }

    private ItemList? Next(ItemList list) => lists.SkipWhile(l => l != list).ElementAtOrDefault(1);

    /// <summary>Mostly a text that takes keys, now and then any.</summary>
    private ChangeRequest? Waiting(Step step)
    {
        var some = step.Which % 5 == 0 ? changes : [.. changes.Where(c => c.TakesKeys && (step.Act != Act.TakeBack || c.Keys.Count > 0))];
        return some.Count > 0 ? some[^(1 + (step.Which % Math.Min(3, some.Count)))] : null;
    }

    private bool OnChange(ChangeRequest change, Step step, Actor who) => step.Act switch
    {
        Act.TurnKey => TurnKey(change, who),
        Act.TurnEveryKey => TurnEvery(change),
        Act.TakeBack => Done(() => change.TakeBack(who, Noon)),
        Act.Refuse => step.What % 3 == 0 && Done(() => change.Refuse(who, Zh("否"), Noon)),
        Act.Withdraw => Done(() => change.Withdraw(who, Noon)),
        _ => Record(change, who),
    };

    private bool TurnEvery(ChangeRequest change)
    {
        var waiting = change.Parties.Where(p => !change.HasTurned(p.Party)).ToList();
        RefusedException.ThrowIf(change.TakesKeys ? WhyNotEffect(change) : Refusal.Of("change.not-open"));
        return waiting.Count > 0 && waiting.TrueForAll(p => TurnKey(change, Holders.First(h => h.Party == p.Party && h.Account != change.ProposedBy)));
    }

    private bool TurnKey(ChangeRequest change, Actor who)
    {
        var last = change.Parties.All(p => p.Party == who.Party || change.HasTurned(p.Party));
        if (last) RefusedException.ThrowIf(change.WhyNotTurnKey(who, change.TextSha256, Scene.InPerson) ?? WhyNotEffect(change)); // one transaction
        if (Scene.Turn(change, who)) Apply(change);
        return true;
    }

    private bool Record(ChangeRequest change, Actor who)
    {
        RefusedException.ThrowIf(change.WhyNotRecord(who) ?? WhyNotEffect(change));
        change.Record(who);
        Apply(change);
        return true;
    }

    private Refusal? WhyNotEffect(ChangeRequest change) =>
        change.State == ChangeState.Recorded ? null : change.WhyNotApply(ListOf(change), Next(ListOf(change)), milestones);

    private ItemList ListOf(ChangeRequest change) => lists.Single(l => l.Id == change.ListId);

    /// <summary>Applies, and keeps beside it what the rows say: the only place where the agreed text moves.</summary>
    private void Apply(ChangeRequest change)
    {
        var list = ListOf(change);
        list.Apply(change, new(list.Starts, Guid.NewGuid, Next(list)) { Milestones = milestones });
        foreach (var row in change.Rows) agreed[row.Item] = row.Kind is RowKind.Adopt or RowKind.Add ? Entered(row.Old.Split('\t')) : Said(agreed[row.Item], row);
    }

    private static Agreed Entered(string[] columns) => new(columns[2], columns[3], columns[5], columns[4], columns[6], null);

    private static Agreed Said(Agreed before, ChangeRow row) => row.Kind switch
    {
        RowKind.Redate => before with { Due = row.New },
        RowKind.Relead => before with { Leads = row.New.StartsWith("one", StringComparison.Ordinal) ? row.New : "one=|" + row.New },
        RowKind.Rescope => before with { Scope = row.New },
        RowKind.Rebase => before with { Baselines = row.New },
        RowKind.Complete => before with { End = ItemEnd.Completed },
        RowKind.Carry => before with { End = ItemEnd.Carried },
        _ => before with { End = ItemEnd.Dropped },
    };

    private static bool Done(Action act)
    {
        act();
        return true;
    }
}
