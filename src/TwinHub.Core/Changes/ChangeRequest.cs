using System.Security.Cryptography;
using System.Text;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;

namespace TwinHub.Core.Changes;

public enum ChangeState
{
    /// <summary>Frozen, waiting for keys.</summary>
    Open,
    /// <summary>Every party concerned turned its key; in effect.</summary>
    Approved,
    /// <summary>Adopted elsewhere and recorded with its issued document: in effect, recorded, not keyed.</summary>
    Recorded,
    Refused,
    Withdrawn,
}

/// <summary>A frozen text of one or many rows, approved whole by every party concerned (变更申请).</summary>
public sealed class ChangeRequest
{
    private readonly List<ChangeRow> rows = [];
    private readonly List<ChangeParty> parties = [];
    private readonly List<KeyTurn> keys = [];

    private ChangeRequest() { } // for EF Core

    /// <exception cref="RefusedException">The reasons of <see cref="Proposal.WhyNotText"/>.</exception>
    /// <exception cref="ArgumentException">Two rows have one order: the text would not be the same text twice.</exception>
    public ChangeRequest(Guid id, string code, ItemList list, Proposal proposal)
    {
        RefusedException.ThrowIf(proposal.WhyNotText(list));
        if (proposal.Rows.DistinctBy(r => r.Order).Count() < proposal.Rows.Count) throw new ArgumentException("Two rows have one order.", nameof(proposal));
        (Id, Code, ListId) = (id, code, list.Id);
        (Reason, Ground, Document) = (proposal.Reason, proposal.Ground, proposal.Document);
        (ProposedBy, ProposedParty, ProposedAt) = (proposal.By.Account, proposal.By.Party, proposal.At);
        rows.AddRange(proposal.Rows);
        parties.AddRange(list.Parties.Select(p => new ChangeParty { Party = p.Party }));
        TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(list.Code))));
    }

    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public Guid ListId { get; private set; }
    public LocalText Reason { get; private set; } = LocalText.Empty;
    /// <summary>Code of the decision that is its ground.</summary>
    public string? Ground { get; private set; }
    /// <summary>Code of the issued document, where the change was adopted elsewhere.</summary>
    public string? Document { get; private set; }
    public Guid ProposedBy { get; private set; }
    public string ProposedParty { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public ChangeState State { get; private set; }
    /// <summary>SHA-256 of the frozen text: what every key is turned on.</summary>
    public string TextSha256 { get; private set; } = "";
    public string? RefusedBy { get; private set; }
    public LocalText RefusalReason { get; private set; } = LocalText.Empty;
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ChangeRow> Rows => rows;
    public IReadOnlyList<ChangeParty> Parties => parties;
    public IReadOnlyList<KeyTurn> Keys => keys;

    /// <summary>A key may still be turned: the text waits, or it was recorded and waits to be confirmed.</summary>
    public bool TakesKeys => State is ChangeState.Open or ChangeState.Recorded;
    public bool HasTurned(string party) => Keyed.HasTurned(party);
    public bool EveryKeyTurned => Keyed.EveryKeyTurned;
    private KeyedText Keyed => new(Code, parties, keys, (ProposedBy, TextSha256));

    /// <summary>The frozen text, line by line: what the digest is of.</summary>
    public string Text(string list)
    {
        var text = new StringBuilder("TwinHub change request 1\n");
        text.Append("list\t").Append(list).Append("\nground\t").Append(Ground).Append("\ndocument\t").Append(Document)
            .Append("\nreason\t").Append(Changes.Rows.Escaped(Reason.In(Reason.Binding))).Append('\n');
        foreach (var row in rows.OrderBy(r => r.Order)) text.Append(row.Text()).Append('\n');
        return text.ToString();
    }

    /// <summary>Why <paramref name="changed"/>, the rows of one item, were changed: their own reasons, or that of the whole text.</summary>
    public LocalText ReasonOf(IEnumerable<ChangeRow> changed)
    {
        var reasons = changed.Select(r => r.Reason.IsEmpty ? Reason : r.Reason).Distinct().ToList();
        return reasons.Count < 2 ? reasons.FirstOrDefault(LocalText.Empty) : LocalText.Of(reasons[0].Binding,
            reasons.SelectMany(r => r.Wordings.Keys).Distinct().Select(language => (language, string.Join('\n', reasons.Select(r => r.In(language))))));
    }

    /// <summary>The scope that a row sets in the binding language; the item's other versions stay, stale.</summary>
    public static LocalText ScopeOf(ChangeRow row, Item item) =>
        item.Scope.With(item.Scope.Binding is { Length: > 0 } binding ? binding : item.Title.Binding, row.New);

    /// <summary>Null when <paramref name="actor"/> may turn their party's key on the text they saw; otherwise the reason.</summary>
    public Refusal? WhyNotTurnKey(Actor actor, string textSha256, KeyBasis basis) => Keyed.WhyNotTurnKey(TakesKeys, actor, (textSha256, basis));

    /// <summary>Turns the party's key; the last one approves. The caller applies an approved change to its list.</summary>
    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotTurnKey"/>.</exception>
    /// <returns>True when this key put the change into effect.</returns>
    public bool TurnKey(Guid id, Actor actor, string textSha256, (KeyBasis Basis, DateTimeOffset Now) turn)
    {
        RefusedException.ThrowIf(WhyNotTurnKey(actor, textSha256, turn.Basis));
        keys.Add(KeyTurn.Of(id, keys.Count + 1, actor, (textSha256, turn.Basis, turn.Now)));
        Version++; // the concurrency token: of two keys at the same moment, one must look again
        return EveryKeyTurned && Approve(turn.Now);
    }

    /// <summary>Null when the actor may take their party's key back: until the last one turns.</summary>
    public Refusal? WhyNotTakeBack(Actor actor) =>
        !TakesKeys ? Refusal.Of("change.not-open", Code)
        : !HasTurned(actor.Party) ? Refusal.Of("key.not-turned", actor.Party)
        : actor.WhyNotAs(Roles.KeyHolder | Roles.Office);

    public void TakeBack(Actor actor, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotTakeBack(actor));
        keys.Find(k => k.Party == actor.Party && k.TakenBackAt is null)!.TakenBackAt = now;
        Version++;
    }

    /// <summary>Null when the actor may refuse the text for their party; a refusal ends it.</summary>
    public Refusal? WhyNotRefuse(Actor actor) => Keyed.WhyNotRefuse(State == ChangeState.Open, actor);

    public void Refuse(Actor actor, LocalText reason, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotRefuse(actor));
        (State, RefusedBy, RefusalReason, EndedAt, Version) = (ChangeState.Refused, actor.Party, reason, now, Version + 1);
    }

    /// <summary>Null when the actor may withdraw it: the party that proposed it, before the last key.</summary>
    public Refusal? WhyNotWithdraw(Actor actor) =>
        State != ChangeState.Open ? Refusal.Of("change.not-open", Code)
        : actor.WhyNotFor(ProposedParty) ?? actor.WhyNotAs(Roles.Office | Roles.Drafter);

    public void Withdraw(Actor actor, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotWithdraw(actor));
        (State, EndedAt, Version) = (ChangeState.Withdrawn, now, Version + 1);
    }

    /// <summary>Null when the actor may record that the parties adopted the text elsewhere, by an issued document.</summary>
    public Refusal? WhyNotRecord(Actor actor) =>
        State != ChangeState.Open ? Refusal.Of("change.not-open", Code)
        : !parties.Exists(p => p.Party == actor.Party) ? Refusal.Of("key.not-concerned", actor.Party)
        : actor.WhyNotAs(Roles.Office) ?? (Document is null ? Refusal.Of("change.no-document", Code) : null);

    /// <summary>Puts into effect what the parties adopted elsewhere: recorded, not keyed.</summary>
    public void Record(Actor actor)
    {
        RefusedException.ThrowIf(WhyNotRecord(actor));
        (State, Version) = (ChangeState.Recorded, Version + 1);
    }

    /// <summary>Null when the rows still fit the list: what was old still stands, and no ended item is touched.</summary>
    public Refusal? WhyNotApply(ItemList list, ItemList? next, IReadOnlyList<Milestone>? milestones = null) =>
        list.IsOpen ? RowRules.WhyNot(rows, list, next, milestones) : Refusal.Of("list.closed", list.Code);

    /// <summary>Null when every party approved the text, or it was recorded, and the list does not have it yet.</summary>
    public Refusal? WhyNotTakeEffect(ItemList list) =>
        State is not (ChangeState.Approved or ChangeState.Recorded) ? Refusal.Of("change.not-approved", Code)
        : list.Revisions.Any(r => r.Change == Code) ? Refusal.Of("change.applied", Code)
        : null;

    private bool Approve(DateTimeOffset now)
    {
        var takesEffect = State == ChangeState.Open;
        (State, EndedAt) = (ChangeState.Approved, now);
        return takesEffect;
    }
}

public sealed class ChangeParty
{
    public required string Party { get; init; }
}

/// <summary>One party's approval of exactly this text (会签). Never removed; taken back, it keeps its row.</summary>
public sealed class KeyTurn
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required string Party { get; init; }
    public required Guid Account { get; init; }
    public required DateTimeOffset TurnedAt { get; init; }
    public required string TextSha256 { get; init; }
    /// <summary>Signed in person here; otherwise by an office account on a recorded approval.</summary>
    public required bool InPerson { get; init; }
    public string? Capacity { get; init; }
    public DateOnly? ApprovedOn { get; init; }
    public string? ApprovalNumber { get; init; }
    public string? ScanSha256 { get; init; }
    public DateTimeOffset? TakenBackAt { get; set; }

    internal static KeyTurn Of(Guid id, int number, Actor actor, (string TextSha256, KeyBasis Basis, DateTimeOffset Now) turn) => new()
    {
        Id = id,
        Number = number,
        Party = actor.Party,
        Account = actor.Account,
        TurnedAt = turn.Now,
        TextSha256 = turn.TextSha256,
        InPerson = turn.Basis.InPerson,
        Capacity = turn.Basis.Capacity,
        ApprovedOn = turn.Basis.ApprovedOn,
        ApprovalNumber = turn.Basis.ApprovalNumber,
        ScanSha256 = turn.Basis.ScanSha256,
    };
}

/// <summary>On what a key rests: signed in person here, or an office account on a recorded internal approval.</summary>
public sealed record KeyBasis(bool InPerson, string? Capacity = null, DateOnly? ApprovedOn = null, string? ApprovalNumber = null, string? ScanSha256 = null)
{
    public bool IsComplete => InPerson || (!string.IsNullOrWhiteSpace(Capacity) && ApprovedOn is not null && !string.IsNullOrWhiteSpace(ApprovalNumber));
}
