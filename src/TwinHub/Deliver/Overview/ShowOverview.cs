using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Rounds;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Overview;

/// <summary>The region at a glance: where the list stands, what to decide, what to do before the next meeting.</summary>
public sealed class ShowOverview(TwinHubDb db, Standings standings, RegionMaps maps, Page page, Actor actor)
{
    /// <param name="Standing">Null: the region has no list yet.</param>
    /// <param name="Next">Null: none is planned.</param>
    public sealed record View(ListStanding? Standing, NextMeeting? Next)
    {
        public const int MostToDecide = 5, MostSlips = 6;

        public required IReadOnlyList<OverviewStep> Steps { get; init; }
        /// <summary>Open change requests that wait for the key of a party.</summary>
        public required IReadOnlyDictionary<string, int> WaitingKeys { get; init; }
        /// <summary>Names of the milestones that slipped most.</summary>
        public required IReadOnlyDictionary<Guid, LocalText> Milestones { get; init; }
        /// <summary>The next meeting where no day is set for it yet.</summary>
        public PlannedMeeting? Undated { get; init; }
        public required int Projects { get; init; }
        public required MapDrawing Map { get; init; }

        public IReadOnlyList<ItemStanding> ToDecide => Standing?.ToDecide(MostToDecide) ?? [];
        public IReadOnlyList<ItemStanding> Slipped => Standing is null ? [] : Longest(Standing);
        public IReadOnlyList<string> Parties => Standing is null ? [] : [.. Standing.List.Parties.OrderBy(p => p.Order).Select(p => p.Party)];

        internal static IReadOnlyList<ItemStanding> Longest(ListStanding standing) =>
            [.. standing.Items.Where(i => i.Item.IsOpen && standing.Slips.ContainsKey(i.Id)).OrderByDescending(i => standing.Slips[i.Id].Days).ThenBy(i => i.Code, StringComparer.Ordinal).Take(MostSlips)];
    }

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", (ShowOverview slice, CancellationToken cancel) => slice.ShowAsync(cancel));

    private async Task<RazorComponentResult<OverviewPage>> ShowAsync(CancellationToken cancel)
    {
        var standing = page.Region.CurrentList is { } code ? await standings.OfListAsync(code, cancel) : null;
        var planned = await PlannedAsync(cancel);
        var next = planned.FirstOrDefault(m => m.Code == page.Region.NextMeeting) is { } meeting ? new NextMeeting(meeting, page.Today.Day) : null;
        var slipped = standing is null ? [] : View.Longest(standing).Select(i => standing.Slips[i.Id].Milestone).ToList();
        return new RazorComponentResult<OverviewPage>(new
        {
            View = new View(standing, next)
            {
                Steps = await StepsAsync(standing, planned, next, cancel),
                WaitingKeys = await WaitingAsync(cancel),
                Milestones = slipped.Count == 0 ? new Dictionary<Guid, LocalText>() : await db.Milestones.AsNoTracking().Where(m => slipped.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancel),
                Undated = next is null ? await UndatedAsync(cancel) : null,
                Projects = await db.Projects.CountAsync(cancel),
                Map = await MapAsync(standing, cancel),
            },
        });
    }

    /// <summary>Areas and zones, and the projects that items of the list belong to in the worst state of those items.</summary>
    private async Task<MapDrawing> MapAsync(ListStanding? standing, CancellationToken cancel)
    {
        var zones = await db.Zones.AsNoTracking().ToListAsync(cancel);
        var projects = (standing?.Items ?? []).Where(i => i.State <= ItemState.Completed).SelectMany(i => i.Item.Refs.Where(r => r.Kind == RefKind.Project).Select(r => (r.Ref, i.State))).GroupBy(p => p.Ref)
            .Where(p => standing!.Refs.ContainsKey((RefKind.Project, p.Key))).Select(p => new MapProject(p.Key, standing!.Refs[(RefKind.Project, p.Key)].Text, p.Min(i => i.State)));
        var layers = new MapLayers { Zones = [.. zones.Where(z => z.Number is not null)], Projects = [.. projects], Hatched = [.. zones.Where(z => z.Kind == "central_area").SelectMany(z => z.Members).Select(m => m.Area)] };
        return DrawMap.Of(await maps.GetAsync(page.Reference, cancel), layers, page.Lang);
    }

    /// <summary>Meetings to come, without their agendas and participants.</summary>
    private async Task<List<PlannedMeeting>> PlannedAsync(CancellationToken cancel) =>
        await db.Meetings.AsNoTracking().Where(m => !m.Held && m.Starts != null).OrderBy(m => m.Starts)
            .Select(m => new PlannedMeeting(m.Code, m.Body, m.Number, m.Starts!.Value, m.Place, m.Sample)).ToListAsync(cancel);

    private async Task<PlannedMeeting?> UndatedAsync(CancellationToken cancel) =>
        await db.Meetings.AsNoTracking().Where(m => m.Code == page.Region.NextMeeting && !m.Held && m.Starts == null)
            .Select(m => new PlannedMeeting(m.Code, m.Body, m.Number, default, m.Place, m.Sample)).SingleOrDefaultAsync(cancel);

    /// <summary>The way to the next meeting: the round that closed, rounds and meetings to come, the meeting.</summary>
    private async Task<List<OverviewStep>> StepsAsync(ListStanding? standing, List<PlannedMeeting> planned, NextMeeting? next, CancellationToken cancel)
    {
        var until = next?.Meeting.Starts ?? standing?.List.Ends ?? page.Today.Day;
        var rounds = standing is null ? [] : await db.Rounds.AsNoTracking().Where(r => r.ListId == standing.List.Id && r.Closes <= until).OrderBy(r => r.Closes).ToListAsync(cancel);
        IEnumerable<OverviewStep> steps =
        [
            .. rounds.Where(r => r.Closes >= (standing?.Round?.Closes ?? page.Today.Day)).Select(r => new OverviewStep(r.Closes, r, null)),
            .. planned.Where(m => m.Starts >= page.Today.Day && m.Starts <= until).Select(m => new OverviewStep(m.Starts, null, m)),
        ];
        return [.. steps.OrderBy(s => s.Day)];
    }

    private async Task<Dictionary<string, int>> WaitingAsync(CancellationToken cancel)
    {
        var open = await db.Changes.AsNoTracking().AsSingleQuery().VisibleTo(actor).Where(c => c.State == ChangeState.Open)
            .Select(c => new { Parties = c.Parties.Select(p => p.Party).ToList(), Turned = c.Keys.Where(k => k.TakenBackAt == null).Select(k => k.Party).ToList() }).ToListAsync(cancel);
        return open.SelectMany(c => c.Parties.Except(c.Turned)).CountBy(p => p).ToDictionary();
    }
}

public sealed record PlannedMeeting(string Code, string Body, int? Number, DateOnly Starts, LocalText Place, bool Sample);

public sealed record NextMeeting(PlannedMeeting Meeting, DateOnly Today)
{
    public int Days => Meeting.Starts.DayNumber - Today.DayNumber;
}

/// <summary>A day on the way to the meeting: a round's close or a meeting.</summary>
public sealed record OverviewStep(DateOnly Day, Round? Round, PlannedMeeting? Meeting);
