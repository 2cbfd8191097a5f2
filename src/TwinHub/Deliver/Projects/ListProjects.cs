using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Projects;
using TwinHub.Data;
using TwinHub.Data.Maps;
using TwinHub.Data.Standing;
using TwinHub.Web;

namespace TwinHub.Deliver.Projects;

/// <summary>The register of projects, their map, the published progress of the yearly lists, and this year's plan by party.</summary>
public sealed class ListProjects(TwinHubDb db, RegionMaps maps, Page page)
{
    /// <param name="All">Every project, for the choices of the filter.</param>
    /// <param name="Rows">Those that the filter lets through.</param>
    public sealed record View(ProjectFilter Filter, IReadOnlyList<Project> All, IReadOnlyList<ProjectRow> Rows, IReadOnlyList<YearlyList> Lists, MapDrawing Map)
    {
        public IEnumerable<ProjectRow> Planned => Rows.Where(r => r.Year is not null);
        /// <summary>The newest list with a published percent.</summary>
        public YearlyList? Telling => Lists.FirstOrDefault(l => l.Latest is not null);
        public string? KeyOf(string project) => Map.Lines.FirstOrDefault(l => l.Project.Code == project)?.Key;
    }

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/projects", (HttpContext http, ListProjects slice, CancellationToken cancel) => slice.ShowAsync(http, cancel));
        pages.MapGet("/projects.csv", (HttpContext http, ListProjects slice, CancellationToken cancel) => slice.DownloadAsync(http, cancel));
    }

    private async Task<IResult> ShowAsync(HttpContext http, CancellationToken cancel)
    {
        var (filter, refusal) = ProjectFilter.Read(http.Request.Query, page.Reference);
        if (refusal is not null) return new Refused(refusal);
        var all = await AllAsync(cancel);
        var figures = await db.ProjectListFigures.AsNoTracking().ToListAsync(cancel);
        var zones = await db.Zones.AsNoTracking().Where(z => z.Number != null || z.Kind == "central_area").ToListAsync(cancel);
        var rows = all.Where(filter.Fits).Select(p => new ProjectRow(p, ProjectYearStanding.Of(p, page.Today.Day))).ToList();
        var layers = new MapLayers
        {
            Projects = [.. rows.Select(r => new MapProject(r.Project.Code, r.Project.Name, ProjectYearStanding.StateOf(r.Project, page.Today.Day, page.Region)))],
            Zones = [.. zones.Where(z => z.Number is not null)],
            Hatched = [.. zones.Where(z => z.Kind == "central_area").SelectMany(z => z.Members).Select(m => m.Area)],
        };
        var map = DrawMap.Of(await maps.GetAsync(page.Reference, cancel), layers, page.Lang);
        return new RazorComponentResult<ProjectsPage>(new { View = new View(filter, all, rows, YearlyList.Of(figures), map) });
    }

    private async Task<IResult> DownloadAsync(HttpContext http, CancellationToken cancel)
    {
        var (filter, refusal) = ProjectFilter.Read(http.Request.Query, page.Reference);
        return refusal is not null ? new Refused(refusal) : ProjectsCsv.Of([.. (await AllAsync(cancel)).Where(filter.Fits)], filter, page);
    }

    /// <summary>In the order of themes, then as in the pack's codes.</summary>
    private async Task<List<Project>> AllAsync(CancellationToken cancel)
    {
        var order = page.Reference.Scheme("theme").Select((c, i) => (c.Code, i)).ToDictionary(c => c.Code, c => c.i);
        var all = await db.Projects.AsNoTracking().ToListAsync(cancel);
        return [.. all.OrderBy(p => order.GetValueOrDefault(p.Theme, int.MaxValue)).ThenByDescending(p => p.Total ?? 0).ThenByDescending(p => p.Years.Sum(y => y.Plan)).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }
}

/// <summary>A project and its standing against the plan of its latest year.</summary>
public sealed record ProjectRow(Project Project, ProjectYearStanding? Year);
