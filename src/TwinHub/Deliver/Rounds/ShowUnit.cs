using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>One unit's round on one page: what it reports of every item, what waits for its confirmer or its office.</summary>
public sealed class ShowUnit(ReadUnit read, WriteReports write, FormDrafts drafts, Page page, Actor actor)
{
    /// <param name="DraftAt">When what was typed was last kept without sending; null: nothing is kept.</param>
    public sealed record View(UnitSheet Unit, UnitForm Form, Typed Typed, DateTimeOffset? DraftAt, Problems Problems, Actor Actor)
    {
        public string? Said { get; init; }
        /// <summary>Why a report was to be returned, as it was typed: item and reason.</summary>
        public (string Item, string Reason) Returning { get; init; } = ("", "");
    }

    private static readonly string[] Sayings = ["saved", "submitted", "entered", "confirmed", "released", "returned", "kept"];

    public static void Map(IEndpointRouteBuilder app)
    {
        const string unit = "/rounds/{round}/units/{organization}";
        app.MapGet(unit, (string round, string organization, string? said, ShowUnit slice, CancellationToken cancel) => slice.ShowAsync((round, organization), said, cancel)).WithMetadata(MadeAnew.Mark);
        app.MapPost(unit, (string round, string organization, IFormCollection form, ShowUnit slice, CancellationToken cancel) => slice.PostAsync((round, organization), form, cancel)).WithMetadata(TakesFiles.Mark);
        app.MapPost(unit + "/draft", (string round, string organization, IFormCollection form, ShowUnit slice, CancellationToken cancel) => slice.KeepAsync((round, organization), form, cancel));
    }

    /// <summary>The page again, with what a refused act answered and all that was typed.</summary>
    public async Task<IResult> AgainAsync((string Round, string Organization) at, Problems problems, CancellationToken cancel, (string Item, string Reason) returning = default)
    {
        var (unit, form, typed, kept) = await KeptAsync(at, cancel);
        return Show(new(unit, form, typed, kept, problems, actor) { Returning = (returning.Item ?? "", returning.Reason ?? "") });
    }

    private async Task<(UnitSheet Unit, UnitForm Form, Typed Typed, DateTimeOffset? KeptAt)> KeptAsync((string Round, string Organization) at, CancellationToken cancel)
    {
        var unit = await read.OfUnitAsync(at.Round, at.Organization, cancel);
        var form = new UnitForm(page, unit.Round);
        var (typed, kept) = (form.Initial(unit.Rows), await drafts.FindAsync(unit.Form, cancel));
        return (unit, form, kept is null ? typed : UnitForm.Over(typed, Typed.Read(kept.Fields), unit.Writable), kept?.SavedAt);
    }

    private async Task<IResult> ShowAsync((string Round, string Organization) at, string? said, CancellationToken cancel)
    {
        var (unit, form, typed, kept) = await KeptAsync(at, cancel);
        return Show(new(unit, form, typed, kept, new(), actor) { Said = Sayings.Contains(said) ? said : null });
    }

    /// <summary>The buttons of the form: draft, submit (for the office: record and release), no change in all other rows, forget what was typed.</summary>
    private async Task<IResult> PostAsync((string Round, string Organization) at, IFormCollection sent, CancellationToken cancel)
    {
        var unit = await read.OfUnitAsync(at.Round, at.Organization, cancel);
        var form = new UnitForm(page, unit.Round);
        var typed = UnitForm.Over(form.Initial(unit.Rows), Typed.From(sent), unit.Rows);
        if (Why(unit) is { } refusal) throw new RefusedException(refusal);
        return sent["do"].ToString() switch
        {
            "same" => await SameAsync(unit, form, typed, cancel),
            "forget" => await ForgetAsync(unit, cancel),
            var act => await WriteAsync(unit, (form, typed, new RowFiles(sent, page, actor)), act == "submit", cancel),
        };
    }

    private Task<IResult> WriteAsync(UnitSheet unit, (UnitForm Form, Typed Typed, RowFiles Files) filled, bool submit, CancellationToken cancel) => Answer.PageAsync(
        p => new WriteReports.Command(unit.Round, unit.Form, page.Today.Day, filled.Form.Read(unit, (filled.Typed, filled.Files), submit, p)) { Release = submit && unit.ForUnit },
        async c =>
        {
            await write.HandleAsync(c, cancel);
            return page.To($"{unit.Form}?said={(submit ? unit.ForUnit ? "entered" : "submitted" : "saved")}");
        },
        async p =>
        {
            var at = await drafts.SaveAsync(unit.Form, filled.Typed, cancel); // wrong values too: nothing typed is lost
            var now = await read.OfUnitAsync(unit.Round.Code, unit.Organization, cancel); // somebody may have written at the same moment
            filled.Form.TellOvertaken(now, filled.Typed, p);
            return Show(new(now, filled.Form, filled.Typed, at, p, actor));
        });

    private async Task<IResult> SameAsync(UnitSheet unit, UnitForm form, Typed typed, CancellationToken cancel)
    {
        form.NoChangeElsewhere(typed, unit.Writable);
        await drafts.SaveAsync(unit.Form, typed, cancel);
        return TypedResults.LocalRedirect(page.To($"{unit.Form}?said=kept"));
    }

    private async Task<IResult> ForgetAsync(UnitSheet unit, CancellationToken cancel)
    {
        await drafts.EndAsync(unit.Form, cancel);
        return TypedResults.LocalRedirect(page.To(unit.Form));
    }

    /// <summary>What a page's script keeps every few seconds; answers the sentence to show.</summary>
    private async Task<IResult> KeepAsync((string Round, string Organization) at, IFormCollection sent, CancellationToken cancel)
    {
        var unit = await read.OfUnitAsync(at.Round, at.Organization, cancel);
        if (Why(unit) is { } refusal) throw new RefusedException(refusal);
        var now = await drafts.SaveAsync(unit.Form, Typed.From(sent), cancel);
        return TypedResults.Text(page.Say("rounds.kept-at", UnitPage.Clock(page, now)));
    }

    /// <summary>Null when the reader may write something here.</summary>
    private Refusal? Why(UnitSheet unit) =>
        unit.ForUnit ? actor.WhyNotAs(Roles.Office) : actor.WhyNotAs(Roles.Drafter | Roles.Confirmer);

    private static RazorComponentResult<UnitPage> Show(View view) => new(new { View = view }) { StatusCode = StatusOf(view.Problems) };

    /// <summary>Overtaken is a conflict; what is wrong in the fields is told at them.</summary>
    internal static int StatusOf(Problems problems) => !problems.Any ? 200 : problems.All.Any(p => p.Refusal.Code is "report.changed" or "record.changed") ? 409 : 422;
}
