using TwinHub.Core.Parties;
using TwinHub.Core.Regions;

namespace TwinHub.Core.Items;

/// <summary>How an item ended. Each ends once.</summary>
public enum ItemEnd
{
    Completed,
    Dropped,
    Carried,
}

/// <summary>One thing the parties do together (合作事项). Its joint fields change only through an approved or recorded change request.</summary>
public sealed class Item
{
    private readonly List<ItemUnit> units = [];
    private readonly List<Deliverable> deliverables = [];
    private readonly List<ItemRef> refs = [];

    private Item() { } // for EF Core

    public Item(Guid id, Guid list, string code, ItemFields fields)
    {
        (Id, ListId, Code) = (id, list, code);
        (Theme, Title, Scope, Due, Values) = (fields.Theme, fields.Title, fields.Scope, fields.Due, fields.Values);
    }

    public Guid Id { get; private set; }
    public Guid ListId { get; private set; }
    /// <summary>Code that people know, e.g. 2023H2-017.</summary>
    public string Code { get; private set; } = "";
    /// <summary>First adopted revision that has the item; null while it is a draft.</summary>
    public int? FirstRevision { get; private set; }
    /// <summary>Party whose draft this is, until it is circulated; null: every party sees it.</summary>
    public string? DraftOf { get; private set; }
    public string Theme { get; private set; } = "";
    public LocalText Title { get; private set; } = LocalText.Empty;
    /// <summary>What is to be done or delivered in the period.</summary>
    public LocalText Scope { get; private set; } = LocalText.Empty;
    public DateOnly Due { get; private set; }
    /// <summary>What it has in the typed columns of its list, as <see cref="Lists.ItemValues"/> writes them.</summary>
    public string Values { get; private set; } = "";
    public Class Class { get; init; } = Class.Joint;
    /// <summary>The name is from a published text.</summary>
    public bool Published { get; init; }
    public ItemEnd? End { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public LocalText EndReason { get; private set; } = LocalText.Empty;
    /// <summary>Code of the change request, or of the decision where the end was recorded, that ended it.</summary>
    public string? EndGround { get; private set; }
    /// <summary>Code of the item of the next list that carries this one on.</summary>
    public string? Successor { get; private set; }
    /// <summary>Code of the item that this one carries on.</summary>
    public string? CarriedFrom { get; private set; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public int Version { get; private set; }

    public IReadOnlyList<ItemUnit> Units => units;
    public IReadOnlyList<Deliverable> Deliverables => deliverables;
    public IReadOnlyList<ItemRef> Refs => refs;

    public bool IsDraft => FirstRevision is null;
    public bool IsOpen => FirstRevision is not null && End is null;

    /// <summary>Lead units of <paramref name="party"/> in order; the first answers.</summary>
    public IEnumerable<ItemUnit> LeadsOf(string party) => units.Where(u => u.Lead && u.Party == party).OrderBy(u => u.Order);

    /// <exception cref="RefusedException"><c>item.adopted</c>: leads of an adopted item change by a change request only.</exception>
    public void Add(ItemUnit unit)
    {
        RefusedException.ThrowIf(unit.Lead && !IsDraft ? Refusal.Of("item.adopted", Code) : null);
        units.Add(unit);
    }

    public void Add(Deliverable deliverable) => deliverables.Add(deliverable);

    public void Add(ItemRef reference) => refs.Add(reference);

    /// <summary>Null when the actor may write this item directly: only as long as it is a draft that their party sees.</summary>
    public Refusal? WhyNotEditDraft(Actor actor) =>
        actor.WhyNotAs(Roles.Office | Roles.Drafter)
        ?? (IsDraft ? null : Refusal.Of("item.adopted", Code))
        ?? (DraftOf is null || DraftOf == actor.Party ? null : Refusal.Of("actor.other-party", DraftOf));

    /// <summary>Writes the draft anew, with all its units.</summary>
    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotEditDraft"/>.</exception>
    public void EditDraft(Actor actor, ItemFields fields, IReadOnlyList<ItemUnit> newUnits)
    {
        RefusedException.ThrowIf(WhyNotEditDraft(actor));
        (Theme, Title, Scope, Due, Values, Version) = (fields.Theme, fields.Title, fields.Scope, fields.Due, fields.Values, Version + 1);
        units.RemoveAll(u => !newUnits.Contains(u));
        units.AddRange(newUnits.Except(units));
    }

    /// <summary>Writes anew what the draft delivers and follows from; a row that stays is the row that it was.</summary>
    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotEditDraft"/>.</exception>
    public void Describe(Actor actor, IReadOnlyList<Deliverable> newDeliverables, IReadOnlyList<ItemRef> newRefs)
    {
        RefusedException.ThrowIf(WhyNotEditDraft(actor));
        deliverables.RemoveAll(d => !newDeliverables.Contains(d));
        deliverables.AddRange(newDeliverables.Except(deliverables));
        refs.RemoveAll(r => !newRefs.Contains(r));
        refs.AddRange(newRefs.Except(refs));
    }

    /// <summary>Null when the actor may show this draft to every party: only their own party's.</summary>
    public Refusal? WhyNotCirculate(Actor actor) =>
        WhyNotEditDraft(actor) ?? (DraftOf is null ? Refusal.Of("item.circulated", Code) : null);

    /// <summary>Keeps a new draft to one party, until it is circulated.</summary>
    /// <exception cref="RefusedException"><c>item.adopted</c>: what is adopted is every party's.</exception>
    public void KeepTo(string party)
    {
        RefusedException.ThrowIf(IsDraft ? null : Refusal.Of("item.adopted", Code));
        DraftOf = party;
    }

    public void Circulate() => (DraftOf, Version) = (null, Version + 1);

    internal void Enter(int revision) => (FirstRevision, DraftOf, Version) = (FirstRevision ?? revision, null, Version + 1);

    internal void Redate(DateOnly due) => (Due, Version) = (due, Version + 1);

    internal void Rescope(LocalText scope) => (Scope, Version) = (scope, Version + 1);

    internal void Revalue(string values) => (Values, Version) = (values, Version + 1);

    internal void SetLeads(IReadOnlyList<ItemUnit> leads)
    {
        units.RemoveAll(u => u.Lead);
        units.AddRange(leads);
        Version++;
    }

    internal void Finish(ItemEnd end, DateOnly on, LocalText reason, string? ground)
    {
        RefusedException.ThrowIf(IsOpen ? null : Refusal.Of("item.not-open", Code));
        (End, EndedOn, EndReason, EndGround, Version) = (end, on, reason, ground, Version + 1);
    }

    internal void CarryTo(Item next) => (Successor, next.CarriedFrom) = (next.Code, Code);
}

/// <summary>The joint fields of an item but its leads and baselines.</summary>
public sealed record ItemFields(string Theme, LocalText Title, LocalText Scope, DateOnly Due)
{
    /// <summary>As <see cref="Lists.ItemValues"/> writes them.</summary>
    public string Values { get; init; } = "";
}

/// <summary>A lead or supporting unit of an item.</summary>
public sealed class ItemUnit
{
    public required Guid Id { get; init; }
    /// <summary>Null for a supporting unit outside every party.</summary>
    public string? Party { get; init; }
    public required bool Lead { get; init; }
    /// <summary>From 1, within party and role; the first lead answers.</summary>
    public required int Order { get; init; }
    public required string Organization { get; init; }
}

/// <summary>Who answers in a unit, and the contact: its own party's, unless shared.</summary>
public sealed class UnitContact
{
    public required Guid Id { get; init; }
    public required Guid ItemId { get; init; }
    public required string Organization { get; init; }
    public required string Party { get; init; }
    /// <summary>Responsible person, by office.</summary>
    public required LocalText Person { get; set; }
    public required LocalText Contact { get; set; }
    public required string Phone { get; set; }
    public bool Shared { get; set; }
}

public sealed class Deliverable
{
    public required Guid Id { get; init; }
    public required int Order { get; init; }
    public required LocalText Text { get; init; }
}

/// <summary>What an item follows from or belongs to.</summary>
public sealed class ItemRef
{
    public required Guid Id { get; init; }
    public required RefKind Kind { get; init; }
    /// <summary>Code of the ask, decision, project or source text.</summary>
    public required string Ref { get; init; }
}

public enum RefKind
{
    Ask,
    Decision,
    Project,
    SourceText,
}
