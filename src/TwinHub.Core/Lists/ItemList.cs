using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;

namespace TwinHub.Core.Lists;

/// <summary>The items agreed for one period (重点合作事项清单).</summary>
public sealed class ItemList
{
    private readonly List<ListParty> parties = [];
    private readonly List<TypedColumn> columns = [];
    private readonly List<Item> items = [];
    private readonly List<ListRevision> revisions = [];
    private Dictionary<string, Item> byCode = new(StringComparer.Ordinal);

    private ItemList() { } // for EF Core

    public ItemList(Guid id, string code, LocalText title, IReadOnlyList<string> parties)
    {
        (Id, Code, Title) = (id, code, title);
        this.parties.AddRange(parties.Select((party, i) => new ListParty { Party = party, Order = i + 1 }));
    }

    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public string Kind { get; init; } = "half-year";
    public LocalText Title { get; private set; } = LocalText.Empty;
    public DateOnly Starts { get; init; }
    public DateOnly Ends { get; init; }
    /// <summary>Meeting that adopted it.</summary>
    public string? Meeting { get; init; }
    public DateOnly? ClosedOn { get; private set; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public int Version { get; private set; }

    public IReadOnlyList<ListParty> Parties => parties;
    /// <summary>The columns of its kind, as they were when the list was begun.</summary>
    public IReadOnlyList<TypedColumn> Columns => columns;
    public IReadOnlyList<Item> Items => items;
    public IReadOnlyList<ListRevision> Revisions => revisions;

    public bool IsOpen => ClosedOn is null;
    public ListRevision? Adopted => revisions.Where(r => r.State == RevisionState.Adopted).MaxBy(r => r.Number);

    public Item? Find(string code)
    {
        if (byCode.Count != items.Count) byCode = items.ToDictionary(i => i.Code, StringComparer.Ordinal); // as it was loaded
        return byCode.GetValueOrDefault(code);
    }

    /// <summary>The next free code of an item: the list's code and a number of three digits or more.</summary>
    public string NextItemCode() => $"{Code}-{items.Select(i => Number(i.Code)).DefaultIfEmpty(0).Max() + 1:000}";

    /// <summary>Null when the actor may begin a new list with these parties, their own among them, for this period.</summary>
    public static Refusal? WhyNotBegin(Actor actor, IReadOnlyCollection<string> parties, (DateOnly Starts, DateOnly Ends) period) =>
        actor.WhyNotAs(Roles.Office)
        ?? (parties.Count > 1 && parties.Contains(actor.Party) ? null : Refusal.Of("list.parties"))
        ?? (period.Starts <= period.Ends ? null : Refusal.Of("list.period"));

    /// <summary>Null when the actor may add drafts to the list.</summary>
    public Refusal? WhyNotDraft(Actor actor) =>
        actor.WhyNotAs(Roles.Office | Roles.Drafter) ?? (IsOpen ? null : Refusal.Of("list.closed", Code));

    /// <summary>Gives a new list the columns of its kind.</summary>
    public void Begin(ListKind kind) => columns.AddRange(kind.Columns.Select(c => c.Copy()));

    /// <exception cref="RefusedException"><c>item.code-taken</c>.</exception>
    public void Add(Item draft)
    {
        RefusedException.ThrowIf(Find(draft.Code) is null ? null : Refusal.Of("item.code-taken", draft.Code));
        items.Add(draft);
        byCode[draft.Code] = draft;
    }

    /// <summary>Null when the list may be closed; it closes only when nothing is open.</summary>
    public Refusal? WhyNotClose(Actor actor)
    {
        if (actor.WhyNotAs(Roles.Office) is { } role) return role;
        if (!IsOpen) return Refusal.Of("list.closed", Code);
        if (Adopted is null) return Refusal.Of("list.not-adopted", Code);
        var open = items.Count(i => i.IsOpen || (i.IsDraft && i.CarriedFrom is not null)); // what was carried here and not yet entered is not lost
        return open > 0 ? Refusal.Of("list.items-open", Code, open) : null;
    }

    public void Close(Actor actor, DateOnly on)
    {
        RefusedException.ThrowIf(WhyNotClose(actor));
        (ClosedOn, Version) = (on, Version + 1);
    }

    /// <summary>Counts both sides of the conservation law, each from its own facts: the revisions' rows, and the items' ends.</summary>
    public Balance Balance()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var firsts = revisions.Where(r => r.State == RevisionState.Adopted).OrderBy(r => r.Number)
            .Select(r => r.Rows.Count(row => seen.Add(row.Item))).ToList();
        return new(firsts.FirstOrDefault(), firsts.Skip(1).Sum(), items.Count(i => i.IsOpen), Ended(ItemEnd.Completed), Ended(ItemEnd.Carried), Ended(ItemEnd.Dropped));
    }

    /// <summary>Writes what an approved or recorded change says, and makes one new revision where rows changed.</summary>
    /// <exception cref="RefusedException">The reasons of <see cref="ChangeRequest.WhyNotTakeEffect"/> and <see cref="ChangeRequest.WhyNotApply"/>. Nothing is changed.</exception>
    /// <exception cref="ArgumentException">The change is of another list.</exception>
    public void Apply(ChangeRequest change, Effect effect)
    {
        if (change.ListId != Id) throw new ArgumentException("The change is of another list.", nameof(change));
        RefusedException.ThrowIf(change.WhyNotTakeEffect(this) ?? change.WhyNotApply(this, effect.Next, effect.Milestones));
        foreach (var row in change.Rows.OrderBy(r => r.Order)) Apply(row, change, effect);
        if (change.Rows.Any(r => r.MakesRevision)) AddRevision(change, effect);
        Version++;
    }

    internal void AddPast(ListRevision revision) => revisions.Add(revision);

    private ListRevision AddRevision(Guid id, int number, RevisionState state, DateOnly on)
    {
        var revision = new ListRevision { Id = id, Number = number, State = state, Date = on };
        revisions.Add(revision);
        return revision;
    }

    private void AddRevision(ChangeRequest change, Effect effect)
    {
        var number = revisions.Select(r => r.Number).DefaultIfEmpty(0).Max() + 1;
        foreach (var row in change.Rows.Where(r => r.Kind is RowKind.Adopt or RowKind.Add)) Find(row.Item)!.Enter(number);
        var revision = AddRevision(effect.NewKey(), number, RevisionState.Adopted, effect.On);
        (revision.Change, revision.Decision, revision.Ground) = (change.Code, change.Ground, change.Reason);
        var (reasons, milestones) = (change.Rows.ToLookup(r => r.Item), effect.Milestones.ToLookup(m => m.ItemId));
        foreach (var item in items.Where(i => i.FirstRevision is not null && !LeftBefore(i)))
        {
            var row = RevisionRow.Of(effect.NewKey(), item, parties, milestones[item.Id]);
            row.Reason = change.ReasonOf(reasons[item.Code].Where(r => r.MakesRevision));
            revision.Add(row);
        }
    }

    /// <summary>A dropped item leaves the rows; a completed or carried one stays until the list closes.</summary>
    private static bool LeftBefore(Item item) => item.End == ItemEnd.Dropped;

    private void Apply(ChangeRow row, ChangeRequest change, Effect effect)
    {
        var item = Find(row.Item)!;
        switch (row.Kind)
        {
            case RowKind.Redate: item.Redate(Rows.ReadDate(row.New)); break;
            case RowKind.Rescope: item.Rescope(ChangeRequest.ScopeOf(row, item)); break;
            case RowKind.Revalue: item.Revalue(row.New); break;
            case RowKind.Relead: item.SetLeads(Rows.ReadLeads(row.New, effect.NewKey)); break;
            case RowKind.Rebase: Rebase(item, row, effect); break;
            case RowKind.Complete: item.Finish(ItemEnd.Completed, effect.On, row.Reason, change.Code); break;
            case RowKind.Drop: item.Finish(ItemEnd.Dropped, effect.On, row.Reason, change.Code); break;
            case RowKind.Carry: Carry(item, row, change, effect); break;
            case RowKind.Adopt or RowKind.Add: break; // enters with the revision
        }
    }

    private static void Rebase(Item item, ChangeRow row, Effect effect)
    {
        foreach (var (code, date) in Rows.ReadBaselines(row.New)!) effect.Milestones.Single(m => m.ItemId == item.Id && m.Code == code).Rebase(date);
    }

    private static void Carry(Item item, ChangeRow row, ChangeRequest change, Effect effect)
    {
        item.Finish(ItemEnd.Carried, effect.On, row.Reason, change.Code);
        var next = effect.Next!;
        var due = row.New.Length > 0 ? Rows.ReadDate(row.New) : next.Ends;
        var successor = new Item(effect.NewKey(), next.Id, next.NextItemCode(), new(item.Theme, item.Title, item.Scope, due) { Values = next.ValuesOf(item) })
        { Class = item.Class, Published = item.Published, Sample = item.Sample, Source = item.Source };
        foreach (var unit in item.Units) successor.Add(new ItemUnit { Id = effect.NewKey(), Party = unit.Party, Lead = unit.Lead, Order = unit.Order, Organization = unit.Organization });
        foreach (var reference in item.Refs) successor.Add(new ItemRef { Id = effect.NewKey(), Kind = reference.Kind, Ref = reference.Ref });
        foreach (var deliverable in item.Deliverables) successor.Add(new Deliverable { Id = effect.NewKey(), Order = deliverable.Order, Text = deliverable.Text });
        item.CarryTo(successor);
        next.Add(successor);
    }

    /// <summary>What a carried item has in columns that this list has too.</summary>
    private string ValuesOf(Item carried) =>
        ItemValues.Write((ItemValues.Read(carried.Values) ?? new Dictionary<string, string>()).Where(v => columns.Exists(c => c.Code == v.Key && c.WhyNot(v.Value) is null)).Select(v => (v.Key, v.Value)));

    private int Ended(ItemEnd end) => items.Count(i => i.End == end);

    private static int Number(string code) => int.TryParse(code.AsSpan(code.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}

public sealed class ListParty
{
    public required string Party { get; init; }
    public required int Order { get; init; }
}

/// <summary>What an effect needs from outside: the day, keys for new rows, and the list that carried items go to.</summary>
public sealed record Effect(DateOnly On, Func<Guid> NewKey, ItemList? Next)
{
    /// <summary>All milestones of the list's items: their baselines are frozen in a new revision, and moved by a row that says so.</summary>
    public required IReadOnlyList<Milestone> Milestones { get; init; }
}

/// <summary>Both sides of the conservation law (账目).</summary>
public readonly record struct Balance(int Adopted, int Added, int Open, int Completed, int Carried, int Dropped)
{
    /// <summary>N of every "of N": dropping never improves a rate.</summary>
    public int Total => Adopted + Added;
    public bool Holds => Total == Open + Completed + Carried + Dropped;
}
