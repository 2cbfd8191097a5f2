using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Identity;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Deliver.Rounds;

/// <summary>A program writes the report of one unit of one item, as its account does in the form of the round: a draft, or sent to its confirmer.</summary>
internal sealed class PutReport(TwinHubDb db, ReadUnit read, WriteReports write, ReferenceCache references, Today today, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app) => app.Put("/reports/{round}/{item}/{organization}", Operation.Write<ReportWrittenJson, ReportBody>(
        "reports.put", AccessScope.WriteReports, "reports.get", Parameter.Path("round", "2024H1-R3"), Parameter.Path("item", "2024H1-001"), Parameter.Path("organization", "N-TRA")).Putting() with
    {
        Refusals = ["report.state", "report.changed", "report.other-unit", "record.changed"],
    }, (Call call, PutReport slice, CancellationToken cancel) => slice.PutAsync(call, cancel));

    private async Task<IResult> PutAsync(Call call, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Drafter | Roles.Confirmer | Roles.Office));
        var sheet = await read.OfUnitAsync(call.Path("round"), call.Path("organization"), cancel);
        var row = sheet.Rows.FirstOrDefault(r => r.Code == call.Path("item")) ?? throw new NotFoundException("item", call.Path("item"));
        RefusedException.ThrowIf(row.WhyNotWrite);
        call.MustMatch(row.Report is { } stands ? Tag(stands.Number, stands.Version) : null);
        var (body, problems) = (await call.ReadAsync<ReportBody>(cancel), new Problems());
        var text = Read(body, row, ((await references.GetAsync(cancel))!, sheet.ForUnit), problems);
        if (problems.Any) return problems.ToResult();
        await write.HandleAsync(new(sheet.Round, $"{Operations.Root}/{sheet.Form}", today.Day, [new(row.Duty.Item.Id, row.Code, sheet.Organization, row.Seen, text)]), cancel);
        return await AnswerAsync(call, (sheet, row), cancel);
    }

    private async Task<IResult> AnswerAsync(Call call, (UnitSheet Sheet, UnitRow Row) at, CancellationToken cancel)
    {
        var (round, item, unit) = (at.Sheet.Round.Id, at.Row.Duty.Item.Id, at.Sheet.Organization);
        var now = await db.Reports.AsNoTracking().Where(r => r.RoundId == round && r.ItemId == item && r.Organization == unit).OrderByDescending(r => r.Number).FirstAsync(cancel);
        var (tag, written) = (Tag(now.Number, now.Version), new ReportWrittenJson(at.Sheet.Round.Code, at.Row.Code, unit, now.Number, now.State));
        return at.Row.Report is null ? call.Made(written, $"/reports/{at.Sheet.Round.Code}/{at.Row.Code}/{unit}", tag) : call.One(written, tag);
    }

    private ReportText Read(ReportBody body, UnitRow row, (Reference Reference, bool ForUnit) at, Problems problems)
    {
        LocalText Words(Dictionary<string, string>? given, string member) => Short(at.Reference.Texts(given, member, problems), member, problems);
        if (at.ForUnit && body.CameBy is null or CameBy.Unit) problems.Add(Refusal.Of("field.required"), "cameBy");
        if (body.Submit is null) problems.Add(Refusal.Of("field.required"), "submit");
        var text = new ReportText(body.Percent, Words(body.Text, "text"), Words(body.Problems, "problems"), Words(body.Asks, "asks"))
        {
            WhyLower = Words(body.WhyLower, "whyLower"),
            Judgement = body.Judgement,
            CameBy = at.ForUnit ? body.CameBy ?? CameBy.Phone : CameBy.Unit,
            Dates = [.. (body.Milestones ?? []).Select((d, i) => Date(d, row, $"milestones[{i}]", problems)).OfType<ReportDate>()],
            Submit = body.Submit == true,
        };
        if (text.WhyNot() is { } wrong) problems.Add(wrong, wrong.Code == "report.percent" ? "percent" : "milestones");
        foreach (var (field, lack) in text.Submit ? UnitForm.Lacks(row, text, at.ForUnit) : []) problems.Add(lack, field switch { "pct" => "percent", "why" => "whyLower", _ => field });
        return text;
    }

    private ReportDate? Date(ReportDateBody date, UnitRow row, string member, Problems problems)
    {
        var step = row.Steps.FirstOrDefault(s => s.Code == date.Milestone);
        if (step is null) problems.Add(Refusal.Of("report.milestone-unknown", date.Milestone ?? ""), $"{member}.milestone");
        else if (date.Actual is null == date.Likely is null) problems.Add(Refusal.Of("report.no-date", step.Name), member);
        else if (UnitForm.WhyNotDay(step, date.Actual is not null, (date.Actual ?? date.Likely)!.Value, today.Day) is { } whyNot) problems.Add(whyNot, member);
        return step is null ? null : new() { Id = Keys.New(), Milestone = step.Id, Actual = date.Actual, Likely = date.Likely };
    }

    private static LocalText Short(LocalText text, string member, Problems problems)
    {
        if (text.Wordings.Values.Any(w => w.Text.Length > UnitForm.MostChars)) problems.Add(Refusal.Of("report.too-long", UnitForm.MostChars), member);
        return text;
    }

    private static string Tag(int number, int version) => RowTag.Of(number.ToString(CultureInfo.InvariantCulture), version);
}

/// <summary>What the unit says; what is not given is not said.</summary>
/// <param name="Percent">0–100.</param>
/// <param name="Text">What was done: language to text.</param>
/// <param name="Problems">Language to text.</param>
/// <param name="Asks">What it asks for: language to text.</param>
/// <param name="WhyLower">Why the percent is below that of the report before: language to text.</param>
/// <param name="Judgement">The unit's own.</param>
/// <param name="CameBy">How it came, where the office writes for the unit.</param>
/// <param name="Milestones">Dates of its side's milestones that are not done.</param>
/// <param name="Submit">True: sent to the confirmer; false: kept as a draft.</param>
public sealed record ReportBody(decimal? Percent, Dictionary<string, string>? Text, Dictionary<string, string>? Problems, Dictionary<string, string>? Asks, Dictionary<string, string>? WhyLower, Judgement? Judgement, CameBy? CameBy,
    IReadOnlyList<ReportDateBody>? Milestones, [property: Required] bool? Submit);

/// <summary>Either the day on which a milestone was done, or the day on which it is likely to be.</summary>
/// <param name="Milestone">Code of the milestone.</param>
public sealed record ReportDateBody([property: Required] string? Milestone, DateOnly? Actual, DateOnly? Likely);

/// <param name="Round">Code of the round.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Organization">Code of the unit.</param>
/// <param name="Number">Version of the unit's report, from 1.</param>
public sealed record ReportWrittenJson(string Round, string Item, string Organization, int Number, ReportState State);
