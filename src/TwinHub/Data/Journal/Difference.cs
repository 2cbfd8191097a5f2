namespace TwinHub.Data.Journal;

/// <summary>One place where the record is not what its entries say.</summary>
/// <param name="What">Stable word: <c>entry.hash</c>, <c>value.digest</c>, <c>cell</c> …; docs/formats/journal.md has them all.</param>
/// <param name="Entry">Index of the entry.</param>
/// <param name="Entity">Word of the entity.</param>
/// <param name="Key">Key of the row.</param>
/// <param name="Column">Word of the property.</param>
/// <param name="Expected">What should stand there, cut to its beginning.</param>
/// <param name="Found">What does.</param>
public sealed record Difference(string What, long? Entry = null, string? Entity = null, string? Key = null, string? Column = null, string? Expected = null, string? Found = null);

/// <summary>The differences found so far: the first ones, and how many.</summary>
internal sealed class Differences
{
    private const int MostKept = 100, MostChars = 200;
    private readonly List<Difference> kept = [];

    public int Count { get; private set; }
    public IReadOnlyList<Difference> First => kept;

    public void Add(Difference difference)
    {
        if (Count++ < MostKept) kept.Add(difference with { Expected = Cut(difference.Expected), Found = Cut(difference.Found) });
    }

    private static string? Cut(string? text) => text?.Length > MostChars ? text[..MostChars] + "…" : text;
}
