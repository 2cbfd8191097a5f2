namespace TwinHub.Core.Parties;

/// <summary>A government that holds a key (方).</summary>
public sealed class Party
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Short { get; init; }
    /// <summary>One character or two letters that stand for the party in tables.</summary>
    public required LocalText Mark { get; init; }
    public required string Color { get; init; }
    public required string ColorDark { get; init; }
    public string? Iso { get; init; }
    public required string Area { get; init; }
    /// <summary>Days of the week that are off, 1 = Monday … 7 = Sunday, separated by ;.</summary>
    public required string Weekend { get; init; }
}

/// <summary>A unit (单位), of one party or outside every party.</summary>
public sealed class Organization
{
    public required string Code { get; init; }
    /// <summary>Null: outside (a ministry, a company). It holds no key, may lead nothing, may support and be asked.</summary>
    public string? Party { get; init; }
    public required string Kind { get; init; }
    /// <summary>The party's part of the joint office.</summary>
    public bool Office { get; init; }
    public string? Area { get; init; }
    /// <summary>Changed by <see cref="Rename"/>.</summary>
    public required LocalText Name { get; set; }
    /// <summary>Changed by <see cref="Rename"/>.</summary>
    public required LocalText Short { get; set; }
    /// <summary>Code of the unit whose work it took over.</summary>
    public string? Predecessor { get; init; }
    /// <summary>Day from which it takes nothing on. It stays in every text that names it.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public int Version { get; private set; }

    /// <summary>Null when the actor may keep the units of <paramref name="party"/>: its own party's, or those outside every party.</summary>
    public static Refusal? WhyNotKeep(Actor actor, string? party) =>
        actor.WhyNotAs(Roles.Administrator) ?? (party is null ? null : actor.WhyNotFor(party));

    /// <summary>Null when a slip in the name may be mended: no adopted list names the unit. A unit that is reformed gets a successor instead.</summary>
    public Refusal? WhyNotRename(Actor actor, bool inAdoptedList) =>
        WhyNotKeep(actor, Party) ?? (inAdoptedList ? Refusal.Of("reference.in-adopted-list", Code) : null);

    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotRename"/>.</exception>
    public void Rename(Actor actor, (LocalText Name, LocalText Short) names, bool inAdoptedList)
    {
        RefusedException.ThrowIf(WhyNotRename(actor, inAdoptedList));
        (Name, Short, Version) = (names.Name, names.Short, Version + 1);
    }

    /// <summary>Null when the unit may be closed: it leads no open item.</summary>
    public Refusal? WhyNotClose(Actor actor, int openItems) =>
        WhyNotKeep(actor, Party) ?? (ClosedOn is not null ? Refusal.Of("organization.closed", Code) : openItems > 0 ? Refusal.Of("organization.leads-open", Code, openItems) : null);

    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotClose"/>.</exception>
    public void Close(Actor actor, DateOnly on, int openItems)
    {
        RefusedException.ThrowIf(WhyNotClose(actor, openItems));
        (ClosedOn, Version) = (on, Version + 1);
    }
}
