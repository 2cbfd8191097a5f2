using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Files;

namespace TwinHub.Deliver.Rounds;

/// <summary>Reads all that one unit, or one party's every unit, reports in a round. Five queries beside those of the sheet.</summary>
public sealed class ReadUnit(TwinHubDb db, ReadRounds rounds, ReferenceCache references, Actor actor)
{
    /// <exception cref="Web.NotFoundException">No such round, or a unit that is not of the reader's party.</exception>
    public async Task<UnitSheet> OfUnitAsync(string round, string organization, CancellationToken cancel)
    {
        var reference = await references.GetAsync(cancel);
        if (reference?.Organizations.GetValueOrDefault(organization)?.Party != actor.Party) throw new Web.NotFoundException("unit", organization);
        return await ReadAsync(round, organization, d => d.Organization == organization, cancel);
    }

    /// <summary>Every unit of the reader's party, for its office.</summary>
    public Task<UnitSheet> OfPartyAsync(string round, CancellationToken cancel) => ReadAsync(round, "", _ => true, cancel);

    private async Task<UnitSheet> ReadAsync(string code, string organization, Func<Duty, bool> of, CancellationToken cancel)
    {
        var sheet = await rounds.OfRoundAsync(code, cancel) ?? throw new Web.NotFoundException("round", code);
        var round = sheet.Find(code)!;
        var duties = sheet.Of(round, actor.Party).Where(of).ToList();
        var items = duties.ConvertAll(d => d.Item.Id);
        var reports = (await db.Reports.AsNoTracking().VisibleTo(actor).Where(r => items.Contains(r.ItemId)).ToListAsync(cancel)).ToLookup(r => r.ItemId);
        var steps = (await db.Milestones.AsNoTracking().Where(m => m.ItemId != null && items.Contains(m.ItemId.Value) && m.Actual == null && (m.Party == null || m.Party == actor.Party))
            .OrderBy(m => m.Order).ToListAsync(cancel)).ToLookup(m => m.ItemId!.Value);
        var subjects = reports.SelectMany(of => of).Where(r => r.RoundId == round.Id && r.Party == actor.Party).Select(r => EvidenceRows.OfReport(r.Id)).ToList();
        var files = (await db.EvidenceOfAsync(subjects, actor, cancel)).SelectMany(e => e.Files).ToLookup(f => f.Subject);
        var forUnit = organization.Length == 0 || actor.Organization != organization || !actor.Is(Roles.Drafter | Roles.Confirmer);
        return new(sheet, round, organization, duties.ConvertAll(d => Row(d, sheet, ([.. reports[d.Item.Id]], [.. steps[d.Item.Id]], files), forUnit)), forUnit);
    }

    private UnitRow Row(Duty duty, RoundSheet sheet, (List<Report> Reports, List<Milestone> Steps, ILookup<string, EvidenceRow> Files) of, bool forUnit)
    {
        var reports = of.Reports;
        var own = reports.FindAll(r => r.RoundId == duty.Round.Id && r.Organization == duty.Organization);
        var now = own.MaxBy(r => r.Number);
        var earlier = sheet.Rounds.Where(r => r.Number < duty.Round.Number).OrderByDescending(r => r.Number).Select(r => r.Id).ToList();
        return new(duty, now)
        {
            Before = Last(reports, duty.Party, earlier),
            Steps = of.Steps,
            Others = [.. sheet.List.Parties.OrderBy(p => p.Order).Where(p => p.Party != duty.Party && duty.Item.LeadsOf(p.Party).Any())
                .Select(p => Other(p.Party, duty, reports, (sheet, earlier, own.Exists(r => r.IsReleased))))],
            Returned = [.. own.Where(r => r.State == ReportState.Returned).OrderByDescending(r => r.Number)],
            Evidence = [.. own.SelectMany(r => of.Files[EvidenceRows.OfReport(r.Id)])],
            WhyNotWrite = WhyNotWrite(duty, now, forUnit),
        };
    }

    /// <summary>The other side's report of the open round is not shown until one's own is released: nobody writes it off.</summary>
    private static OtherSide Other(string party, Duty duty, List<Report> reports, (RoundSheet Sheet, List<Guid> Earlier, bool Released) at)
    {
        var hides = !at.Released && at.Sheet.Latest!.Id == duty.Round.Id;
        return new(party, Last(reports, party, at.Earlier), hides ? null : Last(reports, party, [duty.Round.Id]), hides);
    }

    private static Report? Last(List<Report> reports, string party, List<Guid> rounds) =>
        rounds.Select(round => reports.Where(r => r.Party == party && r.RoundId == round && r.IsReleased).MaxBy(r => r.Number)).FirstOrDefault(r => r is not null);

    private Refusal? WhyNotWrite(Duty duty, Report? now, bool forUnit) =>
        (now is { State: not ReportState.Returned } ? now : new Report(Guid.Empty, new(duty.Round.Id, duty.Item.Id, duty.Organization, duty.Party), 1)).WhyNotWrite(actor, forUnit);
}
