using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>One way of writing figures, and what a match of it says; no figure when the match says nothing after all.</summary>
internal sealed record Rule(Regex Pattern, Func<Match, IEnumerable<Figure>> Read)
{
    public static Rule One(Regex pattern, Func<Match, Figure?> read) => new(pattern, m => read(m) is { } figure ? [figure] : []);

    /// <summary>Text that no figure is read from, such as the number before a heading.</summary>
    public static Rule Hides(Regex pattern) => new(pattern, _ => [Hidden]);

    public static readonly Figure Hidden = Figure.Named(FigureKind.Token, "");
}

/// <summary>Runs the rules of a language over a text in order; what one has read, no later one sees.</summary>
internal sealed class Scan
{
    private const char Taken = '\u0001'; // neither digit nor letter in any pattern
    private readonly List<Figure> found = [];
    private readonly char[] rest;

    public Scan(string text, StopList stops)
    {
        var narrow = Narrowed(text);
        rest = narrow.ToCharArray();
        var at = 0;
        while (at < rest.Length)
        {
            var length = stops.LengthAt(narrow, at);
            if (length > 0) Take(at, length);
            at += Math.Max(1, length);
        }
    }

    public IReadOnlyList<Figure> Run(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules) Apply(rule);
        return [.. found.OrderBy(f => f.Start)];
    }

    /// <summary>Full-width letters, digits and signs as their narrow forms, one for one, so that positions hold.</summary>
    internal static string Narrowed(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < narrow.Length; i++) narrow[i] = Narrowed(wide[i]);
    });

    private static char Narrowed(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '％' or '．' or '＋' or '－' or '／' or '：' or '＄' or '～' => (char)(c - 0xFEE0),
        '￥' => '¥',
        '\u3000' or '\u00A0' or '\u202F' or '\u2009' => ' ',
        '−' or '‐' or '‑' => '-',
        _ => c,
    };

    /// <summary>The text is made anew once a rule, not once a figure: time stays in proportion to its length.</summary>
    private void Apply(Rule rule)
    {
        for (var match = rule.Pattern.Match(new string(rest)); match.Success; match = match.NextMatch())
        {
            var figures = rule.Read(match).ToList();
            var (start, written) = (match.Index + match.Length - match.Value.TrimStart().Length, match.Value.Trim());
            found.AddRange(figures.Where(f => f != Rule.Hidden).Select(f => f with { Start = start, Length = written.Length }));
            if (figures.Count > 0) Take(match.Index, match.Length);
        }
    }

    private void Take(int start, int length) => rest.AsSpan(start, length).Fill(Taken);
}
