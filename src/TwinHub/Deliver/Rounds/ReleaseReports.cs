using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Rounds;

/// <summary>The party's office releases reports that their unit confirmed: every party sees them, and their dates enter the milestones in the same act.</summary>
public sealed class ReleaseReports(TwinHubDb db, Today today, Actor actor)
{
    /// <param name="Items">Codes; empty: every report of the party that is confirmed.</param>
    public sealed record Command(string Round, string? Organization, IReadOnlyList<string> Items);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/rounds/{round}/released", async (string lang, string round, IFormCollection form, ReleaseReports slice, CancellationToken cancel) =>
        {
            await slice.HandleAsync(new(round, null, []), cancel);
            return TypedResults.LocalRedirect($"/{lang}/rounds/{round}?said=released");
        });
        app.MapPost("/rounds/{round}/units/{organization}/released", (string lang, string round, string organization, IFormCollection form, ReleaseReports slice, ShowUnit show, CancellationToken cancel) =>
            Answer.PageAsync(p => Chosen.Read(form, p), async c =>
            {
                await slice.HandleAsync(new(round, organization, c.Items), cancel);
                return $"/{lang}/rounds/{round}/units/{organization}?said=released";
            }, p => show.AgainAsync((round, organization), p, cancel)));
    }

    /// <exception cref="RefusedException"><c>report.none-chosen</c>, and the reasons of <see cref="Report.WhyNotRelease"/>.</exception>
    public async Task HandleAsync(Command command, CancellationToken cancel)
    {
        RefusedException.ThrowIf(actor.WhyNotAs(Roles.Office));
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Code == command.Round, cancel) ?? throw new NotFoundException("round", command.Round);
        var reports = await Chosen.Of(db, actor, round, (command.Organization, command.Items)).ToListAsync(cancel);
        if (command.Items.Count == 0) reports = reports.FindAll(r => r.WhyNotRelease(actor) is null); // confirmed by their unit, or entered by the office
        RefusedException.ThrowIf(reports.Count == 0 ? Refusal.Of("report.none-chosen") : null);
        foreach (var report in reports) RefusedException.ThrowIf(report.WhyNotRelease(actor));
        await ReleaseAsync(reports, cancel);
        var ids = reports.ConvertAll(r => r.ItemId);
        var codes = await db.Items.Where(i => ids.Contains(i.Id)).Select(i => i.Code).ToListAsync(cancel);
        db.Act(new Act("report.released", actor, round.Code) { Touches = codes });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Releases, and writes what the reports say of milestones into these; the caller saves.</summary>
    internal async Task ReleaseAsync(IReadOnlyList<Report> reports, CancellationToken cancel)
    {
        foreach (var report in reports) report.Release(actor, today.Day);
        var dates = reports.SelectMany(r => r.Dates).ToLookup(d => d.Milestone);
        var ids = dates.Select(d => d.Key).ToList();
        var milestones = ids.Count == 0 ? [] : await db.Milestones.Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        foreach (var milestone in milestones)
        {
            foreach (var date in dates[milestone.Id]) milestone.Report(date.Actual, date.Likely);
        }
    }
}

/// <summary>Reports that a person ticked on a page, by the codes of their items.</summary>
public sealed record Chosen(IReadOnlyList<string> Items)
{
    public static Chosen? Read(IFormCollection form, Problems problems)
    {
        if (form["item"] is { Count: > 0 } items) return new([.. items.OfType<string>()]);
        problems.Add(Refusal.Of("report.none-chosen"));
        return null;
    }

    /// <summary>The party's latest versions in the round; of one unit where it is named, of some items where there are any.</summary>
    internal static IQueryable<Report> Of(TwinHubDb db, Actor actor, Round round, (string? Organization, IReadOnlyList<string> Items) chosen)
    {
        var (organization, items) = chosen;
        return db.Reports.VisibleTo(actor).Where(r => r.RoundId == round.Id && r.Party == actor.Party && !r.Superseded
            && (organization == null || r.Organization == organization) && (items.Count == 0 || db.Items.Any(i => i.Id == r.ItemId && items.Contains(i.Code))));
    }
}
