using System.Text.RegularExpressions;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>The columns of the workbooks that the product gives out, and their heads in each language of the region.</summary>
public sealed class ListColumns(Reference reference, IReadOnlyList<RegionLanguage> languages)
{
    private static readonly string[] Worked = ["workbook.state", "workbook.against", "workbook.p50", "workbook.p80", "workbook.mark"];
    private readonly List<(Regex Head, Func<Match, ListColumn> Column)> known = [.. languages.Select(l => l.Code).Concat(Words.Languages).Distinct().SelectMany(l => Known(Words.In(l), reference, languages))];

    /// <summary>Columns in their order, reports of <paramref name="party"/> for <paramref name="periods"/> last.</summary>
    public IEnumerable<ListColumn> Template(IEnumerable<string> parties, string party, IEnumerable<string> periods) =>
    [
        new(ColumnKind.Code), new(ColumnKind.Theme),
        .. languages.Select(l => new ListColumn(ColumnKind.Title, l.Code)), .. languages.Select(l => new ListColumn(ColumnKind.Scope, l.Code)),
        .. parties.Select(p => new ListColumn(ColumnKind.Leads, p)), new(ColumnKind.Support), new(ColumnKind.Due), new(ColumnKind.Class),
        .. periods.SelectMany(period => new ListColumn[] { new(ColumnKind.Percent, party, period), new(ColumnKind.Text, party, period) }),
    ];

    public string Head(ListColumn column, Words words) => Head(column, words, reference, languages);

    /// <summary>The column that a head names, in any language of the region; null: unknown.</summary>
    public ListColumn? Read(string head)
    {
        var text = head.Trim().ReplaceLineEndings(" ");
        foreach (var (pattern, column) in known)
        {
            if (pattern.Match(text) is { Success: true } match) return column(match);
        }

        return null;
    }

    private static string Head(ListColumn column, Words words, Reference reference, IReadOnlyList<RegionLanguage> languages) => column.Kind switch
    {
        ColumnKind.Title or ColumnKind.Scope when column.Part != reference.Region.Binding =>
            words.Say($"workbook.{column.Kind}.in", languages.First(l => l.Code == column.Part).Name),
        ColumnKind.Leads => words.Say("workbook.Leads", Short(reference, column.Part!, words)),
        ColumnKind.Percent or ColumnKind.Text => words.Say($"workbook.{column.Kind}", Short(reference, column.Part!, words), column.Period),
        _ => words[$"workbook.{column.Kind}"],
    };

    private static IEnumerable<(Regex, Func<Match, ListColumn>)> Known(Words words, Reference reference, IReadOnlyList<RegionLanguage> languages)
    {
        ListColumn[] plain =
        [
            new(ColumnKind.Code), new(ColumnKind.Theme), new(ColumnKind.Support), new(ColumnKind.Due), new(ColumnKind.Class),
            .. languages.SelectMany(l => new ListColumn[] { new(ColumnKind.Title, l.Code), new(ColumnKind.Scope, l.Code) }), .. reference.Parties.Select(p => new ListColumn(ColumnKind.Leads, p.Code)),
        ];
        foreach (var column in plain) yield return (Whole(Regex.Escape(Head(column, words, reference, languages))), _ => column);
        foreach (var head in Worked.Select(code => words[code]).Concat(reference.Parties.SelectMany(p => new[] { words.Say("workbook.percent-of", p.Short), words.Say("workbook.report-of", p.Short) })))
        {
            yield return (Whole(Regex.Escape(head)), _ => new(ColumnKind.Shown));
        }

        foreach (var (party, kind) in reference.Parties.SelectMany(p => new[] { (p.Code, ColumnKind.Percent), (p.Code, ColumnKind.Text) }))
        {
            var head = Head(new(kind, party, "0000-00"), words, reference, languages);
            yield return (Whole(Regex.Escape(head).Replace("0000-00", "([0-9]{4}-[0-9]{2})", StringComparison.Ordinal)), m => new(kind, party, m.Groups[1].Value));
        }
    }

    private static Regex Whole(string pattern) => new($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static string Short(Reference reference, string party, Words words) => reference.Party(party).Short.In(words.Language);
}
