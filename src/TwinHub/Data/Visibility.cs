using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;

namespace TwinHub.Data;

/// <summary>
/// What the actor's party may see. Every read starts here: "not yours" is "not there". Classes are stored as words, which a database orders by their
/// letters, so a class is compared by name and never by its order.
/// </summary>
internal static class Visibility
{
    /// <summary>Drafts that one party keeps are its own; an item above joint is its parties' with a unit in it.</summary>
    public static IQueryable<Item> VisibleTo(this IQueryable<Item> items, Actor actor) =>
        items.Where(i => (i.DraftOf == null || i.DraftOf == actor.Party)
            && (i.Class == Class.Public || i.Class == Class.Joint || i.DraftOf == actor.Party || i.Units.Any(u => u.Party == actor.Party)));

    /// <summary>The same for an item that is loaded with its units.</summary>
    public static bool MaySee(Item item, Actor actor) =>
        (item.DraftOf is null || item.DraftOf == actor.Party)
        && (item.Class <= Class.Joint || item.DraftOf == actor.Party || item.Units.Any(u => u.Party == actor.Party));

    /// <summary>Every party sees it.</summary>
    public static bool IsForAll(Item item) => item.DraftOf is null && item.Class <= Class.Joint;

    public static IQueryable<Report> VisibleTo(this IQueryable<Report> reports, Actor actor) =>
        reports.Where(r => r.State == ReportState.Released || r.Party == actor.Party);

    public static IQueryable<UnitContact> VisibleTo(this IQueryable<UnitContact> contacts, Actor actor) =>
        contacts.Where(c => c.Shared || c.Party == actor.Party);

    public static IQueryable<PartyColumn> VisibleTo(this IQueryable<PartyColumn> columns, Actor actor) => columns.Where(c => c.Party == actor.Party);

    public static IQueryable<PartyCell> VisibleTo(this IQueryable<PartyCell> cells, Actor actor) => cells.Where(c => c.Party == actor.Party);

    public static IQueryable<Paper> VisibleTo(this IQueryable<Paper> papers, Actor actor) =>
        papers.Where(p => p.Class == Class.Public || p.Class == Class.Joint || p.Party == null || p.Party == actor.Party);

    /// <summary>A decision taken under an agenda item that only one party may read is there for that party only.</summary>
    public static IQueryable<Decision> VisibleTo(this IQueryable<Decision> decisions, Actor actor, TwinHubDb db) =>
        decisions.Where(d => !db.Meetings.Any(m => m.Code == d.Meeting && m.Agenda.Any(a => a.Order == d.Agenda && a.Class != Class.Public && a.Class != Class.Joint
            && (a.Paper == null ? m.Host != actor.Party : !db.Papers.Any(p => p.Code == a.Paper && (p.Party ?? m.Host) == actor.Party)))));

    public static IQueryable<EvidenceFile> VisibleTo(this IQueryable<EvidenceFile> files, Actor actor) =>
        files.Where(f => f.Class == Class.Public || f.Class == Class.Joint || f.Party == actor.Party);

    public static IQueryable<Stub> VisibleTo(this IQueryable<Stub> stubs, Actor actor) =>
        stubs.Where(s => s.Class == Class.Public || s.Class == Class.Joint || s.Party == actor.Party);

    public static IQueryable<ChangeRequest> VisibleTo(this IQueryable<ChangeRequest> changes, Actor actor) =>
        changes.Where(c => c.Parties.Any(p => p.Party == actor.Party));
}
