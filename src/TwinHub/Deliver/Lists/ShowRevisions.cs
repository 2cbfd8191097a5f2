using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core.Lists;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Lists;

/// <summary>The revisions of a list with what each stands on; one with its frozen rows.</summary>
public sealed class ShowRevisions(Standings standings)
{
    /// <param name="Shown">The revision whose rows are shown; null: all revisions without rows.</param>
    public sealed record View(ListStanding Standing, IReadOnlyList<RevisionBasis> Bases, RevisionBasis? Shown)
    {
        public ItemList List => Standing.List;

        /// <summary>The rows that the reader may see, in the order of their codes.</summary>
        public IEnumerable<RevisionRow> Rows => Shown!.Revision.Rows.Where(r => !Standing.Withheld.Contains(r.Item)).OrderBy(r => r.Item, StringComparer.Ordinal);
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/lists/{code}/revisions", (string code, ShowRevisions slice, CancellationToken cancel) => slice.ShowAsync(code, null, cancel));
        pages.MapGet("/lists/{code}/revisions/{number:int}", (string code, int number, ShowRevisions slice, CancellationToken cancel) => slice.ShowAsync(code, number, cancel));
    }

    private async Task<IResult> ShowAsync(string code, int? number, CancellationToken cancel)
    {
        if (await standings.OfListAsync(code, cancel) is not { } standing) return TypedResults.NotFound();
        var bases = RevisionBasis.Of(standing);
        var shown = bases.FirstOrDefault(b => b.Revision.Number == number);
        if (number is not null && shown is null) return TypedResults.NotFound();
        return new RazorComponentResult<RevisionsPage>(new { View = new View(standing, bases, shown) });
    }
}
