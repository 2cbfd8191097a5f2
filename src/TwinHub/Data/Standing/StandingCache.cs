using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Rounds;

namespace TwinHub.Data.Standing;

/// <summary>
/// Keeps where the lists stand until the record or the day changes. Of reports it holds only the released ones;
/// <see cref="ListStanding.For"/> takes out what is not the reader's to see.
/// </summary>
public sealed class StandingCache(IServiceScopeFactory scopes, ReferenceCache references, OutlookCache outlooks, Today today) : IDisposable
{
    private readonly ConcurrentDictionary<string, ListStanding> kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Null: no such list. One query while nothing changes.</summary>
    public async Task<ListStanding?> GetAsync(string code, CancellationToken cancel)
    {
        var run = await outlooks.GetAsync(cancel);
        if (Kept(code, run) is { } standing) return standing;
        await one.WaitAsync(cancel);
        try
        {
            if (Kept(code, run) is { } made) return made;
            return await MakeAsync(code, run, cancel) is { } fresh ? kept[code] = fresh : null;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>A released report counts until its correction is released too.</summary>
    internal static IQueryable<ReleasedReport> Released(IQueryable<Report> reports) =>
        reports.AsNoTracking().Where(r => r.State == ReportState.Released
                && !reports.Any(n => n.RoundId == r.RoundId && n.ItemId == r.ItemId && n.Organization == r.Organization && n.Number > r.Number && n.State == ReportState.Released))
            .Select(r => new ReleasedReport(r.ItemId, r.RoundId, r.Party, r.Organization, r.Percent, r.Text, r.Problems, r.Asks)
            { Judgement = r.Judgement, SubmittedOn = r.SubmittedOn, CameBy = r.CameBy, Sample = r.Sample });

    private ListStanding? Kept(string code, OutlookRun run) => kept.GetValueOrDefault(code) is { } standing && ReferenceEquals(standing.Run, run) ? standing : null;

    private async Task<ListStanding?> MakeAsync(string code, OutlookRun run, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwinHubDb>();
        var list = await db.Lists.AsNoTracking().Include(l => l.Items).ThenInclude(i => i.Units).Include(l => l.Items).ThenInclude(i => i.Refs).Include(l => l.Items).ThenInclude(i => i.Deliverables)
            .Include(l => l.Revisions).AsSplitQuery().SingleOrDefaultAsync(l => l.Code == code, cancel);
        if (list is null) return null;
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.ListId == list.Id && r.Opens <= today.Day).OrderBy(r => r.Number).ToListAsync(cancel);
        var reports = (await Released(db.Reports.Where(r => db.Items.Any(i => i.ListId == list.Id && i.Id == r.ItemId))).ToListAsync(cancel)).ToLookup(r => r.Item);
        var names = (await references.GetAsync(cancel))!;
        var made = list.Items.OrderBy(i => i.Code, StringComparer.Ordinal).Select(i => Of(i, list, [.. reports[i.Id]], (rounds, run, names))).ToLookup(i => i.Item.IsDraft);
        var changes = list.Revisions.Select(r => r.Change).OfType<string>().ToList();
        var issued = await db.IssuedDocuments.AsNoTracking().Where(d => d.List == code).OrderByDescending(d => d.Date).ToListAsync(cancel);
        return new ListStanding(list, [.. made[false]], rounds, run)
        {
            Balance = list.Balance(),
            Drafts = [.. made[true]],
            Issued = issued,
            Differing = list.Revisions.Where(r => issued.Find(d => d.Revision == r.Number)?.DiffersFrom(r) == true).Select(r => r.Number).ToHashSet(),
            Changes = await db.Changes.AsNoTracking().Where(c => changes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, cancel),
            Refs = await RefText.AllAsync(db, cancel),
            Slips = await ReadSlips.HandleAsync(db, rounds, cancel),
        }.Counted();
    }

    private ItemStanding Of(Item item, ItemList list, IReadOnlyList<ReleasedReport> reports, (List<Round> Rounds, OutlookRun Run, Reference Names) at)
    {
        var sides = list.Parties.OrderBy(p => p.Order).Select(p => Side(p.Party, item, reports, at.Rounds)).Where(s => s.Leads.Count > 0).ToList();
        var progress = Progress.Of(sides.Select(s => s.Latest?.Percent));
        var share = Progress.Share(list.Starts, item.Due, item.EndedOn ?? today.Day);
        var lead = Progress.Lead(progress, share);
        var (state, rule) = Progress.State(item, at.Run.Of(item.Id), lead, (today.Day, at.Names.Region));
        return new(item.Id, item.Code, item.Theme, item.Title, item.Scope, item.Due)
        {
            Item = item,
            Sides = sides,
            Progress = progress,
            Share = share,
            Lead = lead,
            State = state,
            Rule = rule,
            Outlook = item.IsOpen ? at.Run.Items.GetValueOrDefault(item.Id) : null,
            Disagree = item.IsOpen && Disagrees(sides, at.Names.Region.Disagreement),
            Words = ListRows.Words(item, sides, at.Names),
        };
    }

    private static SideStanding Side(string party, Item item, IReadOnlyList<ReleasedReport> reports, List<Round> rounds)
    {
        var leads = item.LeadsOf(party).Select(u => u.Organization).ToList();
        var own = reports.Where(r => r.Party == party).OrderBy(r => leads.IndexOf(r.Organization) is var at && at < 0 ? int.MaxValue : at).ToList(); // the first lead answers
        var latest = rounds.AsEnumerable().Reverse().Select(round => own.Find(r => r.Round == round.Id)).FirstOrDefault(r => r is not null);
        var last = rounds.Count > 0 ? rounds[^1] : null;
        var inRound = last is not null && latest?.Round == last.Id;
        var late = inRound && latest!.SubmittedOn is { } on && on > last!.Closes ? on.DayNumber - last.Closes.DayNumber : 0;
        return new(party, leads, latest, inRound, late);
    }

    private static bool Disagrees(List<SideStanding> sides, decimal points)
    {
        var percents = sides.Select(s => s.Latest?.Percent).OfType<decimal>().ToList();
        return percents.Count > 1 && (percents.Max() - percents.Min() > points || (percents.Max() == 100 && percents.Min() < 100));
    }
}
