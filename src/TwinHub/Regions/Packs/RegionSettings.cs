namespace TwinHub.Regions.Packs;

/// <summary>What region.yaml says.</summary>
public sealed record RegionSettings
{
    private static readonly Dictionary<string, string> None = [];

    public required string Code { get; init; }

    /// <summary>Language → text, as all local texts here.</summary>
    public IReadOnlyDictionary<string, string> Name { get; init; } = None;

    public IReadOnlyDictionary<string, string> Short { get; init; } = None;

    /// <summary>Code of the language that binds.</summary>
    public required string Binding { get; init; }

    /// <summary>In the region's order.</summary>
    public required IReadOnlyList<RegionLanguage> Languages { get; init; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Units of the currency in which the pack writes its amounts.</summary>
    public int MoneyUnit { get; init; } = 100_000_000;

    /// <summary>Pins today; null: today is today.</summary>
    public DateOnly? AsOf { get; init; }

    public IReadOnlyDictionary<string, string> SampleNote { get; init; } = None;

    /// <summary>Code of the list that the overview shows.</summary>
    public string? CurrentList { get; init; }

    /// <summary>Code of the list that the next meeting is to adopt; it is in no table yet.</summary>
    public string? NextList { get; init; }

    public IReadOnlyDictionary<string, string> NextListTitle { get; init; } = None;

    public string? NextMeeting { get; init; }

    /// <summary>Highest class that an installation may hold.</summary>
    public string? ClassCeiling { get; init; }

    public IReadOnlyDictionary<string, string> MapNote { get; init; } = None;

    /// <summary>Approval number of the base map; null: maps are marked schematic.</summary>
    public string? MapApproval { get; init; }

    public RegionThresholds Thresholds { get; init; } = new(null, null, null, null);

    /// <summary>Names with characters that read as numbers.</summary>
    public IReadOnlyList<string> NameStops { get; init; } = [];
}

/// <summary>A language of the region: code in addresses and column names, BCP 47 tag, its own name.</summary>
public sealed record RegionLanguage(string Code, string Tag, string Name);

/// <summary>When an item without milestones changes its state; null: the region does not say.</summary>
/// <param name="AtRiskLag">Points: a lag below this is at risk.</param>
/// <param name="LateLag">Points: a lag below this is late.</param>
/// <param name="Disagreement">Points between the sides' percents that make a disagreement.</param>
/// <param name="DueSoonDays">Days before due that count as near.</param>
public sealed record RegionThresholds(decimal? AtRiskLag, decimal? LateLag, decimal? Disagreement, int? DueSoonDays);
