using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Data.Whole;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>Turns the key of the actor's party on exactly the text that they saw (会签); the last key puts the change into effect.</summary>
public sealed class TurnKey(TwinHubDb db, TimeProvider clock, Today today, EvidenceStore files, Actor actor)
{
    public sealed record Command(string Change, string TextSha256, KeyBasis Basis)
    {
        /// <summary>Scan of the recorded approval.</summary>
        public Upload? Scan { get; init; }
    }

    public sealed record Turned(string Code, string State, bool InEffect);

    /// <summary>A key for programs.</summary>
    public sealed record Body(string? TextSha256, bool InPerson, string? Capacity, DateOnly? ApprovedOn, string? ApprovalNumber)
    {
        public Command? Read(string code, Problems problems) => problems.Required(TextSha256, nameof(TextSha256)) is { } text
            ? new(code, text, new KeyBasis(InPerson, Capacity, ApprovedOn, ApprovalNumber)) : null;
    }

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder app)
    {
        pages.MapPost("/changes/{code}/keys", (string code, IFormCollection form, Page page, TurnKey slice, ShowChange show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(code, new FormFields(form, page, p), page.Today.Day.Year), async c => page.To($"changes/{(await slice.HandleAsync(c, cancel)).Code}#keys"), p => show.ShowAsync(code, p, cancel))).WithMetadata(TakesFiles.Mark);
        app.MapPost("/api/v1/changes/{code}/keys", (string code, Body body, TurnKey slice, CancellationToken cancel) =>
            Answer.JsonAsync(p => body.Read(code, p), c => slice.HandleAsync(c, cancel)));
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
        return new(change.Code, change.State.ToString(), takesEffect);
    }

    private Command? Read(string code, FormFields fields, int year)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.KeyHolder | Roles.Office));
        return KeyFields.Read(fields, year) is { } key ? new(code, key.TextSha256, key.Basis) { Scan = key.Scan } : null;
    }
}
