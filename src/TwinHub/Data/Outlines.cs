namespace TwinHub.Data;

/// <summary>One term of the termbase.</summary>
public sealed class Term
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required Core.LocalText Preferred { get; init; }
    public string? Note { get; init; }
    public string? Source { get; init; }
}

/// <summary>A sentence of the interface that the region brings: for a language of its own, or in place of the built one.</summary>
public sealed class PackWord
{
    public required string Language { get; init; }
    public required string Code { get; init; }
    public required string Text { get; init; }
}

/// <summary>Outline of an area: rings of "lon lat" pairs, WGS 84, rings separated by |.</summary>
public sealed class AreaOutline
{
    public required string Area { get; init; }
    public required string Rings { get; init; }
}

/// <summary>Course of a project: lines of "lon lat" pairs, WGS 84, lines separated by |.</summary>
public sealed class ProjectCourse
{
    public required Guid Id { get; init; }
    public required string Project { get; init; }
    public required string Lines { get; init; }
    public required bool Schematic { get; init; }
}
