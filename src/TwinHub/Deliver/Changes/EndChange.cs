using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Changes;

/// <summary>Takes the key of the actor's party back, as long as the last one has not turned. The turn keeps its row.</summary>
public sealed class TakeKeyBack(TwinHubDb db, TimeProvider clock, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/changes/{code}/keys/back", (string code, IFormCollection form, Page page, TakeKeyBack slice, ShowChange show, CancellationToken cancel) => Answer.PageAsync(
            _ => form, async _ => page.To($"changes/{await slice.HandleAsync(code, cancel)}#keys"), p => show.ShowAsync(code, p, cancel)));

    /// <exception cref="RefusedException">The reasons of <see cref="ChangeRequest.WhyNotTakeBack"/>.</exception>
    public async Task<string> HandleAsync(string code, CancellationToken cancel)
    {
        var change = await db.ChangeAsync(code, actor, cancel);
        change.TakeBack(actor, clock.GetUtcNow());
        db.Act(new Act("key.taken-back", actor, code));
        await db.SaveOrRefuseAsync(cancel);
        return code;
    }
}

/// <summary>Refuses a text for the actor's party; that ends it.</summary>
public sealed class RefuseChange(TwinHubDb db, TimeProvider clock, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/changes/{code}/refusal", (string code, IFormCollection form, Page page, RefuseChange slice, ShowChange show, CancellationToken cancel) => Answer.PageAsync(
            p => slice.Read(new FormFields(form, page, p)), async r => page.To($"changes/{await slice.HandleAsync(code, r, cancel)}"), p => show.ShowAsync(code, p, cancel)));

    private LocalText? Read(FormFields fields)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.KeyHolder | Roles.Office));
        return fields.RequiredLocal("RefusalReason");
    }

    /// <exception cref="RefusedException">The reasons of <see cref="ChangeRequest.WhyNotRefuse"/>.</exception>
    public async Task<string> HandleAsync(string code, LocalText reason, CancellationToken cancel)
    {
        var change = await db.ChangeAsync(code, actor, cancel);
        change.Refuse(actor, reason, clock.GetUtcNow());
        db.Act(new Act("change.refused", actor, code, reason) { Touches = [.. change.Rows.Select(r => r.Item).Distinct()] });
        await db.SaveOrRefuseAsync(cancel);
        return code;
    }
}

/// <summary>The party that proposed a text withdraws it, before the last key.</summary>
public sealed class WithdrawChange(TwinHubDb db, TimeProvider clock, Actor actor)
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/changes/{code}/withdrawal", (string code, IFormCollection form, Page page, WithdrawChange slice, ShowChange show, CancellationToken cancel) => Answer.PageAsync(
            _ => form, async _ => page.To($"changes/{await slice.HandleAsync(code, cancel)}"), p => show.ShowAsync(code, p, cancel)));

    /// <exception cref="RefusedException">The reasons of <see cref="ChangeRequest.WhyNotWithdraw"/>.</exception>
    public async Task<string> HandleAsync(string code, CancellationToken cancel)
    {
        var change = await db.ChangeAsync(code, actor, cancel);
        change.Withdraw(actor, clock.GetUtcNow());
        db.Act(new Act("change.withdrawn", actor, code) { Touches = [.. change.Rows.Select(r => r.Item).Distinct()] });
        await db.SaveOrRefuseAsync(cancel);
        return code;
    }
}

internal static class FindChange
{
    /// <exception cref="NotFoundException">No such change, or not one that concerns the actor's party.</exception>
    public static async Task<ChangeRequest> ChangeAsync(this TwinHubDb db, string code, Actor actor, CancellationToken cancel) =>
        await db.Changes.VisibleTo(actor).SingleOrDefaultAsync(c => c.Code == code, cancel) ?? throw new NotFoundException("change", code);
}
