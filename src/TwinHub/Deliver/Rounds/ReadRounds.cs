using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;

namespace TwinHub.Deliver.Rounds;

/// <summary>Reads who has to report what in the rounds of a list, and how far that is, as the actor may see it. Five queries.</summary>
public sealed class ReadRounds(TwinHubDb db, Actor actor)
{
    /// <summary>Null: no such list.</summary>
    public async Task<RoundSheet?> OfListAsync(string? code, CancellationToken cancel) =>
        await ListAsync(db.Lists.Where(l => l.Code == code), cancel) is { } list ? await ReadAsync(list, cancel) : null;

    /// <summary>The sheet of the list that has the round; null: no such round.</summary>
    public async Task<RoundSheet?> OfRoundAsync(string round, CancellationToken cancel) =>
        await ListAsync(db.Lists.Where(l => db.Rounds.Any(r => r.Code == round && r.ListId == l.Id)), cancel) is { } list ? await ReadAsync(list, cancel) : null;

    /// <summary>With the items that it adopted. Parties and columns are few, and come with the list in one query.</summary>
    private async Task<ItemList?> ListAsync(IQueryable<ItemList> lists, CancellationToken cancel)
    {
        if (await lists.AsNoTracking().AsSingleQuery().SingleOrDefaultAsync(cancel) is not { } list) return null;
        foreach (var item in await db.Items.AsNoTracking().Where(i => i.ListId == list.Id && i.FirstRevision != null).Include(i => i.Units).AsSingleQuery().ToListAsync(cancel)) list.Add(item);
        return list;
    }

    private async Task<RoundSheet> ReadAsync(ItemList list, CancellationToken cancel)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.ListId == list.Id).OrderBy(r => r.Number).ToListAsync(cancel);
        var adopted = await db.Revisions.AsNoTracking().Where(r => EF.Property<Guid>(r, "ListId") == list.Id && r.State == RevisionState.Adopted)
            .Select(r => new { r.Number, r.Date }).ToDictionaryAsync(r => r.Number, r => r.Date, cancel);
        var heads = (await HeadsAsync(list.Id, cancel)).ToLookup(h => (h.Round, h.Item, h.Party));
        var duties = rounds.SelectMany(round => Duties(list, round, adopted, heads)).ToLookup(d => d.Round.Id);
        return new(list, rounds, duties);
    }

    private Task<List<ReportHead>> HeadsAsync(Guid list, CancellationToken cancel) =>
        db.Reports.AsNoTracking().VisibleTo(actor).Where(r => db.Rounds.Any(round => round.Id == r.RoundId && round.ListId == list))
            .Select(r => new ReportHead(r.RoundId, r.ItemId, r.Party, r.Organization, r.Number, r.State, r.SubmittedOn, r.CameBy)).ToListAsync(cancel);

    private IEnumerable<Duty> Duties(ItemList list, Round round, Dictionary<int, DateOnly> adopted, ILookup<(Guid, Guid, string), ReportHead> heads) =>
        from item in list.Items.OrderBy(i => i.Code, StringComparer.Ordinal)
        where Visibility.MaySee(item, actor) && adopted.TryGetValue(item.FirstRevision!.Value, out var inForce) && round.Asks(item, inForce)
        from party in list.Parties.OrderBy(p => p.Order)
        let lead = item.LeadsOf(party.Party).FirstOrDefault()
        where lead is not null
        select Of(item, round, lead, [.. heads[(round.Id, item.Id, party.Party)]]);

    /// <summary>Where the leads changed since, the report of the unit that led then counts.</summary>
    private static Duty Of(Item item, Round round, ItemUnit lead, List<ReportHead> heads)
    {
        var own = heads.FindAll(h => h.Organization == lead.Organization);
        var said = own.Count > 0 ? own : heads;
        var latest = said.MaxBy(h => h.Number);
        var counts = said.Where(h => h.State == ReportState.Released).MaxBy(h => h.Number) ?? latest;
        return new(item, round, lead.Party!, latest?.Organization ?? lead.Organization, counts) { Correction = counts == latest ? null : latest };
    }
}
