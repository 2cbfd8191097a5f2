using TwinHub.Core.Parties;

namespace TwinHub.Core.Changes;

/// <summary>A frozen text as its keys see it. Whatever it asks for, one rule says who may turn a key on it, and who may end it.</summary>
/// <param name="Code">Code that people know.</param>
/// <param name="Parties">The parties concerned.</param>
/// <param name="Keys">Keys turned so far, those taken back too.</param>
/// <param name="Frozen">Who proposed the text, and its SHA-256.</param>
internal readonly record struct KeyedText(string Code, IReadOnlyList<ChangeParty> Parties, IReadOnlyList<KeyTurn> Keys, (Guid ProposedBy, string Sha256) Frozen)
{
    public bool EveryKeyTurned => Parties.All(IsTurned);

    public bool HasTurned(string party) => Keys.Any(k => k.Party == party && k.TakenBackAt is null);

    /// <summary>Null when the actor may turn their party's key on the text they saw. Who proposed it never does.</summary>
    /// <param name="takesKeys">The text still waits for keys.</param>
    /// <param name="actor">Who would turn it.</param>
    /// <param name="turn">Digest of the text that they saw, and on what the key rests.</param>
    public Refusal? WhyNotTurnKey(bool takesKeys, Actor actor, (string TextSha256, KeyBasis Basis) turn)
    {
        if (WhyNotConcerned(takesKeys, actor) is { } refusal) return refusal;
        if (actor.WhyNotAs(turn.Basis.InPerson ? Roles.KeyHolder : Roles.Office) is { } role) return role;
        if (!turn.Basis.IsComplete) return Refusal.Of("key.basis-incomplete");
        if (HasTurned(actor.Party)) return Refusal.Of("key.already-turned", actor.Party);
        if (actor.Account == Frozen.ProposedBy) return Refusal.Of("key.own-proposal", actor.Party);
        return turn.TextSha256 == Frozen.Sha256 ? null : Refusal.Of("key.text-changed");
    }

    /// <summary>Null when the actor may refuse the text for their party.</summary>
    public Refusal? WhyNotRefuse(bool isOpen, Actor actor) => WhyNotConcerned(isOpen, actor) ?? actor.WhyNotAs(Roles.KeyHolder | Roles.Office);

    private Refusal? WhyNotConcerned(bool takesKeys, Actor actor) =>
        !takesKeys ? Refusal.Of("change.not-open", Code)
        : Parties.All(p => p.Party != actor.Party) ? Refusal.Of("key.not-concerned", actor.Party)
        : null;

    private bool IsTurned(ChangeParty party) => HasTurned(party.Party);
}
