using TwinHub.Data.Search;

namespace TwinHub.Search;

/// <summary>Where nothing was found: which part of the question to drop, which part of a long word to ask, which code may be meant.</summary>
public sealed class NearSearch(SearchIndex index)
{
    private const int MostEdits = 2, MostCodes = 5, MostParts = 6, MostPairs = 3;

    /// <param name="OtherKinds">Found of the other kinds, where one was chosen.</param>
    /// <param name="Without">The question without one term, and how many rows then.</param>
    /// <param name="Parts">A pair of characters of a longer word, and how many rows have it.</param>
    /// <param name="Codes">Codes that differ little.</param>
    public sealed record Ways(int OtherKinds, IReadOnlyList<(string Dropped, string Question, int All)> Without, IReadOnlyList<(string Part, int All)> Parts, IReadOnlyList<(string Code, string Place)> Codes)
    {
        public static readonly Ways None = new(0, [], [], []);
        public bool Any => OtherKinds + Without.Count + Parts.Count + Codes.Count > 0;
    }

    public async Task<Ways> OfAsync(IReadOnlyList<SearchTerm> terms, SearchKind? kind, string party, CancellationToken cancel) => new(
        kind is null ? 0 : await index.CountAsync(terms, party, cancel),
        await WithoutAsync(terms, party, cancel),
        await PartsAsync(terms, party, cancel),
        terms.Any(t => t.IsLikeCode) ? Nearest(terms, await index.CodesAsync(party, cancel)) : []);

    private async Task<List<(string, string, int)>> WithoutAsync(IReadOnlyList<SearchTerm> terms, string party, CancellationToken cancel)
    {
        var ways = new List<(string, string, int)>();
        foreach (var dropped in terms.Count > 1 ? terms : [])
        {
            var left = terms.Where(t => t != dropped).ToList();
            if (await index.CountAsync(left, party, cancel) is var all && all > 0) ways.Add((dropped.Typed, string.Join(' ', left.Select(Quoted)), all));
        }

        return ways;
    }

    private async Task<List<(string, int)>> PartsAsync(IReadOnlyList<SearchTerm> terms, string party, CancellationToken cancel)
    {
        var pairs = terms.SelectMany(t => t.Runs).Where(r => r is { IsHan: true, Text.Length: > 2 }).SelectMany(r => r.Words().SkipLast(1)).Distinct().Take(MostParts).ToList();
        var parts = new List<(string Part, int All)>();
        foreach (var pair in pairs) parts.Add((pair, await index.CountAsync(SearchTerm.Of(pair), party, cancel)));
        return [.. parts.Where(p => p.All > 0).OrderBy(p => p.All).Take(MostPairs)];
    }

    private static List<(string, string)> Nearest(IReadOnlyList<SearchTerm> terms, IReadOnlyList<(string Code, string Place)> codes)
    {
        var typed = terms.Where(t => t.IsLikeCode).Select(t => Folded(t.Typed)).ToList();
        return [.. codes.Select(c => (Code: c, Edits: typed.Min(t => Edits(t, Folded(c.Code))))).Where(c => c.Edits <= MostEdits).OrderBy(c => c.Edits).ThenBy(c => c.Code.Code, StringComparer.Ordinal).Select(c => c.Code).Take(MostCodes)];
    }

    private static string Folded(string code) => string.Concat(Run.Of(code).Select(r => r.Text));

    private static string Quoted(SearchTerm term) => term.Typed.Any(char.IsWhiteSpace) ? $"“{term.Typed}”" : term.Typed;

    /// <summary>Characters put in, taken out or changed (Levenshtein, 1965); more than <see cref="MostEdits"/> is not counted to its end.</summary>
    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostEdits) return MostEdits + 1;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, least) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
                least = Math.Min(least, row[j]);
            }

            if (least > MostEdits) return least;
        }

        return row[^1];
    }
}
