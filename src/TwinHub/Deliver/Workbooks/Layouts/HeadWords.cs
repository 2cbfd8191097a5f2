using System.Text;
using System.Text.RegularExpressions;
using TwinHub.Data;
using TwinHub.Language;
using TwinHub.Texts;

namespace TwinHub.Deliver.Workbooks.Layouts;

/// <summary>What a head was understood by.</summary>
public enum Grasp
{
    /// <summary>Nobody knows the head.</summary>
    None,
    /// <summary>A column of the workbooks that the product gives out.</summary>
    Own,
    /// <summary>A word of the trade, as a whole.</summary>
    Word,
    /// <summary>A word of the trade within the head.</summary>
    Part,
    /// <summary>As it was corrected the last time.</summary>
    Remembered,
    /// <summary>As the sender says.</summary>
    Said,
}

/// <summary>Understands heads by the words of every language that is at hand (<c>head.*</c>), names of parties, months and languages.</summary>
public sealed partial class HeadWords
{
    private static readonly ColumnKind[] Kinds = [ColumnKind.Code, ColumnKind.Theme, ColumnKind.Title, ColumnKind.Scope, ColumnKind.Leads, ColumnKind.Support, ColumnKind.Due, ColumnKind.Class, ColumnKind.Percent, ColumnKind.Text, ColumnKind.Ignored];
    private const int ShortestPart = 2, ShortestLatinPart = 4;
    private readonly ListColumns own;
    private readonly string binding;
    private readonly int year;
    private readonly List<(string Word, ColumnKind Kind, string Language)> words = [];
    private readonly List<(string Word, string Party)> parties = [];
    private readonly List<(string Word, string Language)> languages = [];
    private readonly List<string> sides;

    /// <param name="year">Of a month that names none.</param>
    public HeadWords(Reference reference, IReadOnlyList<RegionLanguage> region, int year)
    {
        (own, binding, this.year) = (new ListColumns(reference, region), reference.Region.Binding, year);
        foreach (var language in region.Select(l => l.Code).Concat(Words.Languages).Distinct())
        {
            foreach (var kind in Kinds) words.AddRange(Said($"head.{kind}", language).Select(w => (Plain(w), kind, language)));
        }

        words = [.. words.DistinctBy(w => w.Word).OrderByDescending(w => w.Word.Length)];
        foreach (var party in reference.Parties) parties.AddRange(new[] { party.Name, party.Short, party.Mark }.SelectMany(t => t.Wordings.Values).Select(w => (Plain(w.Text), party.Code)));
        parties = [.. parties.Distinct().OrderByDescending(p => p.Word.Length)];
        languages.AddRange(region.SelectMany(l => LanguageNames(l).Select(n => (Plain(n), l.Code))).OrderByDescending(l => l.Item1.Length));
        sides = [.. Words.Languages.SelectMany(l => Said("head.side", l)).Select(Plain).OrderByDescending(s => s.Length)];
    }

    /// <summary>What the parts of one head mean, from the top row down, and by what that was told; the language of the head's own word for titles and scopes that name none.</summary>
    public (ListColumn? Column, Grasp Grasp, string? Language) Read(IReadOnlyList<string> parts)
    {
        if (parts.Count == 1 && own.Read(parts[0]) is { } known) return (known, Grasp.Own, binding);
        var plain = parts.Select(Plain).Where(p => p.Length > 0).ToList();
        var (kind, grasp, language) = Kind(plain);
        return kind is null ? (null, Grasp.None, null) : (Column(kind.Value, plain), grasp, language);
    }

    /// <summary>The head as it is compared: narrow, lower case, without blanks and marks.</summary>
    public static string Plain(string head) =>
        string.Concat(head.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':' or '：' or '★')));

    private ListColumn Column(ColumnKind kind, List<string> parts)
    {
        var all = string.Join('|', parts);
        return kind switch
        {
            ColumnKind.Title or ColumnKind.Scope => new(kind, languages.Where(l => parts.Exists(p => IsNamed(p, l.Word))).Select(l => l.Language).FirstOrDefault()),
            ColumnKind.Leads => new(kind, PartyIn(parts)),
            ColumnKind.Percent or ColumnKind.Text => new(kind, PartyIn(parts), MonthIn(all)),
            ColumnKind.Support or _ => new(kind),
        };
    }

    /// <summary>The lowest row that says a kind decides; a whole word before a part of one, the longest part first.</summary>
    private (ColumnKind? Kind, Grasp Grasp, string? Language) Kind(List<string> parts)
    {
        foreach (var part in Enumerable.Reverse(parts))
        {
            foreach (var bare in Bare(part))
            {
                if (words.Find(w => w.Word == bare) is { Word: not null } whole) return (whole.Kind, Grasp.Word, whole.Language);
            }
        }

        foreach (var part in Enumerable.Reverse(parts))
        {
            if (words.Find(w => Holds(part, w.Word)) is { Word: not null } within) return (within.Kind, Grasp.Part, within.Language);
        }

        return (null, Grasp.None, null);
    }

    /// <summary>The head, without its brackets, and without parties, months and languages.</summary>
    private IEnumerable<string> Bare(string part)
    {
        yield return part;
        var open = Brackets.Replace(part, "");
        yield return open;
        var rest = ReadMonth.Without(open);
        foreach (var (party, _) in parties.Where(p => p.Word.Length > 1)) rest = rest.Replace(party, "", StringComparison.Ordinal);
        yield return rest;
        foreach (var side in sides.Where(s => rest.StartsWith(s, StringComparison.Ordinal))) yield return rest[side.Length..];
        foreach (var (mark, _) in parties.Where(p => rest.StartsWith(p.Word, StringComparison.Ordinal)))
        {
            yield return rest[mark.Length..];
            foreach (var side in sides.Where(s => rest[mark.Length..].StartsWith(s, StringComparison.Ordinal))) yield return rest[(mark.Length + side.Length)..];
        }

        foreach (var (language, _) in languages.Where(l => l.Word.Length > 1)) yield return rest.Replace(language, "", StringComparison.Ordinal);
    }

    private string? PartyIn(List<string> parts)
    {
        foreach (var part in Enumerable.Reverse(parts).Select(p => ReadMonth.Without(p)))
        {
            if (parties.Find(p => p.Word.Length > 1 && Holds(part, p.Word)) is { Word: not null } named) return named.Party;
            if (parties.Find(p => IsMark(part, p.Word)) is { Word: not null } marked) return marked.Party;
        }

        return null;
    }

    /// <summary>A mark of one character stands alone, at the beginning, in brackets, or before a word for side.</summary>
    private bool IsMark(string part, string mark) =>
        part == mark || part.Contains($"({mark})", StringComparison.Ordinal) || sides.Exists(s => part == mark + s || part.Contains($"({mark}{s})", StringComparison.Ordinal) || part.StartsWith(mark + s, StringComparison.Ordinal))
        || (part.StartsWith(mark, StringComparison.Ordinal) && words.Exists(w => part == mark + w.Word));

    private string? MonthIn(string text) => ReadMonth.Find(text, year) is { } found ? Period.Of(new DateOnly(found.Year, found.Month, 1)) : null;

    private static bool IsNamed(string part, string language) => part == language || part.Contains($"({language})", StringComparison.Ordinal) || (language.Length > 1 && Holds(part, language));

    private static bool Holds(string part, string word)
    {
        if (word.Length < (IsLatin(word[0]) ? ShortestLatinPart : ShortestPart)) return false;
        return part.Contains(word, StringComparison.Ordinal);
    }

    private static IEnumerable<string> LanguageNames(RegionLanguage language) => Words.Languages.SelectMany(l => Said($"head.language.{language.Code}", l)).Append(language.Name);

    private static string[] Said(string code, string language) => Words.In(language).Has(code) ? Words.In(language)[code].Split('|') : [];

    private static bool IsLatin(char c) => c < 0x2E80;

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets { get; }
}
