using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Data;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Lists;

/// <summary>Every list of the region with where its items stand, newest first.</summary>
public sealed class ShowLists(TwinHubDb db, Standings standings)
{
    public sealed record View(IReadOnlyList<ListStanding> Lists);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/lists", (ShowLists slice, CancellationToken cancel) => slice.ShowAsync(cancel));

    private async Task<RazorComponentResult<ListsPage>> ShowAsync(CancellationToken cancel)
    {
        var codes = await db.Lists.AsNoTracking().OrderByDescending(l => l.Starts).Select(l => l.Code).ToListAsync(cancel);
        var lists = new List<ListStanding>();
        foreach (var code in codes)
        {
            if (await standings.OfListAsync(code, cancel) is { } standing) lists.Add(standing);
        }

        return new RazorComponentResult<ListsPage>(new { View = new View(lists) });
    }
}
