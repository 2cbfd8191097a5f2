using System.Security.Cryptography;
using System.Text;
using TwinHub.Core.Parties;

namespace TwinHub.Core.Changes;

/// <summary>One text of the record that is to be destroyed.</summary>
/// <param name="Record">Code of the record that it is part of.</param>
/// <param name="Entity">Word of the entity, as the journal has it.</param>
/// <param name="Key">Key of the row.</param>
/// <param name="Property">Word of the property.</param>
public sealed record ExpungeTarget(string Record, string Entity, string Key, string Property);

/// <summary>Asks every party to destroy a joint text. It names where the text stands and never repeats it.</summary>
public sealed class ExpungeRequest
{
    private readonly List<ChangeParty> parties = [];
    private readonly List<KeyTurn> keys = [];

    private ExpungeRequest() { } // for EF Core

    /// <param name="id">Key of the row.</param>
    /// <param name="code">Code that people know.</param>
    /// <param name="parties">Every party of the region.</param>
    /// <param name="proposal">Who asks for what, when and why.</param>
    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotPropose"/>; <c>expunge.reason</c>.</exception>
    public ExpungeRequest(Guid id, string code, IReadOnlyList<string> parties, (Actor By, DateTimeOffset At, ExpungeTarget Target, LocalText Reason, string Authority) proposal)
    {
        RefusedException.ThrowIf(WhyNotPropose(proposal.By) ?? (proposal.Reason.IsEmpty || string.IsNullOrWhiteSpace(proposal.Authority) ? Refusal.Of("expunge.reason") : null));
        (Id, Code, Reason, Authority) = (id, code, proposal.Reason, proposal.Authority);
        (Record, Entity, Key, Property) = (proposal.Target.Record, proposal.Target.Entity, proposal.Target.Key, proposal.Target.Property);
        (ProposedBy, ProposedParty, ProposedAt) = (proposal.By.Account, proposal.By.Party, proposal.At);
        this.parties.AddRange(parties.Select(p => new ChangeParty { Party = p }));
        TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text())));
    }

    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public string Record { get; private set; } = "";
    public string Entity { get; private set; } = "";
    public string Key { get; private set; } = "";
    public string Property { get; private set; } = "";
    public LocalText Reason { get; private set; } = LocalText.Empty;
    /// <summary>On what it rests: a rule, or the document in which an office ordered it.</summary>
    public string Authority { get; private set; } = "";
    public Guid ProposedBy { get; private set; }
    public string ProposedParty { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public ChangeState State { get; private set; }
    /// <summary>SHA-256 of the frozen text: what every key is turned on.</summary>
    public string TextSha256 { get; private set; } = "";
    public DateTimeOffset? CarriedOutAt { get; private set; }
    public string? RefusedBy { get; private set; }
    public LocalText RefusalReason { get; private set; } = LocalText.Empty;
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ChangeParty> Parties => parties;
    public IReadOnlyList<KeyTurn> Keys => keys;

    public ExpungeTarget Target => new(Record, Entity, Key, Property);
    public bool HasTurned(string party) => Keyed.HasTurned(party);
    private KeyedText Keyed => new(Code, parties, keys, (ProposedBy, TextSha256));

    /// <summary>Null when the actor may ask that a text is destroyed, and may destroy what is internal to their party.</summary>
    public static Refusal? WhyNotPropose(Actor actor) => actor.WhyNotAs(Roles.Office | Roles.Administrator);

    /// <summary>The frozen text, line by line: what the digest is of.</summary>
    public string Text() => string.Join('\n', "TwinHub expunge request 1", $"record\t{Record}", $"entity\t{Entity}", $"key\t{Rows.Escaped(Key)}", $"property\t{Property}", $"authority\t{Rows.Escaped(Authority)}", $"reason\t{Rows.Escaped(Reason.In(Reason.Binding))}", "");

    /// <summary>Null when the actor may turn their party's key on the text they saw. Who proposed it never does.</summary>
    public Refusal? WhyNotTurnKey(Actor actor, string textSha256, KeyBasis basis) => Keyed.WhyNotTurnKey(State == ChangeState.Open, actor, (textSha256, basis));

    /// <summary>Turns the party's key; the last one approves.</summary>
    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotTurnKey"/>.</exception>
    public void TurnKey(Guid id, Actor actor, string textSha256, (KeyBasis Basis, DateTimeOffset Now) turn)
    {
        RefusedException.ThrowIf(WhyNotTurnKey(actor, textSha256, turn.Basis));
        keys.Add(KeyTurn.Of(id, keys.Count + 1, actor, (textSha256, turn.Basis, turn.Now)));
        (State, Version) = (Keyed.EveryKeyTurned ? ChangeState.Approved : State, Version + 1);
    }

    /// <summary>Null when the actor may refuse it for their party; a refusal ends it.</summary>
    public Refusal? WhyNotRefuse(Actor actor) => Keyed.WhyNotRefuse(State == ChangeState.Open, actor);

    public void Refuse(Actor actor, LocalText reason, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotRefuse(actor));
        (State, RefusedBy, RefusalReason, EndedAt, Version) = (ChangeState.Refused, actor.Party, reason, now, Version + 1);
    }

    /// <summary>Null when the actor may withdraw it: the party that asked, before the last key.</summary>
    public Refusal? WhyNotWithdraw(Actor actor) =>
        actor.WhyNotFor(ProposedParty) ?? WhyNotPropose(actor) ?? (State == ChangeState.Open ? null : Refusal.Of("change.not-open", Code));

    public void Withdraw(Actor actor, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotWithdraw(actor));
        (State, EndedAt, Version) = (ChangeState.Withdrawn, now, Version + 1);
    }

    /// <summary>Null when the actor may carry out what every party approved.</summary>
    public Refusal? WhyNotCarryOut(Actor actor) =>
        actor.WhyNotAs(Roles.KeyHolder | Roles.Office | Roles.Administrator) ?? (Carries(Target) ? null : Refusal.Of("expunge.not-approved", Code));

    /// <summary>True when every party approved that exactly this is destroyed, and it is not yet.</summary>
    public bool Carries(ExpungeTarget target) =>
        State == ChangeState.Approved && CarriedOutAt is null && target == Target;

    public void CarryOut(DateTimeOffset now) => (CarriedOutAt, Version) = (now, Version + 1);
}
