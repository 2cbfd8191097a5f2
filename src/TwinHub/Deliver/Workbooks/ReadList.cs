using TwinHub.Core;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Language;
using TwinHub.Texts;

namespace TwinHub.Deliver.Workbooks;

/// <summary>One item as the workbook gives it. A cell that is not there is null: it changes nothing.</summary>
public sealed record ReadRow(CellPlace Place, string? Code)
{
    public string? Theme { get; set; }
    public Dictionary<string, string> Title { get; } = [];
    public Dictionary<string, string> Scope { get; } = [];
    public Dictionary<string, IReadOnlyList<string>> Leads { get; } = [];
    /// <summary>Codes of supporting units; null: no such column.</summary>
    public IReadOnlyList<string>? Support { get; set; }
    public DateOnly? Due { get; set; }
    public Class? Class { get; set; }
    /// <summary>Party and month → what is reported.</summary>
    public Dictionary<(string Party, string Period), (decimal? Percent, string? Text)> Reports { get; } = [];
}

/// <summary>What a workbook says, with everything that is wrong with it.</summary>
public sealed record ListRead(ListFacts Facts, IReadOnlyList<ReadRow> Rows, IReadOnlyList<WorkbookProblem> Problems);

/// <summary>Reads the template's workbook whole: every cell is understood or told.</summary>
public sealed class ReadList(Reference reference, string language, DateOnly today)
{
    private const int HeadWithin = 20;
    private readonly IReadOnlyList<RegionLanguage> languages = RegionLanguage.Of(reference.Region);
    private readonly NamedUnits units = new(reference);
    private readonly List<WorkbookProblem> problems = [];
    private int referenceYear = today.Year;

    /// <exception cref="RefusedException">The file is no workbook, or too large.</exception>
    public ListRead Read(byte[] file)
    {
        var sheets = WorkbookSheets.Read(file);
        var columns = new ListColumns(reference, languages);
        var facts = sheets.Select(s => Facts(s.Rows)).Aggregate(new ListFacts(), Merge); // first: dates without a year are of the list's
        var (head, rows, shape) = sheets.Select(s => Find(s.Rows, columns)).FirstOrDefault(f => f.Head is not null);
        if (head is null)
        {
            problems.Add(new(new(sheets.Count > 0 ? sheets[0].Name : "", 1), Refusal.Of("workbook.no-head")));
            return new(facts, [], problems);
        }

        var read = rows!.Where(r => !r.IsEmpty).Select(r => Row(r, shape!)).ToList();
        foreach (var twice in read.Where(r => r.Code is not null).GroupBy(r => r.Code).Where(g => g.Count() > 1)) problems.Add(new(twice.Last().Place, Refusal.Of("workbook.code-twice", twice.Key!)));
        return new(facts, read, problems);
    }

    /// <summary>The head is the row that names code, title and due; rows above it are title and notes.</summary>
    private (SheetRow? Head, IReadOnlyList<SheetRow>? Rows, Dictionary<string, ListColumn>? Shape) Find(IReadOnlyList<SheetRow> rows, ListColumns columns)
    {
        for (var i = 0; i < Math.Min(rows.Count, HeadWithin); i++)
        {
            var shape = rows[i].Cells.Where(c => c.Value.Length > 0).Select(c => (c.Key, Column: columns.Read(c.Value))).ToList();
            if (!shape.Exists(c => c.Column?.Kind == ColumnKind.Title) || !shape.Exists(c => c.Column?.Kind == ColumnKind.Due)) continue;
            foreach (var (key, _) in shape.Where(c => c.Column is null)) problems.Add(new(rows[i].Place with { Column = key }, Refusal.Of("workbook.column-unknown", rows[i].Cells[key])));
            return (rows[i], [.. rows.Skip(i + 1)], shape.Where(c => c.Column is not null).ToDictionary(c => c.Key, c => c.Column!));
        }

        return default;
    }

    private ReadRow Row(SheetRow row, Dictionary<string, ListColumn> shape)
    {
        var code = shape.Where(c => c.Value.Kind == ColumnKind.Code).Select(c => row[c.Key]).FirstOrDefault();
        var read = new ReadRow(row.Place, code);
        foreach (var (key, column) in shape)
        {
            if (row[key] is { } text) Cell(read, column, text, row.Place with { Column = key });
        }

        return read;
    }

    private void Cell(ReadRow row, ListColumn column, string text, CellPlace at)
    {
        switch (column.Kind)
        {
            case ColumnKind.Theme: row.Theme = Theme(text, at); break;
            case ColumnKind.Title: row.Title[column.Part!] = text; break;
            case ColumnKind.Scope: row.Scope[column.Part!] = text; break;
            case ColumnKind.Leads: row.Leads[column.Part!] = Units(text, column.Part, at); break;
            case ColumnKind.Support: row.Support = Units(text, null, at); break;
            case ColumnKind.Due: row.Due = Day(text, at); break;
            case ColumnKind.Class: row.Class = ClassOf(text, at); break;
            case ColumnKind.Percent: row.Reports[(column.Part!, column.Period!)] = (Percent(text, at), row.Reports.GetValueOrDefault((column.Part!, column.Period!)).Text); break;
            case ColumnKind.Text: row.Reports[(column.Part!, column.Period!)] = (row.Reports.GetValueOrDefault((column.Part!, column.Period!)).Percent, text); break;
            case ColumnKind.Code: break; // read before
        }
    }

    private string? Theme(string text, CellPlace at)
    {
        var theme = reference.Scheme("theme").FirstOrDefault(t => t.Code == text || t.Name.Wordings.Values.Concat(t.Short.Wordings.Values).Any(w => w.Text == text));
        if (theme is null) problems.Add(new(at, Refusal.Of("workbook.theme-unknown", text, string.Join(" / ", reference.Scheme("theme").Select(t => t.Name.In(language))))));
        return theme?.Code;
    }

    private List<string> Units(string text, string? party, CellPlace at)
    {
        var found = new List<string>();
        foreach (var name in NamedUnits.Split(text))
        {
            if (units.Find(name, party) is { } unit) found.Add(unit.Code);
            else problems.Add(new(at, units.Like(name, party) is { } like ? Refusal.Of("workbook.unit-like", name, like.Name) : Refusal.Of("workbook.unit-unknown", name)));
        }

        return [.. found.Distinct()];
    }

    private DateOnly? Day(string text, CellPlace at)
    {
        if (ReadDate.TryRead(text, languages.First(l => l.Code == language).Tag, referenceYear, out var reading)) return reading.Date;
        problems.Add(new(at, Refusal.Of("workbook.date", text)));
        return null;
    }

    private decimal? Percent(string text, CellPlace at)
    {
        var read = ReadNumber.TryReadPercent(text, out var reading);
        if (read && reading.Value is 0 or (>= 1 and <= 100)) return reading.Value; // 0.4 may be 40 or 0.4: it is asked
        problems.Add(new(at, Refusal.Of("workbook.percent", text)));
        return null;
    }

    private Class? ClassOf(string text, CellPlace at)
    {
        foreach (var value in Enum.GetValues<Class>())
        {
            if (text == value.ToString() || languages.Any(l => Words.In(l.Code)[$"Class.{value}"] == text)) return value;
        }

        problems.Add(new(at, Refusal.Of("workbook.class", text)));
        return null;
    }

    private ListFacts Facts(IReadOnlyList<SheetRow> rows)
    {
        var heads = languages.SelectMany(l => ListFacts.Heads(languages, Words.In(l.Code))).DistinctBy(h => h.Head).ToDictionary(h => h.Head);
        var facts = new ListFacts();
        foreach (var row in rows.Where(r => r["A"] is not null && r["B"] is not null))
        {
            if (heads.TryGetValue(row["A"]!, out var head)) facts = Fact(facts, head, row["B"]!, row.Place with { Column = "B" });
        }

        if (facts.Starts is { } starts) referenceYear = starts.Year;
        return facts;
    }

    private ListFacts Fact(ListFacts facts, (ListFact Fact, string? Language, string Head) head, string text, CellPlace at) => head.Fact switch
    {
        ListFact.Code => facts with { Code = text },
        ListFact.Title => facts with { Title = new Dictionary<string, string>(facts.Title) { [head.Language!] = text } },
        ListFact.Starts => facts with { Starts = Day(text, at) },
        ListFact.Ends => facts with { Ends = Day(text, at) },
        ListFact.AdoptedOn => facts with { AdoptedOn = Day(text, at) },
        ListFact.DocumentNumber => facts with { DocumentNumber = text },
        ListFact.DocumentDate => facts with { DocumentDate = Day(text, at) },
        ListFact.DocumentTitle => facts with { DocumentTitle = text },
        _ => facts with { Issuers = Units(text, null, at) },
    };

    private static ListFacts Merge(ListFacts kept, ListFacts more) => more == new ListFacts() || (more.Code is null && more.Starts is null && more.Title.Count == 0 && !more.IsAdopted) ? kept : more;
}
