namespace TwinHub.Data.Search;

/// <summary>One part of a question: a word, a code, or what stood between quotation marks. Every part must be found.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Runs">At least one.</param>
public sealed record SearchTerm(string Typed, IReadOnlyList<Run> Runs)
{
    /// <summary>Characters of a question; more are not read.</summary>
    public const int MostCharacters = 200;
    private const int MostTerms = 8;
    private static readonly char[] Quotes = ['"', '“', '”', '「', '」', '《', '》'];

    /// <summary>Words that stand one after the other in the index.</summary>
    public IReadOnlyList<string> Words => [.. Runs.SkipLast(1).SelectMany(r => r.Words()), .. IsBeginning ? [Runs[^1].Text] : Runs[^1].IsHan ? Runs[^1].Words().SkipLast(1) : Runs[^1].Words()];

    /// <summary>One Chinese character: the word that it begins is not known.</summary>
    public bool IsBeginning => Runs[^1] is { IsHan: true } last && last.Text.EnumerateRunes().Count() == 1;

    /// <summary>Codes are written in letters and figures.</summary>
    public bool MayBeCode => Runs.All(r => !r.IsHan);

    /// <summary>Has a figure: it may be a code with a mistake in it.</summary>
    public bool IsLikeCode => Typed.Any(char.IsAsciiDigit) && Typed.Length <= 24;

    /// <summary>The parts of a question; empty where there is nothing to look for.</summary>
    public static IReadOnlyList<SearchTerm> Of(string question)
    {
        var (cut, terms) = (question.Length > MostCharacters ? question[..MostCharacters] : question, new List<SearchTerm>());
        foreach (var (part, nth) in cut.Split(Quotes).Select((p, n) => (p, n)))
        {
            var typed = nth % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            terms.AddRange(typed.Select(t => new SearchTerm(t.Trim(), [.. Run.Of(t)])).Where(t => t.Runs.Count > 0));
        }

        return [.. terms.DistinctBy(t => string.Join(' ', t.Words)).Take(MostTerms)];
    }
}
