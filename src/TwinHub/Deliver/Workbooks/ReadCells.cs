using System.Globalization;
using TwinHub.Core;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Deliver.Workbooks.Formats;
using TwinHub.Language;
using TwinHub.Texts;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Reads the values of cells by what their column means; what cannot be read is told with its place.</summary>
public sealed class ReadCells(Reference reference, string language, (DateOnly Starts, DateOnly Ends) period)
{
    private const int FirstSerial = 36_526, LastSerial = 73_050; // 2000 to 2099
    private readonly IReadOnlyList<RegionLanguage> languages = RegionLanguage.Of(reference.Region);
    private readonly List<WorkbookProblem> problems = [];
    private readonly HashSet<string> ongoing = Said("head.ongoing"), none = Said("head.none"), done = Said("head.done");
    private readonly Dictionary<(string Text, string? Party), IReadOnlyList<string>?> unitsOf = [];

    public IReadOnlyList<WorkbookProblem> Problems => problems;

    public NamedUnits Named { get; } = new(reference);

    public void Tell(CellPlace at, Refusal refusal) => problems.Add(new(at, refusal));

    /// <summary>A cell that says that there is nothing: empty, a dash, 无, n/a.</summary>
    public bool IsNone(SheetCell cell) => cell.IsEmpty || (cell.Form == CellForm.Text && (cell.Text.All(c => c is '-' or '—' or '–' or '/' or '\\' or '－') || none.Contains(cell.Text)));

    /// <summary>A formula without a value, or an error, is no value of any column.</summary>
    public bool WhyNotValue(SheetCell cell, CellPlace at)
    {
        if (cell.Form == CellForm.Error) Tell(at, Refusal.Of("workbook.cell-error", cell.Text));
        else if (cell.Form == CellForm.Formula || FormulaText.IsFormula(cell.Text)) Tell(at, Refusal.Of("workbook.formula", Cut(cell.Text)));
        else return false;
        return true;
    }

    public string? Theme(string text, CellPlace at)
    {
        if (FindTheme(text) is { } theme) return theme;
        Tell(at, Refusal.Of("workbook.theme-unknown", Cut(text), string.Join(" / ", reference.Scheme("theme").Select(t => t.Name.In(language)))));
        return null;
    }

    /// <summary>The theme of that code or name, in any language.</summary>
    public string? FindTheme(string text)
    {
        var plain = Plain(text);
        return reference.Scheme("theme").FirstOrDefault(t => t.Code.Equals(plain, StringComparison.OrdinalIgnoreCase) || t.Name.Wordings.Values.Concat(t.Short.Wordings.Values).Any(w => Plain(w.Text).Equals(plain, StringComparison.OrdinalIgnoreCase)))?.Code;
    }

    /// <summary>Codes of the units named in one cell, in their order, each once.</summary>
    public IReadOnlyList<string> Units(string text, string? party, CellPlace at)
    {
        if (unitsOf.TryGetValue((text, party), out var known) && known is not null) return known;
        var (found, wrong) = (new List<string>(), problems.Count);
        foreach (var name in Named.Split(text, party))
        {
            if (Named.Find(name, party) is { } unit) found.Add(unit.Code);
            else if (!IsNone(new(name))) Tell(at, Unknown(name, party));
        }

        IReadOnlyList<string> units = [.. found.Distinct()];
        if (problems.Count == wrong) unitsOf[(text, party)] = units;
        return units;
    }

    /// <summary>The day by which it is due, and how that was given; ongoing work is due when the list ends.</summary>
    public (DateOnly? Day, RowNote? Note) Due(SheetCell cell, CellPlace at)
    {
        if (ongoing.Contains(cell.Text)) return (period.Ends, RowNote.Ongoing);
        if (Serial(cell) is { } serial) return (serial, null);
        var lost = cell.Form == CellForm.Number && cell.Text is [_, _, _, _, '.', '1']; // 2023.10 typed as a number
        if (!lost && ReadDeadline.TryRead(cell.Text, languages.First(l => l.Code == language).Tag, period, out var deadline)) return (deadline.Date, deadline.Form == DeadlineForm.Day ? null : RowNote.EndOfSpan);
        Tell(at, Refusal.Of("workbook.date", Cut(cell.Text)));
        return default;
    }

    /// <summary>A day of a list's own facts.</summary>
    public DateOnly? Day(SheetCell cell, CellPlace at) => Due(cell, at).Day;

    /// <param name="column">Whether it holds shares, 0.4 for 40%; whether it holds 0 and 1 only, so that 1 may be all or a hundredth.</param>
    public decimal? Percent(SheetCell cell, (bool IsShare, bool IsUnclear) column, CellPlace at)
    {
        if (IsNone(cell)) return null;
        if (done.Contains(cell.Text)) return 100;
        var said = cell.Form == CellForm.Percent || cell.Text.AsSpan().IndexOfAny('%', '％', '百') >= 0;
        var read = ReadNumber.TryReadPercent(cell.Text, out var reading);
        var value = !said && column.IsShare ? reading.Value * 100 : reading.Value;
        if (read && value is >= 0 and <= 100 && (said || column.IsShare || value == 0 || (value >= 1 && !(value == 1 && column.IsUnclear)))) return Math.Round(value, 2);
        Tell(at, Refusal.Of("workbook.percent", Cut(cell.Text)));
        return null;
    }

    public Class? ClassOf(string text, CellPlace at)
    {
        foreach (var value in Enum.GetValues<Class>())
        {
            if (text.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase) || Words.Languages.Any(l => Words.In(l)[$"Class.{value}"] == text)) return value;
        }

        Tell(at, Refusal.Of("workbook.class", Cut(text)));
        return null;
    }

    private Refusal Unknown(string name, string? party)
    {
        var like = Named.Like(name, party);
        return like.Count == 0 ? Refusal.Of("workbook.unit-unknown", Cut(name)) : Refusal.Of("workbook.unit-like", Cut(name), string.Join(" / ", like.Select(u => u.Name.In(language))));
    }

    private static DateOnly? Serial(SheetCell cell) =>
        cell.Form == CellForm.Number && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= FirstSerial and <= LastSerial ? new DateOnly(1899, 12, 30).AddDays(days) : null;

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static HashSet<string> Said(string code) => Words.Languages.SelectMany(l => Words.In(l)[code].Split('|')).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
