using System.Globalization;
using System.Text.RegularExpressions;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>What a column of a list's workbook holds.</summary>
public enum ColumnKind
{
    Code,
    Theme,
    Title,
    Scope,
    Leads,
    Support,
    Due,
    Class,
    Percent,
    Text,
}

/// <summary>One column.</summary>
/// <param name="Part">Language of a title or scope; party of leads, percents and texts.</param>
/// <param name="Period">yyyy-mm of a percent or text.</param>
public sealed record ListColumn(ColumnKind Kind, string? Part = null, string? Period = null);

/// <summary>The columns of the workbook that the product gives out, and their heads in each language of the region.</summary>
public sealed class ListColumns(Reference reference, IReadOnlyList<RegionLanguage> languages)
{
    private readonly List<(Regex Head, Func<Match, ListColumn> Column)> known = [.. languages.SelectMany(l => Known(Words.In(l.Code), reference, languages))];

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
        foreach (var party in reference.Parties)
        {
            foreach (var kind in new[] { ColumnKind.Percent, ColumnKind.Text })
            {
                var head = Head(new(kind, party.Code, "0000-00"), words, reference, languages);
                yield return (Whole(Regex.Escape(head).Replace("0000-00", "([0-9]{4}-[0-9]{2})", StringComparison.Ordinal)), m => new(kind, party.Code, m.Groups[1].Value));
            }
        }
    }

    private static Regex Whole(string pattern) => new($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static string Short(Reference reference, string party, Words words) => reference.Party(party).Short.In(words.Language);
}

/// <summary>Names as workbooks hold them, matched without blanks and in any language.</summary>
public sealed class NamedUnits
{
    private readonly Dictionary<string, List<Organization>> byName = new(StringComparer.OrdinalIgnoreCase);

    public NamedUnits(Reference reference)
    {
        foreach (var unit in reference.Organizations.Values)
        {
            foreach (var name in unit.Name.Wordings.Values.Concat(unit.Short.Wordings.Values).Select(w => Plain(w.Text)).Append(unit.Code).Distinct())
            {
                (byName.TryGetValue(name, out var units) ? units : byName[name] = []).Add(unit);
            }
        }
    }

    /// <summary>The unit of that name, of <paramref name="party"/> where one is given.</summary>
    public Organization? Find(string name, string? party) => byName.GetValueOrDefault(Plain(name))?.Find(u => party is null || u.Party == party);

    /// <summary>A unit whose name holds the given one, or the other way round: what was probably meant.</summary>
    public Organization? Like(string name, string? party) => byName.Where(p => p.Key.Contains(Plain(name), StringComparison.OrdinalIgnoreCase) || Plain(name).Contains(p.Key, StringComparison.OrdinalIgnoreCase))
        .SelectMany(p => p.Value).FirstOrDefault(u => party is null || u.Party == party);

    /// <summary>Names in one cell: separated by 、 ; ； , ， or a line.</summary>
    public static IEnumerable<string> Split(string cell) =>
        cell.Split(['、', ';', '；', ',', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}

internal static class Period
{
    public static bool IsMonth(string text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static DateOnly FirstDay(string period) => DateOnly.ParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly LastDay(string period) => FirstDay(period).AddMonths(1).AddDays(-1);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
