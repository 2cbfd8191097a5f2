using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Regions;

namespace TwinHub.Data.Journal;

/// <summary>Items above joint, and the party whose they are: the one with every unit in it, before this save and after it. Where several parties have units, it is no party's own.</summary>
internal sealed class KeptItems(TwinHubDb db)
{
    private readonly Dictionary<Guid, (string? Before, string? Now)> parties = [];

    public static bool IsKept(Class @class) => @class >= Class.Internal;

    public string? Before(Guid item) => parties.GetValueOrDefault(item).Before;

    public string? Now(Guid item) => parties.GetValueOrDefault(item).Now;

    /// <param name="items">Items of which <see cref="IsKept"/> holds.</param>
    /// <param name="cancel">Reads only.</param>
    public async Task AskAsync(IEnumerable<Guid> items, CancellationToken cancel)
    {
        var missing = items.Where(i => !parties.ContainsKey(i)).Distinct().ToList();
        if (missing.Count == 0) return;
        var stored = await db.Set<ItemUnit>().AsNoTracking().Where(u => missing.Contains(EF.Property<Guid>(u, "ItemId")))
            .Select(u => new { Item = EF.Property<Guid>(u, "ItemId"), u.Id, u.Party }).ToListAsync(cancel);
        var tracked = db.ChangeTracker.Entries<ItemUnit>().ToList();
        var gone = tracked.Where(e => e.State == EntityState.Deleted).Select(e => e.Entity.Id).ToHashSet();
        var added = tracked.Where(e => e.State == EntityState.Added).ToLookup(e => Belonging.Value(e, "ItemId") as Guid?, e => e.Entity.Party);
        var before = stored.ToLookup(u => u.Item);
        foreach (var item in missing) parties[item] = (One(before[item].Select(u => u.Party)), One(before[item].Where(u => !gone.Contains(u.Id)).Select(u => u.Party).Concat(added[item])));
    }

    private static string? One(IEnumerable<string?> parties) => parties.OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;
}
