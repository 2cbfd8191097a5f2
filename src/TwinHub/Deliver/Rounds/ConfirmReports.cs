using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>Another account of the unit confirms what was sent to it, all at once or some.</summary>
public sealed class ConfirmReports(TwinHubDb db, Actor actor)
{
    public sealed record Command(string Round, string Organization, IReadOnlyList<string> Items);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/rounds/{round}/units/{organization}/confirmed", (string lang, string round, string organization, IFormCollection form, ConfirmReports slice, ShowUnit show, CancellationToken cancel) =>
            Answer.PageAsync(p => Chosen.Read(form, p), async c =>
            {
                await slice.HandleAsync(new(round, organization, c.Items), cancel);
                return $"/{lang}/rounds/{round}/units/{organization}?said=confirmed";
            }, p => show.AgainAsync((round, organization), p, cancel)));

    /// <exception cref="RefusedException"><c>report.none-chosen</c>, and the reasons of <see cref="Report.WhyNotConfirm"/>. Nothing is saved.</exception>
    public async Task HandleAsync(Command command, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Code == command.Round, cancel) ?? throw new NotFoundException("round", command.Round);
        var reports = await Chosen.Of(db, actor, round, (command.Organization, command.Items)).ToListAsync(cancel);
        RefusedException.ThrowIf(reports.Count == 0 ? Refusal.Of("report.none-chosen") : null);
        foreach (var report in reports) report.Confirm(actor);
        db.Act(new Act("report.confirmed", actor, round.Code) { Touches = [.. command.Items] });
        await db.SaveOrRefuseAsync(cancel);
    }
}
