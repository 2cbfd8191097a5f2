using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Changes;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Meetings;

/// <summary>A decision: its text and meeting, the items that follow from it, and the revisions, changes and ends that it is the ground of.</summary>
public sealed class ShowDecision(TwinHubDb db, CitingItems citing, Actor actor)
{
    public sealed record View(Decision Decision, MeetingLine Meeting, AgendaItem? Agenda, IReadOnlyList<ItemStanding> Items)
    {
        public required IReadOnlyList<RevisionLine> Revisions { get; init; }
        public required IReadOnlyList<ChangeLine> Changes { get; init; }
        /// <summary>Items that ended on this decision.</summary>
        public IEnumerable<ItemStanding> Ended => Items.Where(i => i.Item.EndGround == Decision.Code);
        public IReadOnlyList<ItemStanding> Following => Items.Citing(Decision.Code);
    }

    public sealed record RevisionLine(string List, int Number, DateOnly Date);

    public sealed record ChangeLine(string Code, string List, ChangeState State, int Rows);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/decisions/{code}", async Task<IResult> (string code, ShowDecision slice, CancellationToken cancel) =>
            await slice.HandleAsync(code, cancel) is { } view ? new RazorComponentResult<DecisionPage>(new { View = view }) : TypedResults.NotFound());

    public async Task<View?> HandleAsync(string code, CancellationToken cancel)
    {
        if (await db.Decisions.AsNoTracking().VisibleTo(actor, db).SingleOrDefaultAsync(d => d.Code == code, cancel) is not { } decision) return null;
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.Code == decision.Meeting).Select(MeetingLine.Of).SingleAsync(cancel);
        var agenda = await db.Meetings.AsNoTracking().Where(m => m.Code == decision.Meeting).SelectMany(m => m.Agenda).Where(a => a.Order == decision.Agenda).FirstOrDefaultAsync(cancel);
        return new(decision, meeting, agenda, await citing.OfAsync([code], null, cancel))
        {
            Revisions = await db.Revisions.Where(r => r.Decision == code).Join(db.Lists, r => EF.Property<Guid>(r, "ListId"), l => l.Id, (r, l) => new RevisionLine(l.Code, r.Number, r.Date)).ToListAsync(cancel),
            Changes = await db.Changes.VisibleTo(actor).Where(c => c.Ground == code).OrderBy(c => c.Code)
                .Join(db.Lists, c => c.ListId, l => l.Id, (c, l) => new ChangeLine(c.Code, l.Code, c.State, c.Rows.Count)).ToListAsync(cancel),
        };
    }
}
