using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Meetings;

/// <summary>Meetings held and planned, by body, with where each is known from.</summary>
public sealed class ListMeetings(TwinHubDb db, ReferenceCache references, Today today, Actor actor)
{
    /// <param name="Counts">Of each meeting by code.</param>
    /// <param name="Next">The planned meeting that the region prepares; else the soonest planned.</param>
    public sealed record View(IReadOnlyList<(Body Body, IReadOnlyList<MeetingLine> Meetings)> Bodies, IReadOnlyDictionary<string, Counts> Counts, MeetingLine? Next)
    {
        public IEnumerable<MeetingLine> All => Bodies.SelectMany(b => b.Meetings);
        public int Held => All.Count(m => m.Held);
    }

    public sealed record Counts(string Code, int Agenda, int Papers, int Asks, int Decisions);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/meetings", async (ListMeetings slice, CancellationToken cancel) => new RazorComponentResult<MeetingsPage>(new { View = await slice.HandleAsync(cancel) }));

    public async Task<View> HandleAsync(CancellationToken cancel)
    {
        var reference = (await references.GetAsync(cancel))!;
        var meetings = await db.Meetings.AsNoTracking().Select(MeetingLine.Of).ToListAsync(cancel);
        var (papers, decisions) = (db.Papers.VisibleTo(actor), db.Decisions.VisibleTo(actor, db));
        var counts = await db.Meetings.Select(m => new Counts(m.Code, m.Agenda.Count, papers.Count(p => p.Meeting == m.Code),
            db.Asks.Count(a => papers.Any(p => p.Code == a.Paper && p.Meeting == m.Code)), decisions.Count(d => d.Meeting == m.Code))).ToDictionaryAsync(c => c.Code, cancel);
        var byBody = meetings.ToLookup(m => m.Body);
        var bodies = reference.Bodies.Where(b => byBody.Contains(b.Code)).Select(b => (b, (IReadOnlyList<MeetingLine>)[.. MeetingLine.InOrder([.. byBody[b.Code]]).Reverse()]));
        var planned = meetings.Where(m => !m.Held).OrderBy(m => m.Starts is null).ThenBy(m => m.Starts < today.Day).ThenBy(m => m.Starts);
        return new([.. bodies], counts, meetings.Find(m => m.Code == reference.Region.NextMeeting && !m.Held) ?? planned.FirstOrDefault());
    }
}
