using TwinHub.Core.Parties;
using TwinHub.Core.Regions;

namespace TwinHub.Core.Meetings;

/// <summary>A level of the mechanism (机制).</summary>
public sealed class Body
{
    public required string Code { get; init; }
    /// <summary>1 is the highest.</summary>
    public required int Level { get; init; }
    public string? Parent { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Rules { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public List<BodyMember> Members { get; init; } = [];
    public List<BodyPower> Powers { get; init; } = [];
}

public sealed class BodyMember
{
    public required int Order { get; init; }
    public string? Party { get; init; }
    public string? Organization { get; init; }
    public required LocalText Office { get; init; }
    public required string Role { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>A kind of change that the body may resolve.</summary>
public sealed class BodyPower
{
    public required string Kind { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>One sitting of a body (会议).</summary>
public sealed class Meeting
{
    public required string Code { get; init; }
    public required string Body { get; init; }
    public int? Number { get; init; }
    public DateOnly? Starts { get; init; }
    public DateOnly? Ends { get; init; }
    public required LocalText Place { get; init; }
    public string? Area { get; init; }
    public string? Mode { get; init; }
    public string? Host { get; init; }
    /// <summary>Chair, by office.</summary>
    public required LocalText Chair { get; init; }
    public required LocalText Theme { get; init; }
    public required bool Held { get; init; }
    public string? Certainty { get; init; }
    public required LocalText Note { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public List<Participant> Participants { get; init; } = [];
    public List<AgendaItem> Agenda { get; init; } = [];
    public List<Visit> Visits { get; init; } = [];

    /// <summary>Whether the actor may read an agenda item: what is above joint, only the party that holds its paper, or that is the host.</summary>
    /// <param name="item">One of <see cref="Agenda"/>.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="paper">The item's paper, as far as the actor sees it.</param>
    public bool Shows(AgendaItem item, Actor actor, Paper? paper) =>
        item.Class <= Class.Joint || ((item.Paper is null || paper is not null) && (paper?.Party ?? Host) == actor.Party);
}

public sealed class Participant
{
    public required int Order { get; init; }
    public string? Party { get; init; }
    public string? Organization { get; init; }
    /// <summary>Office, never a name.</summary>
    public required LocalText Office { get; init; }
    public required string Capacity { get; init; }
    public bool Sitting { get; init; }
    public bool Visit { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>How an agenda item is treated. Only <see cref="Deliberated"/> and <see cref="Written"/> can adopt.</summary>
public enum Treatment
{
    Deliberated,
    Written,
    Heard,
    Speech,
    Exchange,
    Visit,
}

public sealed class AgendaItem
{
    public required int Order { get; init; }
    public required LocalText Title { get; init; }
    public required Treatment Treatment { get; init; }
    public string? Paper { get; init; }
    public string? Field { get; init; }
    public required LocalText Presenter { get; init; }
    public required Class Class { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public bool CanAdopt => Treatment is Treatment.Deliberated or Treatment.Written;
}

public sealed class Visit
{
    public required int Order { get; init; }
    public required LocalText Place { get; init; }
    public string? Area { get; init; }
    public required LocalText About { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}
