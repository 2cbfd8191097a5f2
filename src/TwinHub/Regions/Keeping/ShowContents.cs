using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Data;

namespace TwinHub.Regions.Keeping;

/// <summary>What the region's data hold, kind by kind, with where they are from: what was loaded and what has come since.</summary>
public sealed class ShowContents(TwinHubDb db)
{
    /// <param name="Kind">Word of the kind, <c>contents.</c> before it.</param>
    /// <param name="Rows">How many there are.</param>
    /// <param name="Sample">How many are made up.</param>
    /// <param name="Sources">Sources named by the others, most used first.</param>
    public sealed record Line(string Kind, int Rows, int Sample, IReadOnlyList<(string Source, int Rows)> Sources);

    public sealed record View(IReadOnlyList<Line> Lines);

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/region", async (ShowContents slice, CancellationToken cancel) =>
        new RazorComponentResult<ContentsPage>(new { View = new View(await slice.HandleAsync(cancel)) }));

    public async Task<IReadOnlyList<Line>> HandleAsync(CancellationToken cancel) =>
    [
        await LineAsync("areas", db.Areas.Select(a => new From { Source = a.Source, Sample = false }), cancel),
        await LineAsync("zones", db.Zones.Select(z => new From { Source = z.Source, Sample = z.Sample }), cancel),
        await LineAsync("units", db.Organizations.Select(o => new From { Source = o.Source, Sample = o.Sample }), cancel),
        await LineAsync("themes", db.Classifications.Select(c => new From { Source = c.Source, Sample = c.Sample }), cancel),
        await LineAsync("calendar", db.CalendarDays.Select(d => new From { Source = d.Notice, Sample = false }), cancel),
        await LineAsync("bodies", db.Bodies.Select(b => new From { Source = b.Source, Sample = b.Sample }), cancel),
        await LineAsync("meetings", db.Meetings.Select(m => new From { Source = m.Source, Sample = m.Sample }), cancel),
        await LineAsync("lists", db.Lists.Select(l => new From { Source = l.Source, Sample = l.Sample }), cancel),
        await LineAsync("projects", db.Projects.Select(p => new From { Source = p.Source, Sample = p.Sample }), cancel),
        await LineAsync("indicators", db.Indicators.Select(i => new From { Source = i.Source, Sample = i.Sample }), cancel),
        await LineAsync("observations", db.Observations.Select(o => new From { Source = o.Source, Sample = o.Sample }), cancel),
        await LineAsync("terms", db.Terms.Select(t => new From { Source = t.Source, Sample = false }), cancel),
    ];

    private sealed class From
    {
        public string? Source { get; init; }
        public bool Sample { get; init; }
    }

    private static async Task<Line> LineAsync(string kind, IQueryable<From> rows, CancellationToken cancel)
    {
        var counts = await rows.GroupBy(r => new { r.Source, r.Sample }).Select(g => new { g.Key.Source, g.Key.Sample, Rows = g.Count() }).ToListAsync(cancel);
        var sources = counts.Where(c => !c.Sample && c.Source is not null).Select(c => (c.Source!, c.Rows)).OrderByDescending(c => c.Rows).ThenBy(c => c.Item1, StringComparer.Ordinal).ToList();
        return new(kind, counts.Sum(c => c.Rows), counts.Where(c => c.Sample).Sum(c => c.Rows), sources);
    }
}
