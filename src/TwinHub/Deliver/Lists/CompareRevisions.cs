using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http.HttpResults;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Data;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Lists;

/// <summary>Any two revisions of a list: what was added, dropped, carried over, re-dated, re-led, rescoped, rebased, and why.</summary>
public sealed class CompareRevisions(TwinHubDb db, Standings standings)
{
    /// <param name="Milestones">Names of the milestones whose baseline moved, by code.</param>
    public sealed record View(ListStanding Standing, ListRevision From, ListRevision To, IReadOnlyDictionary<string, LocalText> Milestones)
    {
        public ItemList List => Standing.List;
        public required IReadOnlyList<ComparedRow> Rows { get; init; }
        /// <summary>Items carried over to the next list between the two revisions; they stay in the rows until the list closes.</summary>
        public required IReadOnlyList<Item> Carried { get; init; }
    }

    /// <summary>One difference with its reasons, in the order of the revisions that gave them.</summary>
    public sealed record ComparedRow(RowDifference Difference, IReadOnlyList<LocalText> Reasons)
    {
        public RevisionRow Row => Difference.After ?? Difference.Before!;
    }

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/lists/{code}/compare",
        (string code, int? from, int? to, CompareRevisions slice, CancellationToken cancel) => slice.ShowAsync(code, (from, to), cancel));

    private async Task<IResult> ShowAsync(string code, (int? From, int? To) numbers, CancellationToken cancel)
    {
        if (await standings.OfListAsync(code, cancel) is not { } standing) return TypedResults.NotFound();
        var revisions = standing.List.Revisions.OrderBy(r => r.Number).ToList();
        if (revisions.Count == 0) return TypedResults.NotFound();
        var to = revisions.Find(r => r.Number == (numbers.To ?? revisions[^1].Number));
        var from = revisions.Find(r => r.Number == (numbers.From ?? Math.Max(revisions[0].Number, (to?.Number ?? 1) - 1)));
        if (from is null || to is null) return new Refused(Refusal.Of("request.parameter", from is null ? "from" : "to"));
        return new RazorComponentResult<ComparePage>(new { View = await ReadAsync(standing, from, to, cancel) });
    }

    private async Task<View> ReadAsync(ListStanding standing, ListRevision from, ListRevision to, CancellationToken cancel)
    {
        var differences = Comparison.Of(from, to).Where(d => !standing.Withheld.Contains(d.Item)).ToList();
        var moved = differences.Where(d => d.Difference == Difference.Rebased).SelectMany(d => Moved(d).Select(m => m.Milestone)).Distinct().ToList();
        var names = moved.Count == 0 ? [] : await db.Milestones.AsNoTracking().Where(m => moved.Contains(m.Code)).ToDictionaryAsync(m => m.Code, m => m.Name, cancel);
        var (first, last) = from.Number < to.Number ? (from, to) : (to, from);
        return new(standing, from, to, names)
        {
            Rows = [.. differences.Select(d => new ComparedRow(d, Reasons(d, standing.List, first, last)))],
            Carried = [.. standing.Items.Select(i => i.Item).Where(i => i.End == ItemEnd.Carried && i.EndedOn > first.Date && (i.EndedOn <= last.Date || last == standing.List.Adopted))],
        };
    }

    /// <summary>The baselines that moved in a row: milestone, before, after; a milestone that one side lacks has no day there.</summary>
    public static IEnumerable<(string Milestone, DateOnly? Before, DateOnly? After)> Moved(RowDifference difference)
    {
        var (before, after) = (Read(difference.Before), Read(difference.After));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(code => (code, before.TryGetValue(code, out var b) ? b : (DateOnly?)null, after.TryGetValue(code, out var a) ? a : (DateOnly?)null)).Where(m => m.Item2 != m.Item3);

        static Dictionary<string, DateOnly> Read(RevisionRow? row) => (Rows.ReadBaselines(row?.Baselines ?? "") ?? []).ToDictionary(b => b.Milestone, b => b.Baseline);
    }

    /// <summary>A dropped item says why it ended; every other row what the revisions between say of it, or else their common ground.</summary>
    private static List<LocalText> Reasons(RowDifference difference, ItemList list, ListRevision first, ListRevision last)
    {
        if (difference.Difference == Difference.Dropped && list.Find(difference.Item) is { EndReason.IsEmpty: false } dropped) return [dropped.EndReason];
        var between = list.Revisions.Where(r => r.Number > first.Number && r.Number <= last.Number).OrderBy(r => r.Number).ToList();
        var own = between.SelectMany(r => r.Rows.Where(row => row.Item == difference.Item && !row.Reason.IsEmpty).Select(row => row.Reason)).Distinct().ToList();
        return own.Count > 0 ? own : [.. between.Where(r => r.Rows.Any(row => row.Item == difference.Item)).Select(r => r.Ground).Where(g => !g.IsEmpty).Take(1)];
    }
}
