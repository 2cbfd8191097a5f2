using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinHub.Texts;

/// <summary>What is written alike in both languages: addresses, codes, document numbers, ISO dates, times, names of letters and digits.</summary>
internal static partial class SharedRules
{
    /// <summary>Before everything else.</summary>
    public static readonly Rule[] First =
    [
        Rule.Hides(Address),
        Rule.One(ItemCode, m => Figure.Named(FigureKind.Reference, m.Value.ToUpperInvariant())),
        Rule.One(DocumentNumber, m => Figure.Named(FigureKind.Reference, $"[{m.Groups["y"].Value}]{m.Groups["n"].Value}")),
        Rule.One(PlusToken, m => Figure.Named(FigureKind.Token, m.Value.ToUpperInvariant())),
        Rule.One(PartOfYear, m => Days.Part(m.OptionalInt("y"), (m.Groups["p"].Value + m.Groups["q"].Value + (m.Groups["h"].Success ? "H" + m.Groups["h"].Value : "")).ToUpperInvariant())),
        Rule.One(IsoDate, m => Days.Date(m.Int("y"), m.Int("m"), m.Int("d"))),
        Rule.One(IsoMonth, m => Days.Month(m.Int("y"), m.Int("m"))),
    ];

    /// <summary>After dates and periods, before numbers.</summary>
    public static readonly Rule[] Names =
    [
        Rule.One(LetterCode, m => Figure.Named(FigureKind.Reference, m.Value)),
        Rule.One(LetterName, m => Figure.Named(FigureKind.Token, m.Value.ToUpperInvariant())),
    ];

    public static int Int(this Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    public static int? OptionalInt(this Match match, string group) => match.Groups[group].Success ? match.Int(group) : null;

    [GeneratedRegex(@"https?://[\x21-\x7e]+|(?<![A-Za-z\d._+-])[A-Za-z\d._+-]{1,64}@[A-Za-z\d.-]{1,255}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    /// <summary>2023H2-017, and 2023-017 of a yearly list; 2023-12 is a month.</summary>
    [GeneratedRegex(@"(?<![A-Za-z\d-])(?:\d{4}[HQ]\d-\d{1,4}|\d{4}-\d{3})(?![\d-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItemCode { get; }

    /// <summary>〔2023〕15号, [2023] No. 15.</summary>
    [GeneratedRegex(@"[〔\[［(（](?<y>(?:19|20)\d\d)[〕\]］)）]\s?(?:第\s?|No\.?\s?)?(?<n>\d{1,5})\s?号?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber { get; }

    [GeneratedRegex(@"(?<![A-Za-z\d+])\d+(?:\+\d+)*(?:\+[A-Za-z])+(?![A-Za-z\d])|(?<![A-Za-z\d+])\d+(?:\+\d+)+(?![\d+])", RegexOptions.CultureInvariant)]
    private static partial Regex PlusToken { get; }

    [GeneratedRegex(@"(?<![A-Za-z\d])(?:(?<y>(?:19|20)\d\d)\s?(?<p>[HQ][1-4])|(?<q>Q[1-4]|H[12])(?:(?:\s(?:of|in))?\s(?<y>(?:19|20)\d\d))?|(?<h>[12])H(?:(?:\s(?:of|in))?\s(?<y>(?:19|20)\d\d))?)(?![A-Za-z\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear { get; }

    [GeneratedRegex(@"(?<![\d.])(?<y>(?:19|20)\d\d)(?<s>[-./])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate { get; }

    [GeneratedRegex(@"(?<![\d.-])(?<y>(?:19|20)\d\d)-(?<m>0[1-9]|1[0-2])(?![\d.-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoMonth { get; }

    [GeneratedRegex(@"(?<![A-Za-z\d])[A-Z]{1,8}\d*(?:-\d{1,6})+(?![A-Za-z\d])", RegexOptions.CultureInvariant)]
    private static partial Regex LetterCode { get; }

    /// <summary>5G, C919, PM2.5, 4A; not 300km, 1000kV or 20th, which are figures.</summary>
    [GeneratedRegex(@"(?<![A-Za-z\d.])(?!\d+(?:TEUs?|TWh|MWh|GWh|MW|GW|V|H)(?![A-Za-z\d]))(?!(?:CNY|RMB|USD|EUR)\d)(?:[A-Za-z]{1,6}\d+(?:\.\d+)?[A-Za-z]*|\d+[A-Z][A-Za-z\d]*)(?![A-Za-z\d])", RegexOptions.CultureInvariant)]
    private static partial Regex LetterName { get; }
}
