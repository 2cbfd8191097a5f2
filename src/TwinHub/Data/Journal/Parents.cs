using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;

namespace TwinHub.Data.Journal;

/// <summary>A record that others are part of.</summary>
internal sealed record Parent(string? Code, string? Audience, bool Opens);

/// <summary>Items, lists, milestones and reports to which the changed rows of one save belong, by their keys.</summary>
internal sealed class Parents
{
    private const string ReportSubject = "report/";
    private readonly Dictionary<Guid, Parent> items = [];
    private readonly Dictionary<Guid, string> lists = [];
    private readonly Dictionary<Guid, Guid?> itemsOfMilestones = [];
    private readonly Dictionary<Guid, (Guid Item, Parent Report)> reports = [];

    private readonly Dictionary<string, Guid> keptCodes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, string> itemCodes;
    private readonly KeptItems kept;

    private Parents(ConcurrentDictionary<Guid, string>? itemCodes, KeptItems kept) => (this.itemCodes, this.kept) = (itemCodes ?? new(), kept);

    /// <summary>The subject of evidence that supports a report.</summary>
    public static string SubjectOf(Guid report) => ReportSubject + report.ToString("D");

    /// <param name="db">The record.</param>
    /// <param name="known">Codes of items that no party keeps, from saves before; and whose the tracked ones are.</param>
    /// <param name="cancel">Reads only.</param>
    public static async Task<Parents> OfAsync(TwinHubDb db, (ConcurrentDictionary<Guid, string>? ItemCodes, KeptItems Kept) known, CancellationToken cancel)
    {
        var parents = new Parents(known.ItemCodes, known.Kept);
        foreach (var entry in db.ChangeTracker.Entries()) parents.Know(entry);
        var changed = db.ChangeTracker.Entries().Where(e => (known.ItemCodes is null || e.State != EntityState.Unchanged) && JournalModel.IsJournaled(e.Metadata)).ToList();
        await parents.AskReportsAsync(db, changed, cancel);
        await parents.AskMilestonesAsync(db, changed, cancel);
        await parents.AskItemsAsync(db, changed, cancel);
        await parents.AskCodesAsync(db, changed, cancel);
        await parents.AskListsAsync(db, changed, cancel);
        return parents;
    }

    /// <summary>The item as this save has it.</summary>
    public Parent Tracked(Item item) => items[item.Id];

    /// <summary>The party that keeps the item; null: it is no party's own.</summary>
    public string? KeeperOf(Guid item) => kept.Now(item);

    /// <summary>The same by the item's code.</summary>
    public string? KeeperOf(string? code) => code is not null && keptCodes.TryGetValue(code, out var item) ? kept.Now(item) : null;

    /// <summary>Code of the item of which it is a part, or of the record that it supports.</summary>
    public string? ItemCodeOf(EntityEntry root) =>
        ItemOf(root)?.Code ?? (ItemKey(root) is { } key ? itemCodes.GetValueOrDefault(key) : null) ?? Subject(root.Entity);

    public string? ListCodeOf(EntityEntry root) => Key(root, "ListId") is { } list ? lists.GetValueOrDefault(list) : null;

    public Parent? ItemOf(EntityEntry root) => ItemKey(root) is { } key ? items.GetValueOrDefault(key) : null;

    public Parent? ReportOf(string subject) => ReportKey(subject) is { } key && reports.TryGetValue(key, out var found)
        ? found.Report with { Audience = found.Report.Audience ?? KeeperOf(found.Item), Opens = found.Report.Opens && KeeperOf(found.Item) is null } : null;

    private void Know(EntityEntry entry)
    {
        if (entry.Entity is Item item) items[item.Id] = new(item.Code, Belonging.PartyOf(entry, item, kept).Now, Opening.Is(entry, kept));
        if (entry.Entity is Item { Class: var @class, Code: var code, Id: var key } && KeptItems.IsKept(@class)) keptCodes[code] = key;
        if (entry.Entity is ItemList list) lists[list.Id] = list.Code;
        if (entry.Entity is Milestone milestone) itemsOfMilestones[milestone.Id] = milestone.ItemId;
        if (entry.Entity is Report report) reports[report.Id] = (report.ItemId, new(null, Belonging.Now(report), Belonging.IsOpened(entry)));
    }

    private async Task AskReportsAsync(TwinHubDb db, List<EntityEntry> changed, CancellationToken cancel)
    {
        var missing = Missing(changed.Select(e => e.Entity is EvidenceFile file ? ReportKey(file.Subject) : null), reports.ContainsKey);
        if (missing.Count == 0) return;
        foreach (var report in await db.Reports.AsNoTracking().Where(r => missing.Contains(r.Id)).ToListAsync(cancel)) reports[report.Id] = (report.ItemId, new(null, Belonging.Now(report), false));
    }

    private async Task AskMilestonesAsync(TwinHubDb db, List<EntityEntry> changed, CancellationToken cancel)
    {
        var missing = Missing(changed.Select(e => (e.Entity as MilestoneLink)?.AfterId), itemsOfMilestones.ContainsKey);
        if (missing.Count == 0) return;
        foreach (var row in await db.Milestones.AsNoTracking().Where(m => missing.Contains(m.Id)).Select(m => new { m.Id, m.ItemId }).ToListAsync(cancel)) itemsOfMilestones[row.Id] = row.ItemId;
    }

    private async Task AskItemsAsync(TwinHubDb db, List<EntityEntry> changed, CancellationToken cancel)
    {
        var missing = Missing(changed.Select(ItemKey), items.ContainsKey);
        if (!changed.Exists(IsPartOfItem)) missing.RemoveAll(itemCodes.ContainsKey); // the code is all that is asked of it
        if (missing.Count == 0) return;
        var found = await db.Items.AsNoTracking().Where(i => missing.Contains(i.Id)).Select(i => new { i.Id, i.Code, i.DraftOf, i.Class }).ToListAsync(cancel);
        await kept.AskAsync(found.Where(i => KeptItems.IsKept(i.Class)).Select(i => i.Id), cancel);
        foreach (var item in found)
        {
            items[item.Id] = new(item.Code, item.DraftOf ?? kept.Now(item.Id), false);
            if (!KeptItems.IsKept(item.Class)) itemCodes[item.Id] = item.Code;
        }
    }

    /// <summary>Rows that name their item by its code.</summary>
    private async Task AskCodesAsync(TwinHubDb db, List<EntityEntry> changed, CancellationToken cancel)
    {
        var tracked = items.Values.Select(i => i.Code).ToHashSet();
        var missing = changed.Select(e => Belonging.Text(e, "Item")).OfType<string>().Where(c => !tracked.Contains(c)).Distinct().ToList();
        if (missing.Count == 0) return;
        var found = await db.Items.AsNoTracking().Where(i => missing.Contains(i.Code) && i.Class != Class.Public && i.Class != Class.Joint).Select(i => new { i.Id, i.Code }).ToListAsync(cancel);
        await kept.AskAsync(found.Select(i => i.Id), cancel);
        foreach (var item in found) keptCodes[item.Code] = item.Id;
    }

    private async Task AskListsAsync(TwinHubDb db, List<EntityEntry> changed, CancellationToken cancel)
    {
        var missing = Missing(changed.Select(e => Key(e, "ListId")), lists.ContainsKey);
        if (missing.Count == 0) return;
        foreach (var list in await db.Lists.AsNoTracking().IgnoreAutoIncludes().Where(l => missing.Contains(l.Id)).Select(l => new { l.Id, l.Code }).ToListAsync(cancel)) lists[list.Id] = list.Code;
    }

    /// <summary>Rows that are seen with their item, and not by a rule of their own.</summary>
    public static bool IsPartOfItem(EntityEntry entry) => entry.Entity is ItemUnit or Deliverable or ItemRef or Milestone or MilestoneLink;

    private static List<Guid> Missing(IEnumerable<Guid?> keys, Func<Guid, bool> isKnown) => [.. keys.OfType<Guid>().Where(k => !isKnown(k)).Distinct()];

    private Guid? ItemKey(EntityEntry root) => root.Entity switch
    {
        MilestoneLink link => itemsOfMilestones.GetValueOrDefault(link.AfterId),
        EvidenceFile file => ReportKey(file.Subject) is { } key && reports.TryGetValue(key, out var report) ? report.Item : null,
        _ => Key(root, "ItemId"),
    };

    private static Guid? ReportKey(string subject) =>
        subject.StartsWith(ReportSubject, StringComparison.Ordinal) && Guid.TryParse(subject.AsSpan(ReportSubject.Length), out var key) ? key : null;

    /// <summary>The code in a subject: item/2023H2-017.</summary>
    private static string? Subject(object root) => (root as EvidenceFile)?.Subject.Split('/', 2)[^1] ?? (root as Stub)?.Subject.Split('/', 2)[^1];

    private static Guid? Key(EntityEntry entry, string property) =>
        entry.Metadata.FindProperty(property) is { } found && (found.ClrType == typeof(Guid) || found.ClrType == typeof(Guid?)) ? Belonging.Value(entry, property) as Guid? : null;
}
