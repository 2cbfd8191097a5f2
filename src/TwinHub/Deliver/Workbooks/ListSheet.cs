using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Language;
using TwinHub.Publish.Documents;

namespace TwinHub.Deliver.Workbooks;

/// <summary>The register's columns as cells. What comes back in is named so that it reads as what it is: units by names that find them, texts by their language.</summary>
internal sealed class ListSheet(ListStanding standing, Reference reference, Words words)
{
    private readonly IReadOnlyList<Party> parties = [.. reference.Parties.Where(p => standing.List.Parties.Any(l => l.Party == p.Code))];
    private readonly NamedUnits units = new(reference);
    private readonly ListColumns columns = new(reference, RegionLanguage.Of(reference.Region));
    private readonly Dictionary<(string Unit, string Party), string> names = [];

    /// <summary>Columns of the reader's own party.</summary>
    public IReadOnlyList<(PartyColumn Column, IReadOnlyDictionary<Guid, string> Cells)> Own { get; init; } = [];

    public XlsxSheet Make(ListFilter filter, IReadOnlyList<ItemStanding> rows, ExportMoment moment) => new(standing.List.Code, Columns(), rows.Select(Cells))
    {
        Title = standing.List.Title.In(words.Language),
        Lines =
        [
            standing.Revision is { } revision ? words.Say("workbook.revision", revision, rows.Count, standing.Balance.Total) : words.Say("workbook.not-adopted", rows.Count),
            words.Say("workbook.filter", filter.Narrows ? filter.ToQuery() : words["workbook.filter.none"]),
            words.Say("workbook.as-of", moment.AsOf, moment.Made),
        ],
        SampleNote = rows.Any(r => r.Sample) ? words["workbook.sample"] : null,
        FrozenColumns = 2,
    };

    private IReadOnlyList<XlsxColumn> Columns() =>
    [
        new(words["workbook.Code"], Width: 13), new(Head(ColumnKind.Title), Width: 34, Wrap: true), new(Head(ColumnKind.Scope), Width: 34, Wrap: true), new(words["workbook.Theme"], Width: 16, Wrap: true),
        .. parties.Select(p => new XlsxColumn(words.Say("workbook.Leads", p.Short), Width: 22, Wrap: true)), .. Typed.Select(c => new XlsxColumn(Head(c, words), Form(c.Type), Width: 16)), new(words["workbook.state"], Width: 10),
        .. parties.Select(p => new XlsxColumn(words.Say("workbook.percent-of", p.Short), XlsxForm.Percent, 10)), new(words["workbook.against"], XlsxForm.Points, 12),
        new(words["workbook.Due"], XlsxForm.Date, 12), new(words["workbook.p50"], XlsxForm.Date, 12), new(words["workbook.p80"], XlsxForm.Date, 12),
        .. parties.Select(p => new XlsxColumn(words.Say("workbook.report-of", p.Short), Width: 40, Wrap: true)), .. Own.Select(o => new XlsxColumn(In(o.Column.Name), Width: 20, Wrap: true)), new(words["workbook.mark"], Width: 8),
    ];

    private string Head(ColumnKind kind) => columns.Head(new(kind, words.Language), words);

    private IReadOnlyList<XlsxValue> Cells(ItemStanding item)
    {
        var sides = parties.Select(p => item.Sides.FirstOrDefault(s => s.Party == p.Code)).ToList();
        var held = ItemValues.Read(item.Item.Values) ?? new Dictionary<string, string>();
        return
        [
            item.Code, In(item.Title), In(item.Scope), reference.Theme(item.Theme) is { } theme ? In(theme.Name) : item.Theme,
            .. sides.Select(s => (XlsxValue)(s is null ? null : string.Join('、', s.Leads.Select(u => Name(u, s.Party))))),
            .. Typed.Select(c => held.TryGetValue(c.Code, out var value) ? Value(c, value) : XlsxValue.Empty),
            words[item.Item.IsDraft ? "workbook.state.draft" : $"ItemState.{item.State}"], .. sides.Select(s => XlsxValue.FromNumber(s?.Latest?.Percent)), XlsxValue.FromNumber(item.Lead is { } lead ? Math.Round(lead, 1) : null),
            item.Due, XlsxValue.FromDay(item.Outlook?.P50), XlsxValue.FromDay(item.Outlook?.P80),
            .. sides.Select(s => (XlsxValue)(s?.Latest is { } report ? In(report.Text) : null)), .. Own.Select(o => (XlsxValue)o.Cells.GetValueOrDefault(item.Id)), item.Sample ? words["sample"] : null,
        ];
    }

    private IEnumerable<TypedColumn> Typed => standing.List.Columns.OrderBy(c => c.Order);

    /// <summary>Head of a typed column, with its unit.</summary>
    public static string Head(TypedColumn column, Words words) => column.Unit.IsEmpty ? column.Name.In(words.Language) : words.Say("typed.head", column.Name, column.Unit);

    private static XlsxForm Form(ColumnType type) => type switch { ColumnType.Day => XlsxForm.Date, ColumnType.Percent => XlsxForm.Percent, ColumnType.Number => XlsxForm.Hundredths, _ => XlsxForm.Text };

    private XlsxValue Value(TypedColumn column, string value) => column.Type switch
    {
        _ when column.WhyNot(value) is not null => value,
        ColumnType.Number or ColumnType.Percent => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
        ColumnType.Day => DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
        ColumnType.Choice when reference.Scheme(column.Scheme ?? "").FirstOrDefault(c => c.Code == value) is { } choice => In(choice.Name),
        _ => value,
    };

    private string Name(string unit, string party) => names.TryGetValue((unit, party), out var known) ? known : names[(unit, party)] = units.Name(unit, party, reference, words.Language);

    private string In(Core.LocalText text) => text.In(words.Language);
}
