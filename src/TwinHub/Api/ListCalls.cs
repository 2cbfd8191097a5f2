using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>The items agreed for one period (重点合作事项清单).</summary>
/// <param name="Kind">Kind of list.</param>
/// <param name="Starts">First day of the period.</param>
/// <param name="Ends">Last day of the period.</param>
/// <param name="Meeting">Code of the meeting that adopted it.</param>
/// <param name="ClosedOn">Null: it is open.</param>
/// <param name="Parties">Codes of its parties, in their order.</param>
/// <param name="Columns">Typed columns that its items have beside the joint fields of every item.</param>
/// <param name="Revision">Number of the adopted revision in force; null: none is adopted.</param>
/// <param name="Balance">Adopted + added = open + completed + carried + dropped.</param>
/// <param name="Version">Rises with every change that takes effect.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ListJson(string Code, string Kind, TextJson Title, DateOnly Starts, DateOnly Ends, string? Meeting, DateOnly? ClosedOn, IReadOnlyList<string> Parties, IReadOnlyList<ColumnJson> Columns, int? Revision, BalanceJson Balance, int Version, string? Source, bool Sample) : ICoded;

/// <summary>Both sides of the account of a list; its total is the N of every "of N".</summary>
public sealed record BalanceJson(int Adopted, int Added, int Open, int Completed, int Carried, int Dropped);

/// <param name="Code">Names the value of an item.</param>
/// <param name="Unit">Of a number.</param>
/// <param name="Scheme">Scheme of the classification that a choice is of.</param>
/// <param name="Required">No item is adopted without a value.</param>
public sealed record ColumnJson(string Code, TextJson Name, ColumnType Type, TextJson? Unit, string? Scheme, bool Required);

/// <summary>Lists are every party's to read.</summary>
internal sealed class ListCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/lists", Operation.List<ListJson>("lists.list", Parameter.Text("kind", "half_year"), Parameter.Flag("open"), Parameter.Text("party", "north"), Parameter.Text("meeting", "JM1")),
            (Call call, ListCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/lists/{code}", Operation.One<ListJson>("lists.get", Parameter.Path("code", "2024H1")), (Call call, ListCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private async Task<List<ListJson>> AnswerAsync(List<ItemList> lists, CancellationToken cancel)
    {
        var ids = lists.ConvertAll(l => l.Id);
        var items = (await db.Items.AsNoTracking().Where(i => ids.Contains(i.ListId) && i.FirstRevision != null).Select(i => new { i.ListId, First = i.FirstRevision!.Value, i.End }).ToListAsync(cancel)).ToLookup(i => i.ListId);
        var adopted = (await db.Revisions.AsNoTracking().Where(r => ids.Contains(EF.Property<Guid>(r, "ListId")) && r.State == RevisionState.Adopted).Select(r => new { Id = EF.Property<Guid>(r, "ListId"), r.Number }).ToListAsync(cancel)).ToLookup(r => r.Id, r => r.Number);
        return lists.ConvertAll(l => Of(l, [.. items[l.Id].Select(i => (i.First, i.End))], [.. adopted[l.Id].Order()]));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<ItemList> lists = db.Lists;
        if (call.Text("kind") is { } kind) lists = lists.Where(l => l.Kind == kind);
        if (call.Flag("open") is { } open) lists = lists.Where(l => (l.ClosedOn == null) == open);
        if (call.Text("party") is { } party) lists = lists.Where(l => l.Parties.Any(p => p.Party == party));
        if (call.Text("meeting") is { } meeting) lists = lists.Where(l => l.Meeting == meeting);
        return PageAsync(call, lists, cancel);
    }

    private async Task<IResult> PageAsync(Call call, IQueryable<ItemList> lists, CancellationToken cancel)
    {
        var found = await AnswerAsync(await call.RowsAsync(lists, l => l.Code, cancel), cancel);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var list = await db.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Code == code, cancel) ?? throw new NotFoundException("list", code);
        return call.One((await AnswerAsync([list], cancel))[0], RowTag.Of(list.Code, list.Version));
    }

    private static ListJson Of(ItemList l, List<(int First, ItemEnd? End)> items, List<int> adopted)
    {
        int Ended(ItemEnd end) => items.Count(i => i.End == end);
        var first = adopted.FirstOrDefault();
        var balance = new BalanceJson(items.Count(i => i.First == first), items.Count(i => i.First != first), items.Count(i => i.End is null), Ended(ItemEnd.Completed), Ended(ItemEnd.Carried), Ended(ItemEnd.Dropped));
        return new(l.Code, l.Kind, TextJson.Some(l.Title), l.Starts, l.Ends, l.Meeting, l.ClosedOn, [.. l.Parties.OrderBy(p => p.Order).Select(p => p.Party)],
            [.. l.Columns.OrderBy(c => c.Order).Select(c => new ColumnJson(c.Code, TextJson.Some(c.Name), c.Type, TextJson.Of(c.Unit), c.Scheme, c.Required))], adopted.Count > 0 ? adopted[^1] : null, balance, l.Version, l.Source, l.Sample);
    }
}
