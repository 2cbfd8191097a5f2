using System.Globalization;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>The fields of a unit's form: what stands in them first, and what they say when they come back.</summary>
public sealed class UnitForm(Page page, Round round)
{
    internal const int MostChars = 2000;
    private static readonly string[] RowFields = ["pct", "why", "text", "prob", "ask", "judge"];
    /// <summary>What a row carries beside what is typed in it: the version it was filled from, that version's fields, the class of its files.</summary>
    private static readonly string[] Carried = ["seen-", "was-", "class-"];

    /// <summary>Fields from the reports as they are stored; a likely date that was given last stands again.</summary>
    public Typed Initial(IEnumerable<UnitRow> rows)
    {
        var typed = Typed.Nothing;
        foreach (var row in rows) Fill(typed, row);
        return typed;
    }

    /// <summary>What was typed over what is stored: fields that were not sent stand as stored.</summary>
    public static Typed Over(Typed stored, Typed typed, IEnumerable<UnitRow> rows)
    {
        foreach (var field in rows.SelectMany(FieldsOf).Append("came").Where(typed.Has)) stored[field] = typed[field];
        return stored;
    }

    /// <summary>Ticks "no change" in every row in which nothing was typed.</summary>
    public void NoChangeElsewhere(Typed typed, IEnumerable<UnitRow> rows)
    {
        foreach (var row in rows.Where(r => r is { Report: null or { State: ReportState.Returned }, Before: not null } && !IsTouched(typed, r))) typed["same-" + row.Code] = "y";
    }

    /// <summary>What the rows say: those that were touched, and, to submit, the writer's own drafts as they stand. A unit's draft is not its office's to send.</summary>
    internal IReadOnlyList<WriteReports.Row> Read(UnitSheet sheet, (Typed Typed, RowFiles? Files) sent, bool submit, Problems problems)
    {
        var (typed, files) = sent;
        var rows = sheet.Writable.Where(r => IsTouched(typed, r) || files?.Any(r.Code) == true || (submit && r.Report is { State: ReportState.Draft } draft && (draft.CameBy == CameBy.Unit) != sheet.ForUnit)).ToList();
        var read = rows.Select(r => ReadRow(r, typed, (submit, sheet.ForUnit), problems) is { } row ? row with { Files = files?.Read(r.Code, problems) ?? [] } : null).OfType<WriteReports.Row>().ToList();
        if (problems.Any) files?.AskAgain(rows.Where(r => problems.At("files-" + r.Code) is null), problems);
        return read;
    }

    /// <summary>Rows in which something was typed and another account wrote meanwhile, told as problems.</summary>
    public void TellOvertaken(UnitSheet sheet, Typed typed, Problems problems)
    {
        foreach (var row in sheet.Rows.Where(r => typed["seen-" + r.Code] != r.Seen && IsTouched(typed, r) && problems.At("row-" + r.Code) is null)) problems.Add(Refusal.Of("report.changed", row.Code), "row-" + row.Code);
    }

    /// <summary>The fields of a row that are not the same in all three: as it was opened, as it stands now, as it was typed.</summary>
    public IReadOnlyList<Overtaken> OvertakenOf(UnitRow row, Typed typed)
    {
        var (opened, now) = (Typed.Read(typed["was-" + row.Code]), Initial([row]));
        Overtaken Field(string label, string name, Func<string, string>? say = null) => new(label, Say(opened[name], say), Say(now[name], say), Say(typed[name], say));
        var fields = new[] { "pct", "why", "text", "prob", "ask" }.Select(f => Field(page["unit." + f], $"{f}-{row.Code}"))
            .Append(Field(page["unit.judge"], "judge-" + row.Code, judgement => page["rounds.judge." + judgement]))
            .Concat(row.Steps.SelectMany(s => new[] { Field(page.In(s.Name), "done-" + s.Code, done => page[done == "y" ? "unit.step.done" : "unit.step.open"]), Field($"{page.In(s.Name)}{page["form.comma"]}{page["unit.step.date"]}", "date-" + s.Code) }));
        return [.. fields.Where(f => f.Opened != f.Theirs || f.Theirs != f.Yours)];
    }

    private static string Say(string value, Func<string, string>? say) => value.Length == 0 || say is null ? value : say(value);

    private bool IsTouched(Typed typed, UnitRow row)
    {
        var stored = Initial([row]);
        return typed["same-" + row.Code] == "y" || FieldsOf(row).Any(f => !Carried.Any(c => f.StartsWith(c, StringComparison.Ordinal)) && typed.Has(f) && typed[f] != stored[f]);
    }

    private void Fill(Typed typed, UnitRow row)
    {
        var (code, report) = (row.Code, row.Report);
        typed["seen-" + code] = row.Seen;
        typed["pct-" + code] = report?.Percent is { } percent ? page.Forms.Number(percent) : "";
        typed["why-" + code] = page.In(report?.WhyLower ?? LocalText.Empty);
        typed["text-" + code] = page.In(report?.Text ?? LocalText.Empty);
        typed["prob-" + code] = page.In(report?.Problems ?? LocalText.Empty);
        typed["ask-" + code] = page.In(report?.Asks ?? LocalText.Empty);
        typed["judge-" + code] = report?.Judgement?.ToString() ?? "";
        foreach (var step in row.Steps)
        {
            var said = report?.Dates.FirstOrDefault(d => d.Milestone == step.Id);
            typed["done-" + step.Code] = said?.Actual is not null ? "y" : "n";
            typed["date-" + step.Code] = (said?.Actual ?? said?.Likely ?? step.LikelyDate) is { } day ? page.Forms.Day(day) : "";
        }

        typed["was-" + code] = typed.Only(FieldsOf(row)).ToJson();
    }

    private WriteReports.Row? ReadRow(UnitRow row, Typed typed, (bool Submit, bool ForUnit) how, Problems problems)
    {
        var before = problems.All.Count;
        if (typed["seen-" + row.Code] != row.Seen) problems.Add(Refusal.Of("report.changed", row.Code), "row-" + row.Code);
        var text = typed["same-" + row.Code] == "y" && row.Before is { } last ? Same(row, last) : Said(row, typed, problems);
        text = text with { Submit = how.Submit, CameBy = how.ForUnit ? Came(typed) : CameBy.Unit };
        if (text.WhyNot() is { } wrong) problems.Add(wrong, "pct-" + row.Code);
        foreach (var (field, lack) in how.Submit ? Lacks(row, text, how.ForUnit) : []) problems.Add(lack, $"{field}-{row.Code}");
        return problems.All.Count == before ? new(row.Duty.Item.Id, row.Code, row.Duty.Organization, row.Seen, text) : null;
    }

    /// <summary>What a report lacks to be sent, by the field of the form that is to say it.</summary>
    internal static IEnumerable<(string Field, Refusal Lack)> Lacks(UnitRow row, ReportText text, bool forUnit)
    {
        if (text.Percent is null && !forUnit) yield return ("pct", Refusal.Of("report.no-percent", row.Code));
        if (text.WhyNotLower(row.Before?.Percent) is { } lower) yield return ("why", lower);
        if (text.Text.IsEmpty) yield return ("text", Refusal.Of("report.no-text", row.Code));
    }

    /// <summary>Null when a step can be done, or be likely, on that day.</summary>
    internal static Refusal? WhyNotDay(Milestone step, bool done, DateOnly day, DateOnly today) =>
        done && day > today ? Refusal.Of("report.done-later", step.Name, day)
        : !done && day < today && day != step.LikelyDate ? Refusal.Of("report.likely-past", step.Name, day)
        : null;

    private ReportText Same(UnitRow row, Report last) => new(last.Percent, LocalText.Empty.With(page.Lang, page["rounds.no-change"]), last.Problems, last.Asks)
    {
        Judgement = last.Judgement,
        Dates = [.. row.Steps.Where(s => s.LikelyDate is not null).Select(s => new ReportDate { Id = Keys.New(), Milestone = s.Id, Likely = s.LikelyDate })],
    };

    private ReportText Said(UnitRow row, Typed typed, Problems problems)
    {
        LocalText Words(string field, LocalText? old) => Reword(old ?? LocalText.Empty, typed[field + "-" + row.Code], field + "-" + row.Code, problems);
        var report = row.Report;
        return new(ReadPercent(typed["pct-" + row.Code], row, problems), Words("text", report?.Text), Words("prob", report?.Problems), Words("ask", report?.Asks))
        {
            WhyLower = Words("why", report?.WhyLower),
            Judgement = Enum.TryParse<Judgement>(typed["judge-" + row.Code], out var judgement) ? judgement : null,
            Dates = [.. row.Steps.Select(s => ReadStep(s, typed, problems)).OfType<ReportDate>()],
        };
    }

    /// <summary>A text as it is stays in all its languages; a new one is of the page's language.</summary>
    private LocalText Reword(LocalText old, string typed, string field, Problems problems)
    {
        if (typed.Length > MostChars) problems.Add(Refusal.Of("report.too-long", MostChars), field);
        return typed == page.In(old) ? old : typed.Length == 0 ? LocalText.Empty : old.Has(page.Lang) ? old.With(page.Lang, typed) : LocalText.Empty.With(page.Lang, typed);
    }

    private static decimal? ReadPercent(string typed, UnitRow row, Problems problems)
    {
        if (typed.Length == 0) return null;
        if (ReadNumber.TryReadPercent(typed, out var read)) return read.Value;
        problems.Add(Refusal.Of("report.percent-unread", row.Code, typed), "pct-" + row.Code);
        return null;
    }

    private ReportDate? ReadStep(Milestone step, Typed typed, Problems problems)
    {
        var (text, done, field) = (typed["date-" + step.Code], typed["done-" + step.Code] == "y", "date-" + step.Code);
        if (text.Length == 0 && !done) return null;
        if (text.Length == 0 || !TryDay(text, out var day)) { problems.Add(text.Length == 0 ? Refusal.Of("report.no-date", step.Name) : Refusal.Of("date." + Problem(text), text), field); return null; }
        if (WhyNotDay(step, done, day, page.Today.Day) is { } whyNot) problems.Add(whyNot, field);
        return new() { Id = Keys.New(), Milestone = step.Id, Actual = done ? day : null, Likely = done ? null : day };
    }

    /// <summary>How a typed day was read, in the page's form; empty where it stands so already or cannot be read.</summary>
    public string ReadBack(string typed) => TryDay(typed, out var day) && page.Forms.Day(day) is var form && form != typed ? form : "";

    private bool TryDay(string typed, out DateOnly day)
    {
        var read = ReadDate.TryRead(typed, page.Language.Tag, round.Closes.Year, out var reading);
        day = reading.Date;
        return read;
    }

    private DateProblem Problem(string typed) => ReadDate.TryRead(typed, page.Language.Tag, round.Closes.Year, out var reading) ? DateProblem.None : reading.Problem;

    private static CameBy Came(Typed typed) => Enum.TryParse<CameBy>(typed["came"], out var came) && came != CameBy.Unit ? came : CameBy.Phone;

    private static IEnumerable<string> FieldsOf(UnitRow row) =>
        RowFields.Concat(["seen", "same", "was", "class"]).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f}-{row.Code}")).Concat(row.Steps.SelectMany(s => new[] { "done-" + s.Code, "date-" + s.Code }));
}
