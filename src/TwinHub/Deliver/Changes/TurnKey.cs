using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Data.Whole;
using TwinHub.Identity;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Deliver.Changes;

/// <summary>Turns the key of the actor's party on exactly the text that they saw (会签); the last key puts the change into effect.</summary>
public sealed class TurnKey(TwinHubDb db, TimeProvider clock, Today today, EvidenceStore files, Actor actor)
{
    public sealed record Command(string Change, string TextSha256, KeyBasis Basis)
    {
        /// <summary>Scan of the recorded approval.</summary>
        public Upload? Scan { get; init; }
    }

    public sealed record Turned(string Code, ChangeState State, bool InEffect);

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder app)
    {
        pages.MapPost("/changes/{code}/keys", (string code, IFormCollection form, Page page, TurnKey slice, ShowChange show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(code, new FormFields(form, page, p), page.Today.Day.Year), async c => page.To($"changes/{(await slice.HandleAsync(c, cancel)).Code}#keys"), p => show.ShowAsync(code, p, cancel))).WithMetadata(TakesFiles.Mark);
        app.Post("/changes/{code}/keys", Operation.Write<TurnedJson, KeyBody>("changes.turn-key", AccessScope.WriteKeys, "changes.get", Parameter.Path("code", "CR-0001")) with
        {
            Makes = true,
            Refusals = ["change.not-open", "change.row-stale", "key.not-concerned", "key.basis-incomplete", "key.already-turned", "key.own-proposal", "key.text-changed", "record.changed"],
        }, (Call call, TurnKey slice, CancellationToken cancel) => slice.PostAsync(call, cancel));
    }

    /// <exception cref="RefusedException">The reasons of <see cref="ChangeRequest.WhyNotTurnKey"/>; with the last key, why the rows no longer fit. Nothing is saved.</exception>
    public async Task<Turned> HandleAsync(Command command, CancellationToken cancel)
    {
        var change = await db.ChangeAsync(command.Change, actor, cancel);
        RefusedException.ThrowIf(change.WhyNotTurnKey(actor, command.TextSha256, command.Basis));
        var basis = command.Scan is { } scan ? command.Basis with { ScanSha256 = (await files.BringAsync(scan, EvidenceRows.OfChange(change.Code), cancel)).Sha256 } : command.Basis;
        var takesEffect = change.TurnKey(Keys.New(), actor, command.TextSha256, (basis, clock.GetUtcNow()));
        if (takesEffect) (await db.WholeListAsync(change.ListId, cancel))!.Apply(change, today.Day);
        db.Act(new Act("key.turned", actor, change.Code) { Touches = [.. change.Rows.Select(r => r.Item).Distinct()] });
        await db.SaveOrRefuseAsync(cancel);
        return new(change.Code, change.State, takesEffect);
    }

    /// <summary>A program turns a key on a recorded approval only: in person, a person turns it, on the site.</summary>
    private async Task<IResult> PostAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var version = await db.Changes.AsNoTracking().VisibleTo(actor).Where(c => c.Code == code).Select(c => (int?)c.Version).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("change", code);
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        call.MustMatch(RowTag.Of(code, version));
        var (body, problems) = (await call.ReadAsync<KeyBody>(cancel), new Problems());
        var (text, capacity, number) = (problems.Required(body.TextSha256, "textSha256"), problems.Required(body.Capacity, "capacity"), problems.Required(body.ApprovalNumber, "approvalNumber"));
        if (body.ApprovedOn is null) problems.Add(Refusal.Of("field.required"), "approvedOn");
        if (problems.Any) return problems.ToResult();
        var turned = await HandleAsync(new(code, text!, new KeyBasis(false, capacity, body.ApprovedOn, number)), cancel);
        return call.Made(new TurnedJson(turned.Code, turned.State, turned.InEffect), $"/changes/{turned.Code}");
    }

    private Command? Read(string code, FormFields fields, int year)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.KeyHolder | Roles.Office));
        return KeyFields.Read(fields, year) is { } key ? new(code, key.TextSha256, key.Basis) { Scan = key.Scan } : null;
    }
}

/// <summary>A key on a recorded approval.</summary>
/// <param name="TextSha256">SHA-256 of the frozen text that was approved, as the change request says it.</param>
/// <param name="Capacity">In what capacity it was approved.</param>
/// <param name="ApprovedOn">Day of the approval.</param>
/// <param name="ApprovalNumber">Number of the document of the approval.</param>
public sealed record KeyBody([property: Required] string? TextSha256, [property: Required] string? Capacity, [property: Required] DateOnly? ApprovedOn, [property: Required] string? ApprovalNumber);

/// <param name="Code">Code of the change request.</param>
/// <param name="InEffect">This key was the last one: the change is in effect.</param>
public sealed record TurnedJson(string Code, ChangeState State, bool InEffect);
