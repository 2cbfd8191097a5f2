using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Core.Regions;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>What an item is asked for by: it is a draft, open, or has ended.</summary>
internal enum ItemStatus
{
    Draft,
    Open,
    Completed,
    Dropped,
    Carried,
}

/// <summary>One thing that the parties do together (合作事项).</summary>
/// <param name="List">Code of its list.</param>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Scope">What is to be done or delivered in the period.</param>
/// <param name="FirstRevision">First adopted revision that has it; null: it is a draft.</param>
/// <param name="DraftOf">Party that alone sees the draft; null: every party does.</param>
/// <param name="Values">What it has in the typed columns of its list, by column: numbers and percents without grouping, days as dates, choices by code.</param>
/// <param name="Published">Its name is from a published text.</param>
/// <param name="Units">Lead and supporting units, those of a party together.</param>
/// <param name="Deliverables">In their order.</param>
/// <param name="Refs">What it follows from or belongs to.</param>
/// <param name="End">Null: it has not ended.</param>
/// <param name="Successor">Code of the item of the next list that carries it on.</param>
/// <param name="CarriedFrom">Code of the item that it carries on.</param>
/// <param name="Standing">Where it stands today.</param>
/// <param name="Version">Rises with every change of its own fields.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ItemJson(string Code, string List, string Theme, TextJson Title, TextJson? Scope, DateOnly Due, Class Class, int? FirstRevision, string? DraftOf, IReadOnlyDictionary<string, string> Values, bool Published, IReadOnlyList<ItemUnitJson> Units, IReadOnlyList<TextJson> Deliverables,
    IReadOnlyList<ItemRefJson> Refs, ItemEndingJson? End, string? Successor, string? CarriedFrom, ItemStandingJson Standing, int Version, string? Source, bool Sample) : ICoded;

/// <param name="Party">Code of the party; null: a supporting unit outside every party.</param>
/// <param name="Lead">Answers for the item; false: supports.</param>
/// <param name="Order">From 1, within party and role; the first lead answers.</param>
/// <param name="Organization">Code of the unit.</param>
public sealed record ItemUnitJson(string? Party, bool Lead, int Order, string Organization);

/// <param name="Kind">What is cited.</param>
/// <param name="Code">Its code.</param>
public sealed record ItemRefJson(RefKind Kind, string Code);

/// <param name="How">How it ended.</param>
/// <param name="On">The day.</param>
/// <param name="Ground">Code of the change request or decision that ended it.</param>
public sealed record ItemEndingJson(ItemEnd How, DateOnly? On, TextJson? Reason, string? Ground);

/// <summary>Progress against time, and the working forecast.</summary>
/// <param name="Progress">Percent: the lower of the sides' last released ones; null: a side never reported.</param>
/// <param name="Share">Elapsed share of its time, percent.</param>
/// <param name="Lead">Progress − share, points; negative is behind.</param>
/// <param name="Rule">Which rule gave the state.</param>
/// <param name="Disagree">The sides' percents differ by more than the region allows.</param>
/// <param name="Sides">What each party last released.</param>
/// <param name="Forecast">Working material, not a statement of any party; null: no milestones, or ended.</param>
public sealed record ItemStandingJson(decimal? Progress, decimal Share, decimal? Lead, ItemState State, StateRule Rule, bool Disagree, IReadOnlyList<ItemSideJson> Sides, ForecastJson? Forecast);

/// <param name="Party">Code of the party.</param>
/// <param name="Percent">Null: it never released one.</param>
/// <param name="InRound">Released for the latest round.</param>
public sealed record ItemSideJson(string Party, decimal? Percent, bool InRound);

/// <param name="P10">Finish with 10 % confidence.</param>
/// <param name="P50">As likely before as after.</param>
/// <param name="P80">Finish with 80 % confidence.</param>
/// <param name="OnTime">Probability of finishing by the due date, 0–1.</param>
/// <param name="ExpectedDelayDays">Mean delay after the due date, days.</param>
public sealed record ForecastJson(DateOnly P10, DateOnly P50, DateOnly P80, double OnTime, double ExpectedDelayDays);

/// <summary>Items that the actor may see, with where they stand.</summary>
internal sealed class ItemCalls(TwinHubDb db, Standings standings, Actor actor)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/items", Operation.List<ItemJson>("items.list", Parameter.Text("list", "2024H1"), Parameter.Text("theme", "transport"), Parameter.Text("organization", "N-TRA"), Parameter.Text("party", "north"),
            Parameter.Word("status", "open", "draft", "completed", "dropped", "carried"), Parameter.Text("ref", "RING"), Parameter.Day("dueFrom", "2024-01-01"), Parameter.Day("dueTo", "2024-12-31")),
            (Call call, ItemCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/items/{code}", Operation.One<ItemJson>("items.get", Parameter.Path("code", "2024H1-001")), (Call call, ItemCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var rows = await call.RowsAsync(WithStatus(Filtered(call), call.Word<ItemStatus>("status")), i => i.Code, cancel);
        var found = await AnswerAsync(rows, cancel);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var item = await Whole.SingleOrDefaultAsync(i => i.Code == code, cancel) ?? throw new NotFoundException("item", code);
        return call.One((await AnswerAsync([item], cancel))[0]);
    }

    private IQueryable<Item> Whole => db.Items.AsNoTracking().Include(i => i.Units).Include(i => i.Deliverables).Include(i => i.Refs).VisibleTo(actor);

    private IQueryable<Item> Filtered(Call call)
    {
        var items = Whole;
        if (call.Text("list") is { } list) items = items.Where(i => db.Lists.Any(l => l.Id == i.ListId && l.Code == list));
        if (call.Text("theme") is { } theme) items = items.Where(i => i.Theme == theme);
        if (call.Text("organization") is { } unit) items = items.Where(i => i.Units.Any(u => u.Organization == unit));
        if (call.Text("party") is { } party) items = items.Where(i => i.Units.Any(u => u.Party == party));
        if (call.Text("ref") is { } cited) items = items.Where(i => i.Refs.Any(r => r.Ref == cited));
        if (call.Day("dueFrom") is { } from) items = items.Where(i => i.Due >= from);
        if (call.Day("dueTo") is { } to) items = items.Where(i => i.Due <= to);
        return items;
    }

    private static IQueryable<Item> WithStatus(IQueryable<Item> items, ItemStatus? status) => status switch
    {
        ItemStatus.Draft => items.Where(i => i.FirstRevision == null),
        ItemStatus.Open => items.Where(i => i.FirstRevision != null && i.End == null),
        ItemStatus.Completed => items.Where(i => i.End == ItemEnd.Completed),
        ItemStatus.Dropped => items.Where(i => i.End == ItemEnd.Dropped),
        ItemStatus.Carried => items.Where(i => i.End == ItemEnd.Carried),
        _ => items,
    };

    private async Task<List<ItemJson>> AnswerAsync(List<Item> items, CancellationToken cancel)
    {
        var ids = items.Select(i => i.ListId).Distinct().ToList();
        var codes = await db.Lists.AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Code }).ToListAsync(cancel);
        var lists = new Dictionary<Guid, ListStanding>();
        foreach (var list in codes) lists[list.Id] = (await standings.OfListAsync(list.Code, cancel))!;
        return items.ConvertAll(i => Of(i, lists[i.ListId]));
    }

    private static ItemJson Of(Item i, ListStanding list) => new(i.Code, list.List.Code, i.Theme, TextJson.Some(i.Title), TextJson.Of(i.Scope), i.Due, i.Class, i.FirstRevision, i.DraftOf, ItemValues.Read(i.Values) ?? Nothing, i.Published,
        [.. i.Units.OrderBy(u => u.Party, StringComparer.Ordinal).ThenByDescending(u => u.Lead).ThenBy(u => u.Order).Select(u => new ItemUnitJson(u.Party, u.Lead, u.Order, u.Organization))],
        [.. i.Deliverables.OrderBy(d => d.Order).Select(d => TextJson.Some(d.Text))],
        [.. i.Refs.Where(r => list.Refs.ContainsKey((r.Kind, r.Ref))).OrderBy(r => r.Kind).ThenBy(r => r.Ref, StringComparer.Ordinal).Select(r => new ItemRefJson(r.Kind, r.Ref))],
        i.End is { } end ? new(end, i.EndedOn, TextJson.Of(i.EndReason), i.EndGround) : null, i.Successor, i.CarriedFrom, Standing(list.Items.Concat(list.Drafts).First(s => s.Id == i.Id)), i.Version, i.Source, i.Sample);

    private static ItemStandingJson Standing(ItemStanding s) => new(s.Progress, s.Share, s.Lead, s.State, s.Rule, s.Disagree, [.. s.Sides.Select(side => new ItemSideJson(side.Party, side.Latest?.Percent, side.InRound))],
        s.Outlook is { } o ? new(o.P10, o.P50, o.P80, o.OnTime, o.ExpectedDelayDays) : null);
}
