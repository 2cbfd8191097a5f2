using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Files;
using TwinHub.Data.Journal;
using TwinHub.Web;

namespace TwinHub.Record.Expunges;

/// <summary>Turns the key of the actor's party on a request to expunge; with the last key the text is destroyed.</summary>
public sealed class TurnExpungeKey(TwinHubDb db, TimeProvider clock, EvidenceStore files, CarryOutExpunge carryOut, Actor actor)
{
    public sealed record Command(string Request, KeyFields Key);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/expunges/{code}/keys", (string code, IFormCollection form, Page page, TurnExpungeKey slice, ShowExpunge show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(code, new FormFields(form, page, p), page.Today.Day.Year), async c => page.To($"expunges/{await slice.HandleAsync(c, cancel)}"), p => show.ShowAsync(code, p, cancel))).WithMetadata(TakesFiles.Mark);

    /// <returns>Code of the request.</returns>
    /// <exception cref="RefusedException">The reasons of <see cref="ExpungeRequest.WhyNotTurnKey"/>.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken cancel)
    {
        var (request, key) = (await db.ExpungeRequestAsync(command.Request, cancel), command.Key);
        RefusedException.ThrowIf(request.WhyNotTurnKey(actor, key.TextSha256, key.Basis));
        var basis = key.Scan is { } scan ? key.Basis with { ScanSha256 = (await files.BringAsync(scan, EvidenceRows.OfExpunge(request.Code), cancel)).Sha256 } : key.Basis;
        request.TurnKey(Keys.New(), actor, key.TextSha256, (basis, clock.GetUtcNow()));
        db.Act(new Act("key.turned", actor, request.Code) { Touches = [request.Record] });
        await db.SaveOrRefuseAsync(cancel);
        return request.State == ChangeState.Approved ? await carryOut.HandleAsync(request.Code, cancel) : request.Code;
    }

    private Command? Read(string code, FormFields fields, int year)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.KeyHolder | Roles.Office));
        return KeyFields.Read(fields, year) is { } key ? new(code, key) : null;
    }
}

/// <summary>Destroys what every party approved. The last key does it; this is the way on where that was interrupted.</summary>
public sealed class CarryOutExpunge(TwinHubDb db, Expunge expunge, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/expunges/{code}/carried-out", (string code, IFormCollection form, Page page, CarryOutExpunge slice, ShowExpunge show, CancellationToken cancel) => Answer.PageAsync(
            _ => form, async _ => page.To($"expunges/{await slice.HandleAsync(code, cancel)}"), p => show.ShowAsync(code, p, cancel)));

    /// <returns>Code of the request.</returns>
    /// <exception cref="RefusedException">The reasons of <see cref="ExpungeRequest.WhyNotCarryOut"/> and <see cref="Expunge"/>.</exception>
    public async Task<string> HandleAsync(string code, CancellationToken cancel)
    {
        var request = await db.ExpungeRequestAsync(code, cancel);
        RefusedException.ThrowIf(request.WhyNotCarryOut(actor));
        await expunge.HandleAsync(new(request.Target, ExpungeBasis.Of(request.Reason, request.Authority), code), actor, cancel);
        return code;
    }
}

/// <summary>Refuses a request to expunge for the actor's party; that ends it.</summary>
public sealed class RefuseExpunge(TwinHubDb db, TimeProvider clock, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/expunges/{code}/refusal", (string code, IFormCollection form, Page page, RefuseExpunge slice, ShowExpunge show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(new FormFields(form, page, p)), async r => page.To($"expunges/{await slice.HandleAsync(code, r, cancel)}"), p => show.ShowAsync(code, p, cancel)));

    private LocalText? Read(FormFields fields)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.KeyHolder | Roles.Office));
        return fields.RequiredLocal("RefusalReason");
    }

    /// <exception cref="RefusedException">The reasons of <see cref="ExpungeRequest.WhyNotRefuse"/>.</exception>
    public async Task<string> HandleAsync(string code, LocalText reason, CancellationToken cancel)
    {
        var request = await db.ExpungeRequestAsync(code, cancel);
        request.Refuse(actor, reason, clock.GetUtcNow());
        db.Act(new Act("expunge.refused", actor, code, reason) { Touches = [request.Record] });
        await db.SaveOrRefuseAsync(cancel);
        return code;
    }
}

/// <summary>The party that asked takes its request back, before the last key.</summary>
public sealed class WithdrawExpunge(TwinHubDb db, TimeProvider clock, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/expunges/{code}/withdrawal", (string code, IFormCollection form, Page page, WithdrawExpunge slice, ShowExpunge show, CancellationToken cancel) => Answer.PageAsync(
            _ => form, async _ => page.To($"expunges/{await slice.HandleAsync(code, cancel)}"), p => show.ShowAsync(code, p, cancel)));

    /// <exception cref="RefusedException">The reasons of <see cref="ExpungeRequest.WhyNotWithdraw"/>.</exception>
    public async Task<string> HandleAsync(string code, CancellationToken cancel)
    {
        var request = await db.ExpungeRequestAsync(code, cancel);
        request.Withdraw(actor, clock.GetUtcNow());
        db.Act(new Act("expunge.withdrawn", actor, code) { Touches = [request.Record] });
        await db.SaveOrRefuseAsync(cancel);
        return code;
    }
}

internal static class FindExpunge
{
    /// <exception cref="NotFoundException">No such request.</exception>
    public static async Task<ExpungeRequest> ExpungeRequestAsync(this TwinHubDb db, string code, CancellationToken cancel) =>
        await db.ExpungeRequests.SingleOrDefaultAsync(r => r.Code == code, cancel) ?? throw new NotFoundException("expunge", code);
}
