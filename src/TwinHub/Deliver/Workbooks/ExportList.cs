using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Language;
using TwinHub.Publish.Documents;
using TwinHub.Web;

namespace TwinHub.Deliver.Workbooks;

/// <summary>The list as the screen shows it: same filter, order and columns; revision, filter, time and sample mark stand in the file.</summary>
public sealed class ExportList(Standings standings, ReferenceCache references, Today today)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/lists/{code}/export.xlsx", async (string code, HttpRequest request, Page page, ExportList slice, CancellationToken cancel) =>
    {
        var (filter, refusal) = ListFilter.Read(request.Query, page.Reference);
        Core.RefusedException.ThrowIf(refusal);
        var file = await slice.HandleAsync(code, filter, page.Words, cancel);
        return TypedResults.File(file, Xlsx, $"{code}.xlsx");
    });

    /// <exception cref="NotFoundException">No such list.</exception>
    public async Task<byte[]> HandleAsync(string code, ListFilter filter, Words words, CancellationToken cancel)
    {
        var standing = await standings.OfListAsync(code, cancel) ?? throw new NotFoundException("list", code);
        var reference = (await references.GetAsync(cancel))!;
        var sheet = new ListSheet(standing, reference, words);
        var rows = filter.Apply(standing, reference);
        var workbook = new XlsxWorkbook(RegionLanguage.Of(reference.Region).First(l => l.Code == words.Language).Tag, standing.List.Title.In(words.Language), [sheet.Make(filter, rows, today.Day)]);
        using var file = new MemoryStream();
        XlsxWriter.Write(workbook, file);
        return file.ToArray();
    }
}

/// <summary>The register's columns as cells.</summary>
internal sealed class ListSheet(ListStanding standing, Reference reference, Words words)
{
    private readonly IReadOnlyList<Party> parties = [.. reference.Parties.Where(p => standing.List.Parties.Any(l => l.Party == p.Code))];

    public XlsxSheet Make(ListFilter filter, IReadOnlyList<ItemStanding> rows, DateOnly asOf) => new(standing.List.Code, Columns(), rows.Select(Cells))
    {
        Title = standing.List.Title.In(words.Language),
        Lines =
        [
            words.Say("workbook.revision", standing.Revision, rows.Count, standing.Balance.Total),
            words.Say("workbook.filter", filter.Narrows ? filter.ToQuery() : words["workbook.filter.none"]),
            words.Say("workbook.as-of", asOf),
        ],
        SampleNote = rows.Any(r => r.Sample) ? words["workbook.sample"] : null,
        FrozenColumns = 2,
    };

    private IReadOnlyList<XlsxColumn> Columns() =>
    [
        new(words["workbook.Code"], Width: 13), new(words["workbook.Title"], Width: 34, Wrap: true), new(words["workbook.Scope"], Width: 34, Wrap: true), new(words["workbook.Theme"], Width: 16, Wrap: true),
        .. parties.Select(p => new XlsxColumn(words.Say("workbook.Leads", p.Short), Width: 22, Wrap: true)), new(words["workbook.state"], Width: 10),
        .. parties.Select(p => new XlsxColumn(words.Say("workbook.percent-of", p.Short), XlsxForm.Percent, 10)), new(words["workbook.against"], XlsxForm.Points, 12),
        new(words["workbook.Due"], XlsxForm.Date, 12), new(words["workbook.p50"], XlsxForm.Date, 12), new(words["workbook.p80"], XlsxForm.Date, 12),
        .. parties.Select(p => new XlsxColumn(words.Say("workbook.report-of", p.Short), Width: 40, Wrap: true)), new(words["workbook.mark"], Width: 8),
    ];

    private IReadOnlyList<XlsxValue> Cells(ItemStanding item)
    {
        var sides = parties.Select(p => item.Sides.FirstOrDefault(s => s.Party == p.Code)).ToList();
        return
        [
            item.Code, In(item.Title), In(item.Scope), reference.Theme(item.Theme) is { } theme ? In(theme.Name) : item.Theme,
            .. sides.Select(s => (XlsxValue)(s is null ? null : string.Join(words["form.comma"], s.Leads.Select(u => In(reference.Unit(u)))))),
            words[$"ItemState.{item.State}"], .. sides.Select(s => XlsxValue.FromNumber(s?.Latest?.Percent)), XlsxValue.FromNumber(item.Lead is { } lead ? Math.Round(lead, 1) : null),
            item.Due, XlsxValue.FromDay(item.Outlook?.P50), XlsxValue.FromDay(item.Outlook?.P80),
            .. sides.Select(s => (XlsxValue)(s?.Latest is { } report ? In(report.Text) : null)), item.Sample ? words["sample"] : null,
        ];
    }

    private string In(Core.LocalText text) => text.In(words.Language);
}
