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
    public required LocalText Name { get; init; }
    public required LocalText Short { get; init; }
    public string? Source { get; init; }
    public bool Sample { get; init; }
}
