using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Language;
using TwinHub.Publish.Documents;
using TwinHub.Web;

namespace TwinHub.Deliver.Workbooks;

/// <summary>The workbook that comes back in: the list's joint fields as they stand, and columns for the reader's own party's reports.</summary>
public sealed class GiveTemplate(TwinHubDb db, ReferenceCache references, Actor actor)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/lists/{code}/template.xlsx", async (string code, Page page, GiveTemplate slice, CancellationToken cancel) =>
            TypedResults.File(await slice.HandleAsync(code, page.Words, cancel), Xlsx, $"{code}-template.xlsx"));
        pages.MapGet("/import/template.xlsx", async (Page page, GiveTemplate slice, CancellationToken cancel) =>
            TypedResults.File(await slice.HandleAsync(null, page.Words, cancel), Xlsx, "list-template.xlsx"));
    }

    /// <param name="code">Null: an empty workbook for a new list.</param>
    /// <exception cref="NotFoundException">No such list.</exception>
    public async Task<byte[]> HandleAsync(string? code, Words words, CancellationToken cancel)
    {
        var reference = (await references.GetAsync(cancel))!;
        var list = code is null ? null : await ReadAsync(code, cancel) ?? throw new NotFoundException("list", code);
        var rounds = list is null ? [] : await db.Rounds.AsNoTracking().Where(r => r.ListId == list.Id).OrderBy(r => r.Number).Select(r => r.Period).ToListAsync(cancel);
        var languages = RegionLanguage.Of(reference.Region);
        var tag = languages.First(l => l.Code == words.Language).Tag;
        var workbook = new XlsxWorkbook(tag, words["workbook.template"], [Items(list, new ListColumns(reference, languages), (reference, words), rounds), Facts(list, languages, words)]);
        using var file = new MemoryStream();
        XlsxWriter.Write(workbook, file);
        return file.ToArray();
    }

    private Task<ItemList?> ReadAsync(string code, CancellationToken cancel) =>
        db.Lists.AsNoTracking().Include(l => l.Items.Where(i => i.End == null && (i.DraftOf == null || i.DraftOf == actor.Party))).ThenInclude(i => i.Units).AsSplitQuery().SingleOrDefaultAsync(l => l.Code == code, cancel);

    private XlsxSheet Items(ItemList? list, ListColumns columns, (Reference Reference, Words Words) at, IReadOnlyList<string> periods)
    {
        var parties = list?.Parties.Select(p => p.Party) ?? at.Reference.Parties.Select(p => p.Code);
        var shown = columns.Template(parties, actor.Party, periods).ToList();
        var rows = (list?.Items ?? []).OrderBy(i => i.Code, StringComparer.Ordinal).Select(i => (IReadOnlyList<XlsxValue>)[.. shown.Select(c => Cell(i, c, at))]);
        return new(at.Words["workbook.sheet.items"], [.. shown.Select(c => new XlsxColumn(columns.Head(c, at.Words), c.Kind == ColumnKind.Due ? XlsxForm.Date : XlsxForm.Text, c.Kind is ColumnKind.Title or ColumnKind.Scope or ColumnKind.Text ? 32 : 16, Wrap: true))], rows)
        {
            Title = list?.Title.In(at.Words.Language) ?? at.Words["workbook.template"],
            Lines = [at.Words["workbook.template.how"], at.Words["workbook.template.reports"]],
            SampleNote = list?.Items.Any(i => i.Sample) == true ? at.Words["workbook.sample"] : null,
            FrozenColumns = 1,
        };
    }

    private static XlsxValue Cell(Item item, ListColumn column, (Reference Reference, Words Words) at) => column.Kind switch
    {
        ColumnKind.Code => item.Code,
        ColumnKind.Theme => at.Reference.Theme(item.Theme)?.Name.In(at.Words.Language) ?? item.Theme,
        ColumnKind.Title => item.Title.Has(column.Part!) ? item.Title.In(column.Part!) : null,
        ColumnKind.Scope => item.Scope.Has(column.Part!) ? item.Scope.In(column.Part!) : null,
        ColumnKind.Leads => Names(item.LeadsOf(column.Part!), at),
        ColumnKind.Support => Names(item.Units.Where(u => !u.Lead).OrderBy(u => u.Party, StringComparer.Ordinal).ThenBy(u => u.Order), at),
        ColumnKind.Due => item.Due,
        ColumnKind.Class => at.Words[$"Class.{item.Class}"],
        _ => XlsxValue.Empty,
    };

    private static string Names(IEnumerable<ItemUnit> units, (Reference Reference, Words Words) at) =>
        string.Join('、', units.Select(u => at.Reference.UnitName(u.Organization).In(at.Words.Language)));

    private static XlsxSheet Facts(ItemList? list, IReadOnlyList<RegionLanguage> languages, Words words) =>
        new(words["workbook.sheet.list"], [new(words["workbook.fact"], Width: 30), new(words["workbook.value"], Width: 50)], ListFacts.Heads(languages, words).Select(h => (IReadOnlyList<XlsxValue>)[h.Head, Fact(list, h.Fact, h.Language)]))
        {
            Title = words["workbook.facts"],
            Lines = [words["workbook.facts.how"]],
        };

    private static XlsxValue Fact(ItemList? list, ListFact fact, string? language) => list is null ? XlsxValue.Empty : fact switch
    {
        ListFact.Code => list.Code,
        ListFact.Title => list.Title.Has(language!) ? list.Title.In(language!) : null,
        ListFact.Starts => list.Starts.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ListFact.Ends => list.Ends.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => XlsxValue.Empty,
    };
}
