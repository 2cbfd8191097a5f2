using TwinHub.Core;
using TwinHub.Regions.Packs;

namespace TwinHub.Regions.Founding;

/// <summary>A pack's rows with its local texts as the record keeps them.</summary>
internal sealed class PackTexts(Pack pack)
{
    public Pack Pack => pack;
    public RegionSettings Region => pack.Region;

    public IEnumerable<T> Map<T>(string table, Func<PackRow, T> row) => pack[table].Select(row);

    public LocalText Local(PackRow row, string column) => Local(row.Local(column));

    public LocalText Local(IReadOnlyDictionary<string, string> texts) => LocalText.Of(Region.Binding, texts.Select(t => (t.Key, t.Value)));

    /// <summary>An amount of the pack in 100 million of the currency, as the record keeps it.</summary>
    public decimal? Money(PackRow row, string column) => row.Decimal(column) is { } amount ? amount * Region.MoneyUnit / 100_000_000m : null;

    /// <summary>A word of the pack as an enumeration: adjoining_platform, on_track … without its underscores.</summary>
    public static T Word<T>(string word) where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public static T? WordOrNull<T>(string? word) where T : struct, Enum => word is null ? null : Word<T>(word);

    public static double? Real(decimal? value) => (double?)value;
}
