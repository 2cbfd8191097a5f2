using TwinHub.Core;
using TwinHub.Data.Search;

namespace TwinHub.Search;

/// <summary>A text in one language, cut where what was asked stands in it.</summary>
/// <param name="Language">Code of its language; empty: not known.</param>
/// <param name="Pieces">In their order; a marked one was asked for.</param>
public sealed record Marked(string Language, IReadOnlyList<(string Text, bool IsMarked)> Pieces)
{
    private const int LeastStem = 3, MostEnding = 5, Before = 24;
    private static readonly HashSet<string> Endings =
        ["", "s", "es", "e", "ed", "d", "er", "ers", "or", "ors", "ing", "ings", "ion", "ions", "ation", "ations", "ate", "ated", "ates", "ating", "al", "ally", "y", "ies", "ied", "ity", "ive", "ly", "ment", "ments"];

    public bool Any => Pieces.Any(p => p.IsMarked);

    /// <summary>The wording of the page's language where it has what was asked or none has it, else the one that has.</summary>
    /// <param name="text">In its languages.</param>
    /// <param name="terms">What was asked.</param>
    /// <param name="wanted">Code of the page's language, and how many characters to show.</param>
    public static Marked Of(LocalText text, IReadOnlyList<SearchTerm> terms, (string Language, int Most) wanted)
    {
        var first = text.Has(wanted.Language) ? wanted.Language : text.Binding;
        var ways = text.Wordings.OrderByDescending(w => w.Key == first).Select(w => In(w.Key, w.Value.Text, terms, wanted.Most)).ToList();
        return ways.Find(w => w.Any) ?? ways.FirstOrDefault() ?? new("", []);
    }

    private static Marked In(string language, string text, IReadOnlyList<SearchTerm> terms, int most)
    {
        var places = Places(text, terms);
        var from = text.Length <= most || places.Count == 0 ? 0 : Math.Max(0, Math.Min(places[0].From - Before, text.Length - most));
        while (from > 0 && char.IsAsciiLetterOrDigit(text[from - 1])) from--; // a Latin word is not cut
        var to = Math.Min(text.Length, from + Math.Min(most, text.Length));
        while (to < text.Length && char.IsAsciiLetterOrDigit(text[to])) to++;
        var (pieces, at) = (new List<(string, bool)>(), from);
        if (from > 0) pieces.Add(("…", false));
        foreach (var (begins, ends) in places.Where(p => p.From >= from && p.To <= to))
        {
            if (begins > at) pieces.Add((text[at..begins], false));
            pieces.Add((text[begins..ends], true));
            at = ends;
        }

        if (at < to) pieces.Add((text[at..to], false));
        if (to < text.Length) pieces.Add(("…", false));
        return new(language, pieces);
    }

    /// <summary>Where what was asked stands, in order; what touches is one.</summary>
    private static List<(int From, int To)> Places(string text, IReadOnlyList<SearchTerm> terms)
    {
        var asked = terms.SelectMany(t => t.Runs).ToList();
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in Run.Of(text).SelectMany(r => asked.SelectMany(a => Places(r, a))).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(to, merged[^1].To));
            else merged.Add((from, to));
        }

        return merged;
    }

    private static IEnumerable<(int From, int To)> Places(Run run, Run asked)
    {
        if (run.IsHan != asked.IsHan) yield break;
        if (!run.IsHan && (IsForm(run.Text, asked.Text) || (asked.Text.Any(char.IsAsciiDigit) && run.Text.StartsWith(asked.Text, StringComparison.Ordinal)))) yield return (run.At, run.At + run.Length);
        for (var at = run.IsHan ? run.Text.IndexOf(asked.Text, StringComparison.Ordinal) : -1; at >= 0; at = run.Text.IndexOf(asked.Text, at + 1, StringComparison.Ordinal)) yield return (run.At + at, run.At + at + asked.Text.Length);
    }

    /// <summary>Forms of one word: what follows their common beginning is an ending on each. The index found the row; this only says where.</summary>
    private static bool IsForm(string a, string b)
    {
        if (a == b) return true;
        var common = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        for (var stem = common; stem >= Math.Max(LeastStem, common - MostEnding); stem--) if (IsEnding(a, stem) && IsEnding(b, stem) && IsOfY(a[stem..], b[stem..])) return true;
        return false;
    }

    /// <summary>Cities come of city, not of cite.</summary>
    private static bool IsOfY(string one, string other) => (one is "ies" or "ied") == (other is "ies" or "ied") || one == "y" || other == "y";

    /// <summary>An ending, before which the last letter may be doubled: plan, planning.</summary>
    private static bool IsEnding(string word, int stem) => Endings.Contains(word[stem..]) || (word.Length > stem + 1 && word[stem] == word[stem - 1] && Endings.Contains(word[(stem + 1)..]));
}
