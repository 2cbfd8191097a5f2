using System.Globalization;
using System.Text;

namespace TwinHub.Regions.Packs;

/// <summary>Where a fault is.</summary>
/// <param name="File">Name of the file; empty: the folder.</param>
/// <param name="Row">Line of a CSV or YAML file, number of a feature of a GeoJSON file (both from 1), or null.</param>
/// <param name="Column">Column as the file names it, path of a setting, or null.</param>
public readonly record struct FaultPlace(string File, int? Row = null, string? Column = null);

/// <summary>One thing that is wrong in a pack. Its sentences, what it is and how to mend it, lie in faults.*.json by code.</summary>
public sealed class PackFault(FaultPlace place, string code, IReadOnlyDictionary<string, string> values)
{
    public string File => place.File;

    public int? Row => place.Row;

    public string? Column => place.Column;

    public string Code => code;

    /// <summary>What the sentences name, clipped and without control characters.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    public override string ToString() => $"{File}:{Row}:{Column} {Code} {string.Join(' ', Values.Select(v => $"{v.Key}={v.Value}"))}";
}

/// <summary>Gathers faults; of too many of one kind in one file it tells the first and counts the rest.</summary>
internal sealed class FaultList
{
    private const int Shown = 160;
    private readonly List<PackFault> faults = [];
    private readonly Dictionary<(string File, string Code), int> counts = [];

    public void Add(FaultPlace place, string code, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var count = counts[(place.File, code)] = counts.GetValueOrDefault((place.File, code)) + 1;
        if (count > PackLimits.FaultsOfAKind) return;
        var shown = new Dictionary<string, string>();
        foreach (var (name, value) in values) shown[name] = Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        faults.Add(new PackFault(place with { File = Clean(place.File), Column = place.Column is null ? null : Clean(place.Column) }, code, shown));
    }

    /// <summary>By file, row and column, then as they were found.</summary>
    public IReadOnlyList<PackFault> Sorted()
    {
        foreach (var ((file, code), count) in counts.Where(c => c.Value > PackLimits.FaultsOfAKind).ToList())
        {
            Add(new FaultPlace(file), "faults.more", ("count", count - PackLimits.FaultsOfAKind), ("code", code));
        }
        return [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Row ?? 0)];
    }

    // A hostile cell must not write to the terminal that shows the fault.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Shown) + 1);
        foreach (var rune in text.EnumerateRunes().Take(Shown)) clean.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        return text.Length > Shown ? clean.Append('…').ToString() : clean.ToString();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
