using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core.Evidence;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Lists;

/// <summary>A list as a register: filtered and sorted by its address.</summary>
public sealed class ShowList(TwinHubDb db, Standings standings, Page page, Actor actor)
{
    /// <param name="Found">Every row that the filter lets through; <paramref name="Rows"/> are those of its page.</param>
    /// <param name="Own">Columns and cells of the reader's own party.</param>
    public sealed record View(ListStanding Standing, ListFilter Filter, IReadOnlyList<ItemStanding> Found, IReadOnlyList<ItemStanding> Rows, OwnColumns Own)
    {
        public required RevisionBasis? Basis { get; init; }
        /// <summary>What is above the installation's ceiling.</summary>
        public required IReadOnlyList<Stub> Stubs { get; init; }
        /// <summary>Saved views that the reader sees: whose, its name, its filter.</summary>
        public required IReadOnlyList<SavedView> Saved { get; init; }
        public string Code => Standing.List.Code;

        /// <summary>How many rows were left without one condition.</summary>
        public int CountOf(ListFilter filter, Reference names) => filter.Apply(Standing, names).Count;
    }

    public sealed record SavedView(ViewOwner Owner, string Name, ListFilter Filter);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/lists/{code}", (string code, HttpContext http, ShowList slice, CancellationToken cancel) => slice.ShowAsync(code, http, cancel));

    private async Task<IResult> ShowAsync(string code, HttpContext http, CancellationToken cancel)
    {
        var (filter, refusal) = ListFilter.Read(http.Request.Query, page.Reference);
        if (refusal is not null) return new Refused(refusal);
        return await ReadAsync(code, filter, cancel) is { } view ? new RazorComponentResult<ListPage>(new { View = view }) : TypedResults.NotFound();
    }

    private async Task<View?> ReadAsync(string code, ListFilter filter, CancellationToken cancel)
    {
        if (await standings.OfListAsync(code, cancel) is not { } standing) return null;
        var saved = (await db.ListViews.AsNoTracking().VisibleTo(actor).OrderBy(v => v.Order).ToListAsync(cancel)).ConvertAll(v => new SavedView(v.Owner, v.Name, ListFilter.Saved(v.Query)));
        filter = filter.Or(saved.Find(v => v.Owner == ViewOwner.Standard)?.Filter ?? ListFilter.All);
        var found = filter.Apply(standing, page.Reference);
        var rows = filter.Cut(found);
        return new(standing, filter, found, rows, await OwnColumns.OfAsync(standing.List.Id, db, actor, cancel))
        {
            Saved = [.. saved.Where(v => v.Owner != ViewOwner.Standard).OrderBy(v => v.Owner)],
            Basis = RevisionBasis.Adopted(standing),
            Stubs = await db.Stubs.AsNoTracking().VisibleTo(actor).Where(s => s.Kind == "item" && s.Subject == code).OrderBy(s => s.Number).ToListAsync(cancel),
        };
    }
}

/// <summary>The columns that the reader's party added for itself, with their cells by column and item.</summary>
public sealed record OwnColumns(IReadOnlyList<PartyColumn> Columns, IReadOnlyDictionary<(Guid Column, Guid Item), string> Cells)
{
    public static async Task<OwnColumns> OfAsync(Guid list, TwinHubDb db, Actor actor, CancellationToken cancel)
    {
        var columns = await db.PartyColumns.AsNoTracking().VisibleTo(actor).Where(c => c.ListId == list).OrderBy(c => c.Order).ToListAsync(cancel);
        if (columns.Count == 0) return new([], new Dictionary<(Guid, Guid), string>());
        var ids = columns.ConvertAll(c => c.Id);
        var cells = await db.PartyCells.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.ColumnId)).ToListAsync(cancel);
        return new(columns, cells.ToDictionary(c => (c.ColumnId, c.ItemId), c => c.Value));
    }
}
