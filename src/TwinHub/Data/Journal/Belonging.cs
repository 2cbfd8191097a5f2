using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;

namespace TwinHub.Data.Journal;

/// <summary>Where a changed row belongs.</summary>
/// <param name="Of">Code of the record that it is part of.</param>
/// <param name="Audience">The party that alone may see it in clear; null: all.</param>
/// <param name="Opens">This save opens its record to every party: they have seen nothing of it yet.</param>
internal readonly record struct Place(string? Of, string? Audience, bool Opens);

/// <summary>Where the rows of one save belong. What the save does not track of their records was asked of the database: a row never counts as joint because its record was not at hand.</summary>
internal sealed class Belonging
{
    private readonly Dictionary<(IEntityType, string), EntityEntry> owners = [];
    private readonly Dictionary<object, (string? Audience, bool Opens)> audiences = new(ReferenceEqualityComparer.Instance);
    private readonly Parents parents;

    private Belonging(TwinHubDb db, Parents parents)
    {
        this.parents = parents;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => !e.Metadata.IsOwned() && JournalModel.IsJournaled(e.Metadata))) owners[(entry.Metadata, KeyOf(entry))] = entry;
    }

    /// <param name="db">The record.</param>
    /// <param name="itemCodes">Codes of items that are known from saves before; null: of every tracked row, not only of those that the save changes.</param>
    /// <param name="cancel">Reads only.</param>
    public static async Task<Belonging> OfAsync(TwinHubDb db, ConcurrentDictionary<Guid, string>? itemCodes, CancellationToken cancel)
    {
        var kept = new KeptItems(db);
        await kept.AskAsync(db.ChangeTracker.Entries<Item>().Where(e => KeptItems.IsKept(e.Entity.Class)).Select(e => e.Entity.Id), cancel);
        await Opening.LoadAsync(db, kept, cancel);
        return new Belonging(db, await Parents.OfAsync(db, (itemCodes, kept), cancel));
    }

    public Place Of(EntityEntry entry)
    {
        var root = Root(entry);
        if (!audiences.TryGetValue(root.Entity, out var seen)) audiences[root.Entity] = seen = (Audience(root), Opens(root));
        var item = Text(entry, "Item"); // a row of a revision, or of a change request, says what its item says
        return new Place(item ?? parents.ItemCodeOf(root) ?? Text(root, "Project") ?? Text(root, "Code") ?? parents.ListCodeOf(root), seen.Audience ?? parents.KeeperOf(item), seen.Opens);
    }

    private string? Audience(EntityEntry root) => root.Entity switch
    {
        Item item => parents.Tracked(item).Audience,
        Report { IsReleased: true } report => parents.KeeperOf(report.ItemId),
        UnitContact { Shared: true } contact => parents.KeeperOf(contact.ItemId),
        EvidenceFile file when parents.ReportOf(file.Subject) is { } report => report.Audience ?? (file.Class >= Class.Internal ? file.Party : null),
        _ when Parents.IsPartOfItem(root) => parents.ItemOf(root)?.Audience,
        _ => Now(root.Entity),
    };

    private bool Opens(EntityEntry root) => root.Entity switch
    {
        Item item => parents.Tracked(item).Opens,
        EvidenceFile file when parents.ReportOf(file.Subject) is { } report => report.Opens && file.Class < Class.Internal,
        _ when Parents.IsPartOfItem(root) => parents.ItemOf(root)?.Opens ?? false,
        _ => IsOpened(root) && Audience(root) is null,
    };

    /// <summary>Whose an item is, before this save and after it.</summary>
    internal static (string? Before, string? Now) PartyOf(EntityEntry root, Item item, KeptItems kept) =>
        (root.State == EntityState.Added ? null : root.OriginalValues[nameof(Item.DraftOf)] as string ?? kept.Before(item.Id), item.DraftOf ?? kept.Now(item.Id));

    /// <summary>True where this save lifts what kept a record to one party.</summary>
    internal static bool IsOpened(EntityEntry root) => root.State == EntityState.Modified && Before(root) is not null && Now(root.Entity) is null;

    internal static string? Now(object root) => root switch
    {
        Report report => report.IsReleased ? null : report.Party,
        UnitContact contact => contact.Shared ? null : contact.Party,
        PartyColumn column => column.Party,
        PartyCell cell => cell.Party,
        EvidenceFile file => file.Class >= Class.Internal ? file.Party : null,
        Stub stub => stub.Class >= Class.Internal ? stub.Party : null,
        Paper paper => paper.Class >= Class.Internal ? paper.Party : null,
        _ => null,
    };

    private static string? Before(EntityEntry root) => root.Entity switch
    {
        Report report => Equals(root.OriginalValues[nameof(Report.State)], ReportState.Released) ? null : report.Party,
        UnitContact contact => Equals(root.OriginalValues[nameof(UnitContact.Shared)], true) ? null : contact.Party,
        _ => null,
    };

    private EntityEntry Root(EntityEntry entry)
    {
        if (entry.Metadata.FindOwnership() is not { } whole) return entry;
        var key = string.Join('/', whole.Properties.Select(p => Value(entry, p.Name)));
        return owners.TryGetValue((whole.PrincipalEntityType, key), out var owner) ? Root(owner)
            : throw new InvalidOperationException($"A row of {entry.Metadata.Name} is saved without the record that owns it.");
    }

    private static string KeyOf(EntityEntry entry) => string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Value(entry, p.Name)));

    internal static string? Text(EntityEntry entry, string property) => entry.Metadata.FindProperty(property) is null ? null : Value(entry, property) as string;

    /// <summary>What the row holds; of a deleted one, held.</summary>
    internal static object? Value(EntityEntry entry, string property) =>
        entry.State == EntityState.Deleted ? entry.Property(property).OriginalValue : entry.Property(property).CurrentValue;
}

/// <summary>Loads all of what a save opens, so that its entry carries everything.</summary>
internal static class Opening
{
    public static bool Is(EntityEntry entry, KeptItems kept) =>
        entry.Entity is Item item ? Belonging.PartyOf(entry, item, kept) is (not null, null) : entry.Entity is Report && Belonging.IsOpened(entry);

    public static async Task LoadAsync(TwinHubDb db, KeptItems kept, CancellationToken cancel)
    {
        var opened = db.ChangeTracker.Entries().Where(e => Is(e, kept)).ToList();
        foreach (var entry in opened)
        {
            if (entry.Entity is Item item) await LoadAsync(db, entry, item, cancel);
            if (entry.Entity is Report report) await db.Evidence.Where(e => e.Subject == Parents.SubjectOf(report.Id)).LoadAsync(cancel);
        }
    }

    private static async Task LoadAsync(TwinHubDb db, EntityEntry entry, Item item, CancellationToken cancel)
    {
        foreach (var part in entry.Collections.Where(c => !c.IsLoaded)) await part.LoadAsync(cancel);
        var milestones = await db.Milestones.Where(m => m.ItemId == item.Id).ToListAsync(cancel);
        var keys = milestones.ConvertAll(m => m.Id);
        await db.MilestoneLinks.Where(l => keys.Contains(l.AfterId)).LoadAsync(cancel);
    }
}
