using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Meetings;

/// <summary>One meeting: what comes before it or came of it, its agenda, papers, people and visits.</summary>
public sealed class ShowMeeting(TwinHubDb db, ReferenceCache references, CitingItems citing, Actor actor)
{
    /// <param name="Series">Meetings of the same body in order.</param>
    /// <param name="Papers">Of this meeting and of the one before, with the codes of the asks in them.</param>
    /// <param name="Decisions">Of this meeting and of the one before.</param>
    public sealed record View(Meeting Meeting, IReadOnlyList<MeetingLine> Series, IReadOnlyList<PaperLine> Papers, IReadOnlyList<DecisionLine> Decisions)
    {
        /// <summary>What lead units ask for in their last released reports, worst items first; only of a meeting to come.</summary>
        public required IReadOnlyList<AskedLine> Asked { get; init; }
        /// <summary>Codes of asks that an item answers.</summary>
        public required IReadOnlySet<string> Answered { get; init; }
        public required IReadOnlyList<Stub> Stubs { get; init; }
        public required Actor Actor { get; init; }

        public MeetingLine Line => Series.First(m => m.Code == Meeting.Code);
        public MeetingLine? Before => Series.TakeWhile(m => m.Code != Meeting.Code).LastOrDefault();
        public MeetingLine? After => Series.SkipWhile(m => m.Code != Meeting.Code).Skip(1).FirstOrDefault();
        public IEnumerable<PaperLine> PapersOf(string? code) => Papers.Where(p => p.Paper.Meeting == code);
        public IEnumerable<DecisionLine> DecisionsOf(string? code) => Decisions.Where(d => d.Decision.Meeting == code);
        public IReadOnlyList<string> AsksOf(string? code) => [.. PapersOf(code).SelectMany(p => p.Asks)];
        public bool Shows(AgendaItem item) => Meeting.Shows(item, Actor, Papers.FirstOrDefault(p => p.Paper.Code == item.Paper)?.Paper);
    }

    public sealed record PaperLine(Paper Paper, IReadOnlyList<string> Asks);

    public sealed record AskedLine(ItemStanding Item, ReleasedReport Report);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/meetings/{code}", async Task<IResult> (string code, ShowMeeting slice, CancellationToken cancel) =>
            await slice.HandleAsync(code, cancel) is { } view ? new RazorComponentResult<MeetingPage>(new { View = view }) : TypedResults.NotFound());

    public async Task<View?> HandleAsync(string code, CancellationToken cancel)
    {
        if (await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel) is not { } meeting) return null;
        var series = MeetingLine.InOrder(await db.Meetings.AsNoTracking().Where(m => m.Body == meeting.Body).Select(MeetingLine.Of).ToListAsync(cancel));
        var pair = new[] { series.TakeWhile(m => m.Code != code).LastOrDefault()?.Code, code };
        var papers = await PapersAsync(pair, cancel);
        var decisions = await db.Decisions.AsNoTracking().VisibleTo(actor, db).Where(d => pair.Contains(d.Meeting)).OrderBy(d => d.Number).ToListAsync(cancel);
        var list = meeting.Held ? null : (await references.GetAsync(cancel))!.Region.CurrentList; // before a meeting: what its open items ask for
        var items = await citing.OfAsync([.. decisions.Select(d => d.Code), .. papers.SelectMany(p => p.Asks)], list, cancel);
        return new(meeting, series, papers, [.. decisions.Select(d => new DecisionLine(d, items.Citing(d.Code)))])
        {
            Asked = meeting.Held ? [] : Asked(items),
            Answered = items.SelectMany(s => s.Item.Refs).Where(r => r.Kind == RefKind.Ask).Select(r => r.Ref).ToHashSet(StringComparer.Ordinal),
            Stubs = await db.Stubs.AsNoTracking().VisibleTo(actor).Where(s => s.Subject == code).OrderBy(s => s.Number).ToListAsync(cancel),
            Actor = actor,
        };
    }

    private async Task<IReadOnlyList<PaperLine>> PapersAsync(string?[] meetings, CancellationToken cancel)
    {
        var papers = await db.Papers.AsNoTracking().VisibleTo(actor).Where(p => meetings.Contains(p.Meeting)).AsSingleQuery()
            .Select(p => new { Paper = p, Asks = db.Asks.Where(a => a.Paper == p.Code).Select(a => a.Code).ToList() }).ToListAsync(cancel);
        return [.. papers.OrderBy(p => p.Paper.Code, StringComparer.Ordinal).Select(p => new PaperLine(p.Paper, p.Asks))];
    }

    private static IReadOnlyList<AskedLine> Asked(IReadOnlyList<ItemStanding> items) =>
        [.. items.Where(i => i.Item.IsOpen).OrderBy(i => i.State).SelectMany(i => i.Sides.Where(s => s.Latest is { Asks.IsEmpty: false }).Select(s => new AskedLine(i, s.Latest!)))];
}
