using TwinHub.Core.Parties;

namespace TwinHub.Core.Regions;

/// <summary>What the parties develop together. One row: an installation holds one region.</summary>
public sealed class Region
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Short { get; init; }
    /// <summary>Code of the language that binds.</summary>
    public required string Binding { get; init; }
    /// <summary>Languages in order: code=tag=name, separated by ;.</summary>
    public required string Languages { get; init; }
    public required string TimeZone { get; init; }
    public required string Currency { get; init; }
    /// <summary>Pins today, so that the pack's story is told at the right date.</summary>
    public DateOnly? AsOf { get; init; }
    public required LocalText SampleNote { get; init; }
    public string? CurrentList { get; set; }
    public string? NextList { get; set; }
    public required LocalText NextListTitle { get; init; }
    public string? NextMeeting { get; set; }
    /// <summary>Highest class that the installation may hold.</summary>
    public required Class Ceiling { get; init; }
    public required LocalText MapNote { get; init; }
    public string? MapApproval { get; init; }
    /// <summary>Points of lag below which an item without milestones is at risk, and late.</summary>
    public decimal AtRiskLag { get; init; } = -5;
    public decimal LateLag { get; init; } = -15;
    /// <summary>Points between the parties' percents that make a disagreement.</summary>
    public decimal Disagreement { get; init; } = 10;
    public int DueSoonDays { get; init; } = 30;
    /// <summary>Names with characters that read as numbers, separated by ;.</summary>
    public required string NameStops { get; init; }
}

/// <summary>Who may see a record (密级/范围). The order is from open to closed.</summary>
public enum Class
{
    Public = 0,
    Joint = 1,
    Internal = 2,
    Secret = 3,
}

/// <summary>An administrative unit, in a tree, valid from–to.</summary>
public sealed class Area
{
    public required string Code { get; init; }
    public string? Parent { get; init; }
    public string? Party { get; init; }
    public required string Level { get; init; }
    public required string Role { get; init; }
    public string? Hub { get; init; }
    public required string InRegion { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Short { get; init; }
    public double? Lon { get; init; }
    public double? Lat { get; init; }
    public double? AreaKm2 { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public string? Successor { get; init; }
    public required LocalText Note { get; init; }
    public string? Source { get; init; }
}

/// <summary>A named set of areas, usually crossing parties (功能区).</summary>
public sealed class Zone
{
    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Short { get; init; }
    public int? Number { get; init; }
    public double? AreaKm2 { get; init; }
    public DateOnly? Approved { get; init; }
    public string? ApprovalRef { get; init; }
    public string? PlanRef { get; init; }
    public required LocalText Note { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public List<ZoneMember> Members { get; init; } = [];
}

public sealed class ZoneMember
{
    public required string Area { get; init; }
    public required string Scope { get; init; }
}

/// <summary>One value of a classification: themes of items, fields of the agenda, tasks of the plan.</summary>
public sealed class Classification
{
    public required string Scheme { get; init; }
    public required string Code { get; init; }
    public required int Order { get; init; }
    /// <summary>Changed by <see cref="Rename"/>.</summary>
    public required LocalText Name { get; set; }
    /// <summary>Changed by <see cref="Rename"/>.</summary>
    public required LocalText Short { get; set; }
    public required LocalText Note { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
    public int Version { get; private set; }

    /// <summary>Null when the name may be changed: no adopted list has an item under it.</summary>
    public Refusal? WhyNotRename(Actor actor, bool inAdoptedList) =>
        actor.WhyNotAs(Roles.Administrator) ?? (inAdoptedList ? Refusal.Of("reference.in-adopted-list", Code) : null);

    /// <exception cref="RefusedException">The reasons of <see cref="WhyNotRename"/>.</exception>
    public void Rename(Actor actor, (LocalText Name, LocalText Short) names, bool inAdoptedList)
    {
        RefusedException.ThrowIf(WhyNotRename(actor, inAdoptedList));
        (Name, Short, Version) = (names.Name, names.Short, Version + 1);
    }
}

/// <summary>A day on which a party's calendar differs from its week: a holiday, or a make-up working day.</summary>
public sealed class CalendarDay
{
    public required string Party { get; init; }
    public required DateOnly Day { get; init; }
    public required bool Works { get; set; }
    public string? Notice { get; set; }

    public void Change(bool works, string? notice) => (Works, Notice) = (works, notice);

    /// <summary>Null when the actor may keep the calendar of <paramref name="party"/>.</summary>
    public static Refusal? WhyNotKeep(Actor actor, string party) => actor.WhyNotAs(Roles.Administrator) ?? actor.WhyNotFor(party);
}
