using TwinHub.Core;
using TwinHub.Language;

namespace TwinHub.Deliver.Meetings;

/// <summary>How far the texts of a record exist in one language.</summary>
/// <param name="Texts">How many texts it has at all.</param>
/// <param name="Missing">How many of them are not in this language.</param>
/// <param name="Stale">How many translate an earlier binding text.</param>
public sealed record VersionState(RegionLanguage Language, int Texts, int Missing, int Stale)
{
    public bool IsComplete => Missing == 0 && Stale == 0;

    public static IReadOnlyList<VersionState> Of(IReadOnlyList<LocalText> texts, IReadOnlyList<RegionLanguage> languages) =>
        [.. languages.Select(l => new VersionState(l, texts.Count, texts.Count(t => !t.Has(l.Code)), texts.Count(t => t.IsStale(l.Code))))];
}
