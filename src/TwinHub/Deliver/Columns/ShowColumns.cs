using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver.Columns;

/// <summary>The columns that the reader's own party keeps beside a list. Another party's are not there.</summary>
public sealed class ShowColumns(TwinHubDb db, Actor actor)
{
    public sealed record View(ItemList List, IReadOnlyList<PartyColumn> Columns, IReadOnlyDictionary<(Guid Column, Guid Item), string> Cells, Problems Problems)
    {
        /// <summary>Cells that somebody else wrote while the form was open: when opened, and what was typed.</summary>
        public IReadOnlyList<Conflict> Conflicts { get; init; } = [];
        public required bool MayAdd { get; init; }
        public required bool MayWrite { get; init; }
        public IEnumerable<Item> Items => List.Items.OrderBy(i => i.Code, StringComparer.Ordinal);
    }

    public sealed record Conflict(Guid Column, Guid Item, string Opened, string Now, string Typed);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/lists/{code}/columns", (string code, ShowColumns slice, CancellationToken cancel) => slice.ShowAsync(code, new Problems(), [], cancel));

    public async Task<IResult> ShowAsync(string code, Problems problems, IReadOnlyList<Conflict> conflicts, CancellationToken cancel)
    {
        var list = await db.Lists.AsNoTracking().Include(l => l.Items.Where(i => i.DraftOf == null || i.DraftOf == actor.Party)).SingleOrDefaultAsync(l => l.Code == code, cancel) ?? throw new NotFoundException("list", code);
        var columns = await db.PartyColumns.AsNoTracking().VisibleTo(actor).Where(c => c.ListId == list.Id).OrderBy(c => c.Order).ToListAsync(cancel);
        var ids = columns.ConvertAll(c => c.Id);
        var cells = await db.PartyCells.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.ColumnId)).ToDictionaryAsync(c => (c.ColumnId, c.ItemId), c => c.Value, cancel);
        var view = new View(list, columns, cells, problems) { Conflicts = conflicts, MayAdd = PartyColumn.WhyNotAdd(actor) is null, MayWrite = columns.Count > 0 && columns[0].WhyNotWrite(actor) is null };
        return new RazorComponentResult<ColumnsPage>(new { View = view }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
