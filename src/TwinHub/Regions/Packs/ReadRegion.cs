namespace TwinHub.Regions.Packs;

/// <summary>region.yaml as it was read.</summary>
/// <param name="Settings">What it says; where it is at fault, as little as stands.</param>
/// <param name="Root">Its text as a tree, or null.</param>
internal sealed record RegionFile(RegionSettings Settings, YamlNode? Root)
{
    /// <summary>Codes of the languages in order; none where they could not be read, and then no column is held against them.</summary>
    public IList<string> Languages { get; } = [.. Settings.Languages.Select(l => l.Code)];
}

/// <summary>Reads region.yaml and holds it against its schema.</summary>
internal static class ReadRegion
{
    public static RegionFile Nothing { get; } = new(new RegionSettings { Code = "", Binding = "", Languages = [] }, null);

    public static RegionFile From(PackFolder files, FaultList faults)
    {
        if (files.Text(PackFolder.RegionFile, required: true, PackLimits.RegionBytes) is not { } bytes) return Nothing;
        if (ReadYaml.From(Utf8Text.Read(bytes), PackFolder.RegionFile, faults) is not { } root) return Nothing;
        var region = new RegionFile(Settings(root), root);
        new CheckRegion(region, faults).Run(root);
        return region;
    }

    private static RegionSettings Settings(YamlNode root) => new()
    {
        Code = Text(root, "code") ?? "",
        Name = Local(root, "name"),
        Short = Local(root, "short"),
        Binding = Text(root, "binding") ?? "",
        Languages = Languages(root),
        TimeZone = Text(root, "time_zone") ?? "",
        Currency = Text(root, "currency") ?? "",
        MoneyUnit = CellText.Integer(Text(root, "money_unit")) ?? 100_000_000,
        AsOf = CellText.Day(Text(root, "as_of")),
        SampleNote = Local(root, "sample_note"),
        CurrentList = Text(root, "current_list"),
        NextList = Text(root, "next_list"),
        NextListTitle = Local(root, "next_list_title"),
        NextMeeting = Text(root, "next_meeting"),
        ClassCeiling = Text(root, "class_ceiling"),
        MapNote = Local(root, "map_note"),
        MapApproval = Text(root, "map_approval"),
        Thresholds = Thresholds(Child(root, "thresholds")),
        NameStops = [.. (Child(root, "name_stops")?.List ?? []).Select(n => n.Text).OfType<string>()],
    };

    private static RegionThresholds Thresholds(YamlNode? node) => new(
        CellText.Number(Text(node, "at_risk_lag")), CellText.Number(Text(node, "late_lag")),
        CellText.Number(Text(node, "disagreement")), CellText.Integer(Text(node, "due_soon_days")));

    private static List<RegionLanguage> Languages(YamlNode root) =>
        [.. (Child(root, "languages")?.List ?? []).Where(n => Text(n, "code") is not null)
            .Select(n => new RegionLanguage(Text(n, "code")!, Text(n, "tag") ?? "", Text(n, "name") ?? ""))];

    private static Dictionary<string, string> Local(YamlNode root, string key) =>
        (Child(root, key)?.Map ?? new Dictionary<string, YamlNode>()).Where(p => p.Value.Text is not null).ToDictionary(p => p.Key, p => p.Value.Text!);

    private static string? Text(YamlNode? node, string key) => Child(node, key) is { IsEmpty: false } child ? child.Text : null;

    private static YamlNode? Child(YamlNode? node, string key) => node?.Map?.GetValueOrDefault(key);
}
