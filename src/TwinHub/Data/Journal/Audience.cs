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

/// <summary>Who may see a changed row in clear: one party, or all (null). One instance serves one save.</summary>
internal sealed class Audience(DbContext db)
{
    private readonly Dictionary<(IEntityType, string), EntityEntry> roots = db.ChangeTracker.Entries()
        .Where(e => e.Entity is Report or Item).ToDictionary(e => (e.Metadata, KeyOf(e)));

    public string? Of(EntityEntry entry) => Now(Root(entry).Entity);

    /// <summary>True when this save opens the record that the row belongs to to every party: they have seen nothing of it yet.</summary>
    public bool Opens(EntityEntry entry) =>
        Root(entry) is { State: EntityState.Modified } root && Before(root) is not null && Now(root.Entity) is null;

    private static string? Now(object root) => root switch
    {
        Report report => report.IsReleased ? null : report.Party,
        Item item => item.DraftOf,
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
        Item => root.OriginalValues[nameof(Item.DraftOf)] as string,
        UnitContact contact => Equals(root.OriginalValues[nameof(UnitContact.Shared)], true) ? null : contact.Party,
        _ => null,
    };

    /// <summary>The record that a row is part of, as far as this save tracks it; otherwise the row itself.</summary>
    private EntityEntry Root(EntityEntry entry)
    {
        var whole = entry.Metadata.GetForeignKeys().FirstOrDefault(k => k.IsOwnership || (k.PrincipalEntityType.ClrType == typeof(Item) && k.DeleteBehavior == DeleteBehavior.Cascade));
        if (whole is null) return entry;
        var key = string.Join('/', whole.Properties.Select(p => entry.Property(p.Name).CurrentValue));
        return roots.GetValueOrDefault((whole.PrincipalEntityType, key)) ?? entry;
    }

    private static string KeyOf(EntityEntry entry) => string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));
}
