using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Regions.Packs;

namespace TwinHub.Regions.Founding;

/// <summary>Loads a pack as one act, <c>region.founded</c>, into an empty record only, all or nothing.</summary>
public sealed class FoundRegion(TwinHubDb db, Store store)
{
    /// <summary>Null when the record is empty; otherwise the reason.</summary>
    public async Task<Refusal?> WhyNotAsync(CancellationToken cancel) =>
        await db.Regions.AsNoTracking().OrderBy(r => r.Code).Select(r => r.Code).FirstOrDefaultAsync(cancel) is { } code ? Refusal.Of("region.already-founded", code) : null;

    /// <exception cref="RefusedException"><c>region.already-founded</c>.</exception>
    public async Task HandleAsync(Pack pack, CancellationToken cancel)
    {
        RefusedException.ThrowIf(await WhyNotAsync(cancel));
        var rows = new PackTexts(pack);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(FoundReference.Rows(rows));
        db.AddRange(FoundMeetings.Rows(rows));
        db.AddRange(FoundMeasure.Rows(rows));
        var deliver = new FoundDeliver(rows);
        db.AddRange(deliver.Rows());
        var files = new List<BulkFile>();
        foreach (var bulk in FoundReference.Bulk(rows).Concat(FoundMeasure.Bulk(rows)).Where(b => b.Count > 0)) files.Add(await new BulkFiles(db, store).AddAsync(bulk, cancel));
        db.Act(new Act("region.founded", Actor.Founder, pack.Region.Code) { Bulk = files, EffectiveOn = pack.Region.AsOf });
        await db.SaveChangesAsync(cancel);
    }
}
