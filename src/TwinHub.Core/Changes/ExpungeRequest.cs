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
    public ExpungeRequest(Guid id, string code, IReadOnlyList<string> parties, (Actor By, DateTimeOffset At, ExpungeTarget Target, LocalText Reason) proposal)
    {
        RefusedException.ThrowIf(WhyNotPropose(proposal.By) ?? (proposal.Reason.IsEmpty ? Refusal.Of("expunge.reason") : null));
        (Id, Code, Reason) = (id, code, proposal.Reason);
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
    public Guid ProposedBy { get; private set; }
    public string ProposedParty { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public ChangeState State { get; private set; }
    /// <summary>SHA-256 of the frozen text: what every key is turned on.</summary>
    public string TextSha256 { get; private set; } = "";
    public DateTimeOffset? CarriedOutAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ChangeParty> Parties => parties;
    public IReadOnlyList<KeyTurn> Keys => keys;

    public static Refusal? WhyNotPropose(Actor actor) => actor.WhyNotAs(Roles.Office);

    /// <summary>The frozen text, line by line: what the digest is of.</summary>
    public string Text() => string.Join('\n', "TwinHub expunge request 1", $"record\t{Record}", $"entity\t{Entity}", $"key\t{Rows.Escaped(Key)}", $"property\t{Property}", $"reason\t{Rows.Escaped(Reason.In(Reason.Binding))}", "");

    /// <summary>Null when the actor may turn their party's key on the text they saw. Who proposed it never does.</summary>
    public Refusal? WhyNotTurnKey(Actor actor, string textSha256, KeyBasis basis)
    {
        if (State != ChangeState.Open) return Refusal.Of("change.not-open", Code);
        if (!parties.Exists(p => p.Party == actor.Party)) return Refusal.Of("key.not-concerned", actor.Party);
        if (actor.WhyNotAs(basis.InPerson ? Roles.KeyHolder : Roles.Office) is { } role) return role;
        if (!basis.IsComplete) return Refusal.Of("key.basis-incomplete");
        if (keys.Exists(k => k.Party == actor.Party)) return Refusal.Of("key.already-turned", actor.Party);
        if (actor.Account == ProposedBy) return Refusal.Of("key.own-proposal", actor.Party);
        return textSha256 == TextSha256 ? null : Refusal.Of("key.text-changed");
    }

    /// <summary>Turns the party's key; the last one approves.</summary>
    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotTurnKey"/>.</exception>
    public void TurnKey(Guid id, Actor actor, string textSha256, (KeyBasis Basis, DateTimeOffset Now) turn)
    {
        RefusedException.ThrowIf(WhyNotTurnKey(actor, textSha256, turn.Basis));
        keys.Add(KeyTurn.Of(id, keys.Count + 1, actor, (textSha256, turn.Basis, turn.Now)));
        var isLast = parties.TrueForAll(p => keys.Exists(k => k.Party == p.Party));
        (State, Version) = (isLast ? ChangeState.Approved : State, Version + 1);
    }

    /// <summary>True when every party approved that exactly this is destroyed, and it is not yet.</summary>
    public bool Carries(ExpungeTarget target) =>
        State == ChangeState.Approved && CarriedOutAt is null && target == new ExpungeTarget(Record, Entity, Key, Property);

    public void CarryOut(DateTimeOffset now) => (CarriedOutAt, Version) = (now, Version + 1);
}
