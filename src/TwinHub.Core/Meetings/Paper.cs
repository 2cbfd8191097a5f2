using TwinHub.Core.Parties;
using TwinHub.Core.Regions;

namespace TwinHub.Core.Meetings;

/// <summary>A paper of a meeting (会议材料), in language versions. A speech is a paper with numbered passages.</summary>
public sealed class Paper
{
    public required string Code { get; init; }
    public string? Meeting { get; init; }
    public required string Kind { get; init; }
    public required LocalText Title { get; init; }
    /// <summary>Office that signs, reports or speaks.</summary>
    public required LocalText Office { get; init; }
    public DateOnly? Date { get; init; }
    public required Class Class { get; init; }
    /// <summary>Party whose paper it is; null: joint.</summary>
    public string? Party { get; init; }
    public string? List { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public List<Passage> Passages { get; init; } = [];
}

public sealed class Passage
{
    public required int Number { get; init; }
    public required LocalText Text { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>What a leader asked for in a speech, by office (要求).</summary>
public sealed class Ask
{
    public required string Code { get; init; }
    public required string Paper { get; init; }
    public required int Passage { get; init; }
    public required LocalText Text { get; init; }
    public string? Theme { get; init; }
    public string? Field { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}

/// <summary>What a meeting resolved, numbered (议定事项): the ground that change requests cite. It writes no joint field.</summary>
public sealed class Decision
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Meeting { get; init; }
    public required int Number { get; init; }
    public int? Agenda { get; init; }
    public required LocalText Text { get; init; }
    public string? Organization { get; init; }
    public DateOnly? Due { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }

    /// <summary>Null when the actor may record what <paramref name="meeting"/> resolved under <paramref name="agenda"/>.</summary>
    public static Refusal? WhyNotRecord(Actor actor, Meeting meeting, int? agenda)
    {
        if (actor.WhyNotAs(Roles.Office) is { } role) return role;
        if (agenda is not { } order) return null;
        var item = meeting.Agenda.Find(a => a.Order == order);
        if (item is not { CanAdopt: true }) return Refusal.Of("decision.agenda-cannot-adopt", order);
        return item.Class <= Class.Joint ? null : Refusal.Of("decision.agenda-internal", order); // a decision is every party's to read
    }
}

/// <summary>A published text that items cite: an ask, a task, a service, a result.</summary>
public sealed class SourceText
{
    public required string Code { get; init; }
    public required LocalText Document { get; init; }
    public string? Date { get; init; }
    public required string Kind { get; init; }
    public required LocalText Title { get; init; }
    public string? Theme { get; init; }
    public string? Due { get; init; }
    public string? Status { get; init; }
    public string? Ask { get; init; }
    public string? Source { get; init; }
}
