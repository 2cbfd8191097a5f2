using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Meetings;

/// <summary>A paper of the record with its numbered passages, the asks in them, the meeting and the agenda item that it belongs to.</summary>
public sealed class ShowPaper(TwinHubDb db, CitingItems citing, Actor actor)
{
    public sealed record View(Paper Paper, MeetingLine? Meeting, IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<AskLine> Asks)
    {
        public IEnumerable<AskLine> AsksOf(int passage) => Asks.Where(a => a.Ask.Passage == passage);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/papers/{code}", async Task<IResult> (string code, ShowPaper slice, CancellationToken cancel) =>
            await slice.HandleAsync(code, cancel) is { } view ? new RazorComponentResult<PaperPage>(new { View = view }) : TypedResults.NotFound());

    public async Task<View?> HandleAsync(string code, CancellationToken cancel)
    {
        if (await db.Papers.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(p => p.Code == code, cancel) is not { } paper) return null;
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.Code == paper.Meeting).Select(MeetingLine.Of).SingleOrDefaultAsync(cancel);
        var agenda = await db.Meetings.AsNoTracking().Where(m => m.Code == paper.Meeting).SelectMany(m => m.Agenda).Where(a => a.Paper == code).ToListAsync(cancel);
        var asks = await db.Asks.AsNoTracking().Where(a => a.Paper == code).OrderBy(a => a.Code).ToListAsync(cancel);
        var items = asks.Count == 0 ? [] : await citing.OfAsync(asks.ConvertAll(a => a.Code), null, cancel);
        return new(paper, meeting, agenda, [.. asks.Select(a => AskLine.Of(a, paper, items))]);
    }
}
