using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>The party's office returns a report to its unit with a comment. The returned version stays as it is.</summary>
public sealed class ReturnReport(TwinHubDb db, Page page, Actor actor)
{
    public sealed record Command(string Round, string Organization, string Item, string Reason);
    public sealed record Form(string? Item, string? Reason)
    {
        public Command? Read(string round, string organization, Problems problems) =>
            problems.Required(Item, nameof(Item)) is { } item && Given(item, problems) is { } reason ? new(round, organization, item, reason) : null;

        private string? Given(string item, Problems problems)
        {
            if (!string.IsNullOrWhiteSpace(Reason)) return Reason.Trim();
            problems.Add(Refusal.Of("report.return-reason"), "reason-" + item);
            return null;
        }
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/rounds/{round}/units/{organization}/returned", (string lang, string round, string organization, [FromForm] Form form, ReturnReport slice, ShowUnit show, CancellationToken cancel) =>
            Answer.PageAsync(p => form.Read(round, organization, p), async c =>
            {
                await slice.HandleAsync(c, cancel);
                return $"/{lang}/rounds/{round}/units/{organization}?said=returned";
            }, p => show.AgainAsync((round, organization), p, cancel, (form.Item ?? "", form.Reason ?? ""))));

    /// <exception cref="RefusedException">The reasons of <see cref="Report.WhyNotReturn"/>.</exception>
    public async Task HandleAsync(Command command, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Code == command.Round, cancel) ?? throw new NotFoundException("round", command.Round);
        var report = await Chosen.Of(db, actor, round, (command.Organization, [command.Item])).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException("report", command.Item);
        var reason = LocalText.Empty.With(page.Lang, command.Reason);
        report.Return(actor, reason);
        db.Act(new Act("report.returned", actor, round.Code, reason) { Touches = [command.Item] });
        await db.SaveOrRefuseAsync(cancel);
    }
}
