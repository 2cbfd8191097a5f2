using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Parties;
using TwinHub.Core.Projects;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Data.Standing;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Projects;

/// <summary>One project: facts, conflicting figures, plan and completion by party and month, the items that refer to it, its line.</summary>
public sealed class ShowProject(TwinHubDb db, RegionMaps maps, Page page, Actor actor)
{
    public sealed record View(Project Project, ProjectYearStanding? Year, IReadOnlyList<ItemRow> Items, MapDrawing? Map)
    {
        /// <summary>Null: no plan, or no month, is in the record.</summary>
        public required ChartLines? Chart { get; init; }
        public required IReadOnlyList<Step> Steps { get; init; }
    }

    /// <summary>An item that refers to the project, as the reader may see it.</summary>
    public sealed record ItemRow(string Code, LocalText Title, DateOnly Due, bool Sample);

    /// <summary>A milestone of the project.</summary>
    public sealed record Step(string Code, LocalText Name, string? Party, DateOnly Baseline, DateOnly? Actual, bool Sample);

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/projects/{code}", (string code, ShowProject slice, CancellationToken cancel) => slice.ShowAsync(code, cancel));

    private async Task<IResult> ShowAsync(string code, CancellationToken cancel)
    {
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel) ?? throw new NotFoundException("project", code);
        var items = await db.Items.AsNoTracking().VisibleTo(actor).Where(i => i.Refs.Any(r => r.Kind == RefKind.Project && r.Ref == code)).OrderBy(i => i.Code)
            .Select(i => new ItemRow(i.Code, i.Title, i.Due, i.Sample)).ToListAsync(cancel);
        var steps = await db.Milestones.AsNoTracking().Where(m => m.Project == code).OrderBy(m => m.Order)
            .Select(m => new Step(m.Code, m.Name, m.Party, m.Baseline, m.Actual, m.Sample)).ToListAsync(cancel);
        var year = ProjectYearStanding.Of(project, page.Today.Day);
        return new RazorComponentResult<ProjectPage>(new { View = new View(project, year, items, await DrawAsync(project, cancel)) { Chart = year is null ? null : Chart(project, year), Steps = steps } });
    }

    private async Task<MapDrawing?> DrawAsync(Project project, CancellationToken cancel)
    {
        var geometry = await maps.GetAsync(page.Reference, cancel);
        var areas = project.Areas.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(a => geometry.Outlined(a) is not null).ToList();
        if (areas.Count == 0 && !geometry.Courses.Contains(project.Code)) return null;
        var state = ProjectYearStanding.StateOf(project, page.Today.Day, page.Region);
        return DrawMap.Of(geometry, new() { Projects = [new(project.Code, project.Name, state)], Hatched = areas, LookAtAreas = areas, LookAtProjects = [project.Code] }, page.Lang);
    }

    /// <summary>Done since January by party, and the plan of each as an even line to December.</summary>
    private ChartLines? Chart(Project project, ProjectYearStanding year)
    {
        if (year.Month == 0) return null;
        var months = Enumerable.Range(1, 12).ToList();
        var done = project.Months.Where(m => m.Year == year.Year && m.Month <= year.Month).ToDictionary(m => (m.Party, m.Month), m => m.Done);
        var lines = year.Parties.Select(p => new ChartLine(page.Party(p.Party), "p" + page.Order(p.Party), [.. months.Select(m => Amount(done.TryGetValue((p.Party, m), out var d) ? d : null))]))
            .Concat(year.Parties.Select(p => new ChartLine(page.Say("projects.plan-of", page.Party(p.Party)), "plan", [.. months.Select(m => Amount(p.Plan * m / 12))])));
        return new([.. months.Select(m => page.Forms.Number(m))], [.. months.Select(m => (decimal)m)], [.. lines], fromZero: true);
    }

    private decimal? Amount(decimal? hundredMillions) => hundredMillions * page.Forms.MoneyFactor;
}
