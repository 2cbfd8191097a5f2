using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Changes;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Items;

/// <summary>Reads what the page of an item shows, as far as the actor may see it. One query for each kind of thing.</summary>
public sealed class ReadItem(TwinHubDb db, Standings standings, Today today, Actor actor)
{
    private const int MostHistory = 8;

    /// <summary>Null: no such item, or not the actor's to see.</summary>
    public async Task<ItemView?> HandleAsync(string code, CancellationToken cancel)
    {
        if (code.LastIndexOf('-') is var dash && dash < 1 || await standings.OfListAsync(code[..dash], cancel) is not { } standing) return null;
        if (standing.Items.Concat(standing.Drafts).FirstOrDefault(i => i.Code == code) is not { } item) return null;
        var reports = await ReportsAsync(item.Id, cancel);
        return new(standing, item)
        {
            Milestones = await MilestonesAsync(item.Id, standing.Run, cancel),
            Reports = [.. reports.Select(r => r.Said)],
            Contacts = await db.Contacts.AsNoTracking().VisibleTo(actor).Where(c => c.ItemId == item.Id).ToListAsync(cancel),
            Evidence = await EvidenceAsync(code, [.. reports.Select(r => r.Id)], cancel),
            Stubs = await db.Stubs.AsNoTracking().VisibleTo(actor).Where(s => s.Subject == code || s.Subject == "item/" + code).OrderBy(s => s.Number).ToListAsync(cancel),
            Pending = await PendingAsync(code, cancel),
            History = await HistoryAsync(code, cancel),
        };
    }

    private async Task<List<MilestoneLine>> MilestonesAsync(Guid item, OutlookRun run, CancellationToken cancel)
    {
        var milestones = await db.Milestones.AsNoTracking().Where(m => m.ItemId == item).OrderBy(m => m.Order).ToListAsync(cancel);
        var ids = milestones.ConvertAll(m => m.Id);
        var links = await (
            from l in db.MilestoneLinks.AsNoTracking().Where(l => ids.Contains(l.BeforeId) || ids.Contains(l.AfterId))
            join b in db.Milestones on l.BeforeId equals b.Id
            join a in db.Milestones on l.AfterId equals a.Id
            from bi in db.Items.VisibleTo(actor).Where(i => i.Id == b.ItemId && i.Id != item).DefaultIfEmpty()
            from ai in db.Items.VisibleTo(actor).Where(i => i.Id == a.ItemId && i.Id != item).DefaultIfEmpty()
            where (b.ItemId == item || bi != null) && (a.ItemId == item || ai != null)
            select new { Before = new { b.Id, b.Name, Item = bi.Code }, After = new { a.Id, a.Name, Item = ai.Code } }).ToListAsync(cancel);
        return milestones.ConvertAll(m => new MilestoneLine(m, m.Actual is null ? run.Milestones.GetValueOrDefault(m.Id) : null,
            [.. links.Where(l => l.After.Id == m.Id).Select(l => new Neighbour(l.Before.Id, l.Before.Name, l.Before.Item))],
            [.. links.Where(l => l.Before.Id == m.Id && l.After.Item is not null).Select(l => new Neighbour(l.After.Id, l.After.Name, l.After.Item))]));
    }

    /// <summary>Another party's report is there from its release on; what it replaced no longer speaks.</summary>
    private async Task<List<(Guid Id, SaidReport Said)>> ReportsAsync(Guid item, CancellationToken cancel)
    {
        var reports = await db.Reports.AsNoTracking().VisibleTo(actor).Where(r => r.ItemId == item)
            .Select(r => new { r.Id, r.RoundId, r.Party, r.Organization, r.Number, r.Percent, r.Text, r.Problems, r.Asks, r.State, r.Judgement, r.SubmittedOn, r.CameBy }).ToListAsync(cancel);
        return [.. reports.GroupBy(r => (r.RoundId, r.Organization)).SelectMany(versions => versions.Where(r => r.Number == versions.Max(v => v.Number)
                || (r.State == ReportState.Released && r.Number == versions.Where(v => v.State == ReportState.Released).Max(v => v.Number))))
            .Select(r => (r.Id, new SaidReport(r.RoundId, r.Party, r.Organization, r.Percent, r.Text, r.Problems, r.Asks)
            { State = r.State, Judgement = r.Judgement, SubmittedOn = r.SubmittedOn, CameBy = r.CameBy }))];
    }

    /// <summary>Files of the item and of those of its reports that the actor sees.</summary>
    private async Task<List<Core.Evidence.EvidenceFile>> EvidenceAsync(string code, IReadOnlyList<Guid> reports, CancellationToken cancel)
    {
        var subjects = reports.Select(r => $"report/{r:D}").Append("item/" + code).ToList();
        return await db.Evidence.AsNoTracking().VisibleTo(actor).Where(f => subjects.Contains(f.Subject)).OrderByDescending(f => f.At).ToListAsync(cancel);
    }

    private async Task<List<PendingChange>> PendingAsync(string code, CancellationToken cancel)
    {
        var pending = await db.Changes.AsNoTracking().AsSingleQuery().VisibleTo(actor).Where(c => c.State == ChangeState.Open && c.Rows.Any(r => r.Item == code)).ToListAsync(cancel);
        return [.. pending.OrderBy(c => c.ProposedAt).Select(c => new PendingChange(c.Code, c.Reason, c.ProposedParty, c.ProposedAt)
        {
            Rows = [.. c.Rows.Where(r => r.Item == code).OrderBy(r => r.Order)],
            Parties = [.. c.Parties.Select(p => p.Party)],
            Keys = [.. c.Keys.Where(k => k.TakenBackAt is null)],
            WaitingDays = today.WaitingDays(c.ProposedAt),
        })];
    }

    private async Task<List<HistoryLine>> HistoryAsync(string code, CancellationToken cancel) =>
        await (from t in db.JournalTouches.AsNoTracking().Where(t => t.Code == code)
               join e in db.Journal.AsNoTracking().VisibleTo(actor) on t.Index equals e.Index
               orderby e.Index descending
               select new HistoryLine(e.Index, e.RecordedAt, e.EffectiveOn, e.Act, e.Party, e.Subject, e.Audience)).Take(MostHistory).ToListAsync(cancel);
}
