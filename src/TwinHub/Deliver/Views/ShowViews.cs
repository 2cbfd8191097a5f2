using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Views;

/// <summary>The page on which a view is saved and saved ones are kept; it carries the filter of the list that it was opened from.</summary>
public sealed class ShowViews(TwinHubDb db, Page page, Actor actor)
{
    /// <param name="Filter">What the list showed; it is what is saved.</param>
    public sealed record View(string Code, LocalText Title, ListFilter Filter, IReadOnlyList<ListView> Saved, Actor Actor)
    {
        public required Problems Problems { get; init; }
        /// <summary>What was typed for the name.</summary>
        public string Typed { get; init; } = "";
        public ListFilter Standard => ListFilter.Saved(Saved.FirstOrDefault(v => v.Owner == ViewOwner.Standard)?.Query ?? "");
        public IEnumerable<IGrouping<ViewOwner, ListView>> Groups => Saved.Where(v => v.Owner != ViewOwner.Standard).GroupBy(v => v.Owner).OrderBy(g => g.Key);
    }

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/lists/{code}/views", (string code, HttpContext http, ShowViews slice, CancellationToken cancel) => slice.ShowAsync(code, http.Request.Query, cancel));

    private async Task<IResult> ShowAsync(string code, IQueryCollection query, CancellationToken cancel)
    {
        var (filter, refusal) = ListFilter.Read(query, page.Reference);
        return refusal is null ? await AgainAsync(code, filter, new Problems(), "", cancel) : new Refused(refusal);
    }

    /// <summary>The page, with what is wrong.</summary>
    public async Task<IResult> AgainAsync(string code, ListFilter filter, Problems problems, string typed, CancellationToken cancel)
    {
        if (await db.Lists.AsNoTracking().IgnoreAutoIncludes().Where(l => l.Code == code).Select(l => l.Title).SingleOrDefaultAsync(cancel) is not { } title) return TypedResults.NotFound();
        var saved = await db.ListViews.AsNoTracking().VisibleTo(actor).OrderBy(v => v.Order).ToListAsync(cancel);
        return new RazorComponentResult<ViewsPage>(new { View = new View(code, title, filter, saved, actor) { Problems = problems, Typed = typed } }) { StatusCode = problems.Any ? 422 : 200 };
    }
}
