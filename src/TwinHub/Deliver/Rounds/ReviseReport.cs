using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>Begins the correction of a released report: a new version, on the same way; the released one counts until the new one is released too.</summary>
public sealed class ReviseReport(TwinHubDb db, Actor actor)
{
    public sealed record Command(string Round, string Organization, string Item);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/rounds/{round}/units/{organization}/revised", async (string lang, string round, string organization, [FromForm] string item, ReviseReport slice, CancellationToken cancel) =>
        {
            await slice.HandleAsync(new(round, organization, item), cancel);
            return TypedResults.LocalRedirect($"/{lang}/rounds/{round}/units/{organization}#row-{item}");
        });

    /// <exception cref="RefusedException">The reasons of <see cref="Report.WhyNotWrite"/> and <see cref="Report.Revise"/>.</exception>
    public async Task<Report> HandleAsync(Command command, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Code == command.Round, cancel) ?? throw new NotFoundException("round", command.Round);
        var report = await Chosen.Of(db, actor, round, (command.Organization, [command.Item])).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("report", command.Item);
        var next = report.Revise(Keys.New(), Keys.New);
        RefusedException.ThrowIf(next.WhyNotWrite(actor, forUnit: actor.Organization != command.Organization || !actor.Is(Roles.Drafter | Roles.Confirmer)));
        db.Reports.Add(next);
        db.Act(new Act("report.revised", actor, round.Code) { Touches = [command.Item] });
        await db.SaveOrRefuseAsync(cancel);
        return next;
    }
}
