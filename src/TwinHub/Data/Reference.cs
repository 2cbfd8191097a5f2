using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Language;

namespace TwinHub.Data;

/// <summary>Names that every page needs: the region, its parties in their order, units, classifications, bodies. Read once, read again when an act changed one.</summary>
public sealed class Reference
{
    private Reference(Region region) => Region = region;

    public Region Region { get; }
    public required IReadOnlyList<Party> Parties { get; init; }
    public required FrozenDictionary<string, Organization> Organizations { get; init; }
    public required IReadOnlyList<Classification> Classifications { get; init; }
    public required IReadOnlyList<ListKind> Kinds { get; init; }
    public required IReadOnlyList<Body> Bodies { get; init; }
    public required FrozenDictionary<string, Area> Areas { get; init; }

    /// <summary>Sentences by language, where the region brings some.</summary>
    private FrozenDictionary<string, Words> Brought { get; init; } = FrozenDictionary<string, Words>.Empty;

    /// <summary>Sentences of a language: the built ones, with what the region brings before them; English where there is none.</summary>
    public Words WordsIn(string language) => Brought.GetValueOrDefault(language) ?? Words.In(language);

    /// <summary>True where the interface has sentences of its own in that language.</summary>
    public bool Speaks(string language) => Words.Languages.Contains(language) || Brought.ContainsKey(language);

    public IEnumerable<Classification> Scheme(string scheme) => Classifications.Where(c => c.Scheme == scheme);

    public Classification? Theme(string code) => Classifications.FirstOrDefault(c => c.Scheme == "theme" && c.Code == code);

    public Party Party(string code) => Parties.First(p => p.Code == code);

    public LocalText Unit(string code) => Organizations.TryGetValue(code, out var unit) ? unit.Short : LocalText.Of(Region.Binding, (Region.Binding, code));

    public LocalText UnitName(string code) => Organizations.TryGetValue(code, out var unit) ? unit.Name : LocalText.Of(Region.Binding, (Region.Binding, code));

    /// <summary>Null while the record is empty.</summary>
    public static async Task<Reference?> LoadAsync(TwinHubDb db, CancellationToken cancel)
    {
        if (await db.Regions.AsNoTracking().OrderBy(r => r.Code).FirstOrDefaultAsync(cancel) is not { } region) return null;
        return new(region)
        {
            Parties = await db.Parties.AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancel),
            Organizations = (await db.Organizations.AsNoTracking().ToListAsync(cancel)).ToFrozenDictionary(o => o.Code),
            Classifications = await db.Classifications.AsNoTracking().OrderBy(c => c.Order).ToListAsync(cancel),
            Kinds = await db.ListKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancel),
            Bodies = await db.Bodies.AsNoTracking().OrderBy(b => b.Level).ToListAsync(cancel),
            Areas = (await db.Areas.AsNoTracking().ToListAsync(cancel)).ToFrozenDictionary(a => a.Code),
            Brought = (await db.PackWords.AsNoTracking().ToListAsync(cancel)).GroupBy(w => w.Language).ToFrozenDictionary(w => w.Key, w => Words.Added(w.Key, w.ToDictionary(t => t.Code, t => t.Text))),
        };
    }
}

/// <summary>Keeps the reference names of the record between requests.</summary>
public sealed class ReferenceCache(IServiceScopeFactory scopes, Today today)
{
    private volatile Reference? current;

    public Reference? Current => current;

    public async Task<Reference?> GetAsync(CancellationToken cancel) => current ?? await ReloadAsync(cancel);

    public void Forget() => current = null;

    private async Task<Reference?> ReloadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await Reference.LoadAsync(scope.ServiceProvider.GetRequiredService<TwinHubDb>(), cancel);
        if (loaded is not null) today.Follow(loaded.Region.TimeZone, loaded.Region.AsOf);
        return current = loaded;
    }
}
