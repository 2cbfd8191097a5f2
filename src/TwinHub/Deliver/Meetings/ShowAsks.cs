using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Data;

namespace TwinHub.Deliver.Meetings;

/// <summary>Every ask of a meeting: the speech and passage that it stands in, the items that answer it and where they are, or that there is none yet.</summary>
public sealed class ShowAsks(TwinHubDb db, CitingItems citing, Actor actor)
{
    public sealed record View(MeetingLine Meeting, IReadOnlyList<Speech> Speeches)
    {
        public IEnumerable<AskLine> All => Speeches.SelectMany(s => s.Asks);
        public int Open => All.Count(a => a.Items.Count == 0);

        /// <summary>Asks by the worst state among their items, in the order of states.</summary>
        public IEnumerable<(ItemState State, int Asks)> ByState =>
            All.Where(a => a.Items.Count > 0).GroupBy(a => a.Items.Min(i => i.State)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));
    }

    public sealed record Speech(Paper Paper, IReadOnlyList<AskLine> Asks);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/meetings/{code}/asks", async Task<IResult> (string code, ShowAsks slice, CancellationToken cancel) =>
            await slice.HandleAsync(code, cancel) is { } view ? new RazorComponentResult<AsksPage>(new { View = view }) : TypedResults.NotFound());

    public async Task<View?> HandleAsync(string code, CancellationToken cancel)
    {
        if (await db.Meetings.AsNoTracking().Where(m => m.Code == code).Select(MeetingLine.Of).SingleOrDefaultAsync(cancel) is not { } meeting) return null;
        var papers = await db.Papers.AsNoTracking().VisibleTo(actor).Where(p => p.Meeting == code).OrderBy(p => p.Code).ToListAsync(cancel);
        var asks = await db.Asks.AsNoTracking().Where(a => db.Papers.Any(p => p.Code == a.Paper && p.Meeting == code)).OrderBy(a => a.Code).ToListAsync(cancel);
        var items = await citing.OfAsync(asks.ConvertAll(a => a.Code), null, cancel);
        return new(meeting, [.. papers.Select(p => new Speech(p, [.. asks.Where(a => a.Paper == p.Code).Select(a => AskLine.Of(a, p, items))])).Where(s => s.Asks.Count > 0)]);
    }
}
