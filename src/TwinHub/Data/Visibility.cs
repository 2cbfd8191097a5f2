using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;

namespace TwinHub.Data;

/// <summary>What the actor's party may see. Every read starts here: "not yours" is "not there".</summary>
internal static class Visibility
{
    public static IQueryable<Item> VisibleTo(this IQueryable<Item> items, Actor actor) =>
        items.Where(i => i.DraftOf == null || i.DraftOf == actor.Party);

    public static IQueryable<Report> VisibleTo(this IQueryable<Report> reports, Actor actor) =>
        reports.Where(r => r.State == ReportState.Released || r.Party == actor.Party);

    public static IQueryable<UnitContact> VisibleTo(this IQueryable<UnitContact> contacts, Actor actor) =>
        contacts.Where(c => c.Shared || c.Party == actor.Party);

    public static IQueryable<PartyColumn> VisibleTo(this IQueryable<PartyColumn> columns, Actor actor) => columns.Where(c => c.Party == actor.Party);

    public static IQueryable<PartyCell> VisibleTo(this IQueryable<PartyCell> cells, Actor actor) => cells.Where(c => c.Party == actor.Party);

    public static IQueryable<Paper> VisibleTo(this IQueryable<Paper> papers, Actor actor) =>
        papers.Where(p => p.Class <= Class.Joint || p.Party == null || p.Party == actor.Party);

    public static IQueryable<EvidenceFile> VisibleTo(this IQueryable<EvidenceFile> files, Actor actor) =>
        files.Where(f => f.Class <= Class.Joint || f.Party == actor.Party);

    public static IQueryable<Stub> VisibleTo(this IQueryable<Stub> stubs, Actor actor) => stubs.Where(s => s.Class <= Class.Joint || s.Party == actor.Party);

    public static IQueryable<ChangeRequest> VisibleTo(this IQueryable<ChangeRequest> changes, Actor actor) =>
        changes.Where(c => c.Parties.Any(p => p.Party == actor.Party));
}
