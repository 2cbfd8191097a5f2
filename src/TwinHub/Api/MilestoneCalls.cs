using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>The end of a step of an item or project (节点).</summary>
/// <param name="Item">Code of the item; null: of a project.</param>
/// <param name="Project">Code of the project; null: of an item.</param>
/// <param name="Order">From 1.</param>
/// <param name="Party">Code of the party; null: joint.</param>
/// <param name="Kind">Class of step; gives the spread of the duration where nobody estimated.</param>
/// <param name="Baseline">Joint: only an approved or recorded change moves it.</param>
/// <param name="Low">Duration of the step, working days.</param>
/// <param name="Likely">Most likely duration, working days.</param>
/// <param name="High">Duration, working days.</param>
/// <param name="LikelyDate">Likely date in the last released report.</param>
/// <param name="After">Milestones that come before it, as far as the reader may see them.</param>
/// <param name="Version">Rises with every change of it.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record MilestoneJson(string Code, string? Item, string? Project, int Order, string? Party, TextJson Name, string Kind, DateOnly Baseline, DateOnly? Started, DateOnly? Actual, decimal? Low, decimal? Likely, decimal? High, DateOnly? LikelyDate,
    IReadOnlyList<PredecessorJson> After, int Version, string? Source, bool Sample) : ICoded;

/// <param name="Milestone">Code of the milestone that must be done before.</param>
/// <param name="LagDays">Working days between; may be negative.</param>
public sealed record PredecessorJson(string Milestone, decimal LagDays);

/// <summary>Milestones of projects, and of the items that the actor may see.</summary>
internal sealed class MilestoneCalls(TwinHubDb db, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/milestones", Operation.List<MilestoneJson>("milestones.list", Parameter.Text("list", "2024H1"), Parameter.Text("item", "2024H1-001"), Parameter.Text("project", "RING"), Parameter.Text("party", "north"), Parameter.Flag("done"),
            Parameter.Day("baselineFrom", "2024-01-01"), Parameter.Day("baselineTo", "2024-12-31")), (Call call, MilestoneCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/milestones/{code}", Operation.One<MilestoneJson>("milestones.get", Parameter.Path("code", "2024H1-001-3")), (Call call, MilestoneCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private IQueryable<Milestone> Seen => db.Milestones.Where(m => m.ItemId == null || db.Items.VisibleTo(actor).Any(i => i.Id == m.ItemId));

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var found = await AnswerAsync(await call.RowsAsync(Filtered(call), m => m.Code, cancel), cancel);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var milestone = await Seen.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel) ?? throw new NotFoundException("milestone", code);
        return call.One((await AnswerAsync([milestone], cancel))[0]);
    }

    private IQueryable<Milestone> Filtered(Call call)
    {
        var milestones = Seen;
        if (call.Text("list") is { } list) milestones = milestones.Where(m => db.Items.Any(i => i.Id == m.ItemId && db.Lists.Any(l => l.Id == i.ListId && l.Code == list)));
        if (call.Text("item") is { } item) milestones = milestones.Where(m => db.Items.Any(i => i.Id == m.ItemId && i.Code == item));
        if (call.Text("project") is { } project) milestones = milestones.Where(m => m.Project == project);
        if (call.Text("party") is { } party) milestones = milestones.Where(m => m.Party == party);
        if (call.Flag("done") is { } done) milestones = milestones.Where(m => (m.Actual != null) == done);
        if (call.Day("baselineFrom") is { } from) milestones = milestones.Where(m => m.Baseline >= from);
        if (call.Day("baselineTo") is { } to) milestones = milestones.Where(m => m.Baseline <= to);
        return milestones;
    }

    private async Task<List<MilestoneJson>> AnswerAsync(List<Milestone> milestones, CancellationToken cancel)
    {
        var (ids, items) = (milestones.ConvertAll(m => m.Id), milestones.ConvertAll(m => m.ItemId));
        var codes = await db.Items.AsNoTracking().Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.Code }).ToDictionaryAsync(i => i.Id, i => i.Code, cancel);
        var links = await (from l in db.MilestoneLinks.AsNoTracking().Where(l => ids.Contains(l.AfterId)) join b in Seen on l.BeforeId equals b.Id select new { l.AfterId, b.Code, l.Lag }).ToListAsync(cancel);
        var before = links.OrderBy(l => l.Code, StringComparer.Ordinal).ToLookup(l => l.AfterId, l => new PredecessorJson(l.Code, l.Lag));
        return milestones.ConvertAll(m => new MilestoneJson(m.Code, m.ItemId is { } item ? codes[item] : null, m.Project, m.Order, m.Party, TextJson.Some(m.Name), m.Kind, m.Baseline, m.Started, m.Actual, m.Low, m.Likely, m.High, m.LikelyDate,
            [.. before[m.Id]], m.Version, m.Source, m.Sample));
    }
}
