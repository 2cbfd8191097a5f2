using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>One page of a round for the whole party: its office enters what every unit told it, typed or pasted from a sheet, and releases it.</summary>
public sealed class EnterReports(ReadUnit read, WriteReports write, FormDrafts drafts, Page page, Actor actor)
{
    public sealed record View(UnitSheet Party, Typed Typed, DateTimeOffset? DraftAt, Problems Problems)
    {
        public string? Said { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        const string office = "/rounds/{round}/office";
        app.MapGet(office, (string round, string? said, EnterReports slice, CancellationToken cancel) => slice.ShowAsync(round, said, cancel)).WithMetadata(MadeAnew.Mark);
        app.MapPost(office, (string round, IFormCollection form, EnterReports slice, CancellationToken cancel) => slice.PostAsync(round, form, cancel));
        app.MapPost(office + "/draft", (string round, IFormCollection form, EnterReports slice, CancellationToken cancel) => slice.KeepAsync(round, form, cancel));
    }

    private static string Form(UnitSheet party) => $"rounds/{party.Round.Code}/office";

    private async Task<(UnitSheet Party, UnitForm Form)> ReadAsync(string round, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        var party = await read.OfPartyAsync(round, cancel);
        return (party, new UnitForm(page, party.Round));
    }

    private async Task<IResult> ShowAsync(string round, string? said, CancellationToken cancel)
    {
        var (party, form) = await ReadAsync(round, cancel);
        var (typed, kept) = (form.Initial(party.Writable), await drafts.FindAsync(Form(party), cancel));
        if (kept is not null) typed = UnitForm.Over(typed, Typed.Read(kept.Fields), party.Writable);
        return Show(new(party, typed, kept?.SavedAt, new()) { Said = said is "entered" or "saved" or "kept" ? said : null });
    }

    private async Task<IResult> PostAsync(string round, IFormCollection sent, CancellationToken cancel)
    {
        var (party, form) = await ReadAsync(round, cancel);
        var raw = Typed.From(sent);
        var typed = UnitForm.Over(form.Initial(party.Rows), raw, party.Rows);
        return sent["do"].ToString() switch
        {
            "paste" => await PasteAsync(party, typed, raw["paste"], cancel),
            "forget" => await ForgetAsync(party, cancel),
            var act => await WriteAsync(party, (form, typed), act == "submit", cancel),
        };
    }

    private Task<IResult> WriteAsync(UnitSheet party, (UnitForm Form, Typed Typed) filled, bool submit, CancellationToken cancel) => Answer.PageAsync(
        p => new WriteReports.Command(party.Round, Form(party), page.Today.Day, filled.Form.Read(party, (filled.Typed, null), submit, p)) { Release = submit },
        async c =>
        {
            await write.HandleAsync(c, cancel);
            return page.To($"{Form(party)}?said={(submit ? "entered" : "saved")}");
        },
        async p =>
        {
            var at = await drafts.SaveAsync(Form(party), filled.Typed, cancel);
            var now = await read.OfPartyAsync(party.Round.Code, cancel); // somebody may have written at the same moment
            filled.Form.TellOvertaken(now, filled.Typed, p);
            return Show(new(now, filled.Typed, at, p));
        });

    /// <summary>Puts pasted lines (item, percent, text, problems, asks; from a sheet) into the fields. Nothing is recorded yet.</summary>
    private async Task<IResult> PasteAsync(UnitSheet party, Typed typed, string pasted, CancellationToken cancel)
    {
        var problems = new Problems();
        foreach (var line in pasted.Split('\n').Where(l => l.Trim().Length > 0)) Paste(party, typed, line.Split('\t'), problems);
        if (pasted.Trim().Length == 0) problems.Add(Refusal.Of("report.paste-nothing"), "paste");
        if (problems.Any) typed["paste"] = pasted;
        var at = await drafts.SaveAsync(Form(party), typed, cancel);
        return problems.Any ? Show(new(party, typed, at, problems)) : TypedResults.LocalRedirect(page.To($"{Form(party)}?said=kept"));
    }

    private static void Paste(UnitSheet party, Typed typed, string[] cells, Problems problems)
    {
        var row = cells.Select(c => party.Writable.FirstOrDefault(r => r.Code == c.Trim())).FirstOrDefault(r => r is not null);
        if (row is null) { problems.Add(Refusal.Of("report.paste-item", string.Join(' ', cells).Trim()), "paste"); return; }
        var at = Array.FindIndex(cells, c => c.Trim() == row.Code);
        var rest = cells.Skip(at + 1).Select(c => c.Trim()).ToList();
        var percent = rest.FindIndex(c => ReadNumber.TryReadPercent(c, out _)); // a sheet may hold name and unit between
        if (percent >= 0) typed["pct-" + row.Code] = rest[percent];
        string[] fields = ["text", "prob", "ask"];
        foreach (var (field, cell) in fields.Zip(percent >= 0 ? rest.Skip(percent + 1) : rest)) typed[$"{field}-{row.Code}"] = cell;
    }

    private async Task<IResult> ForgetAsync(UnitSheet party, CancellationToken cancel)
    {
        await drafts.EndAsync(Form(party), cancel);
        return TypedResults.LocalRedirect(page.To(Form(party)));
    }

    private async Task<IResult> KeepAsync(string round, IFormCollection sent, CancellationToken cancel)
    {
        var (party, _) = await ReadAsync(round, cancel);
        var now = await drafts.SaveAsync(Form(party), Typed.From(sent), cancel);
        return TypedResults.Text(page.Say("rounds.kept-at", UnitPage.Clock(page, now)));
    }

    private static RazorComponentResult<OfficePage> Show(View view) => new(new { View = view }) { StatusCode = ShowUnit.StatusOf(view.Problems) };
}
