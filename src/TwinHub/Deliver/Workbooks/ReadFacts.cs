using System.Text.RegularExpressions;
using TwinHub.Data;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Reads what a workbook says of the list itself: field and value side by side, on a sheet of their own.</summary>
public sealed partial class ReadFacts(Reference reference, string language)
{
    private readonly IReadOnlyList<RegionLanguage> languages = RegionLanguage.Of(reference.Region);

    public (ListFacts Facts, IReadOnlyList<WorkbookProblem> Problems) Read(IReadOnlyList<Sheet> sheets, int year)
    {
        var cells = new ReadCells(reference, language, (new(year, 1, 1), new(year, 12, 31)));
        var heads = languages.Select(l => l.Code).Concat(Words.Languages).Distinct().SelectMany(l => ListFacts.Heads(languages, Words.In(l))).DistinctBy(h => h.Head).ToDictionary(h => h.Head);
        var facts = new ListFacts();
        foreach (var (sheet, row) in sheets.SelectMany(s => s.Rows.Select(r => (s, r))))
        {
            if (row[1].IsEmpty || !heads.TryGetValue(row[0].Text, out var head)) continue;
            var at = new CellPlace(sheet.Name, row.Number, "B");
            if (!cells.WhyNotValue(row[1], at)) facts = Fact(facts, head, row[1], (cells, at));
        }

        return (facts, cells.Problems);
    }

    /// <summary>The period that a list's code says: 2024H1, 2024Q3, 2024, 2024-05; null: it says none.</summary>
    public static (DateOnly Starts, DateOnly Ends)? PeriodOf(string code)
    {
        if (Coded.Match(code) is not { Success: true } match) return null;
        var year = int.Parse(match.Groups["y"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var months = match.Groups["h"].Success ? 6 : match.Groups["q"].Success ? 3 : 12;
        var part = match.Groups["h"].Success ? match.Groups["h"].Value : match.Groups["q"].Success ? match.Groups["q"].Value : "1";
        var starts = new DateOnly(year, (part[0] - '1') * months + 1, 1);
        return (starts, starts.AddMonths(months).AddDays(-1));
    }

    private static ListFacts Fact(ListFacts facts, (ListFact Fact, string? Language, string Head) head, SheetCell cell, (ReadCells Cells, CellPlace Place) at) => head.Fact switch
    {
        ListFact.Code => facts with { Code = cell.Text },
        ListFact.Title => facts with { Title = new Dictionary<string, string>(facts.Title) { [head.Language!] = cell.Text } },
        ListFact.Starts => facts with { Starts = at.Cells.Day(cell, at.Place) },
        ListFact.Ends => facts with { Ends = at.Cells.Day(cell, at.Place) },
        ListFact.AdoptedOn => facts with { AdoptedOn = at.Cells.Day(cell, at.Place) },
        ListFact.DocumentNumber => facts with { DocumentNumber = cell.Text },
        ListFact.DocumentDate => facts with { DocumentDate = at.Cells.Day(cell, at.Place) },
        ListFact.DocumentTitle => facts with { DocumentTitle = cell.Text },
        _ => facts with { Issuers = at.Cells.Units(cell.Text, null, at.Place) },
    };

    [GeneratedRegex(@"^(?<y>20[0-9]{2})(?:-?H(?<h>[12])|-?Q(?<q>[1-4]))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Coded { get; }
}
