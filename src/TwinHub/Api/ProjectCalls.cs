using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Projects;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>A lasting investment (重大项目). Amounts are in 100 million of the region's currency.</summary>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Parties">Codes of the parties concerned.</param>
/// <param name="Areas">Codes of the areas concerned.</param>
/// <param name="Total">Total investment, 100 million.</param>
/// <param name="TotalAsOf">When, or after what, the total was said.</param>
/// <param name="LengthKm">Kilometres.</param>
/// <param name="Starts">Year, month or day, as it is known.</param>
/// <param name="PlannedFinish">Year, month or day, as it is known.</param>
/// <param name="ActualFinish">Year, month or day, as it is known.</param>
/// <param name="StatusAsOf">When, or after what, the status was said.</param>
/// <param name="Stage">Stage in the yearly list: new, continuing, completed.</param>
/// <param name="Conflict">Conflicting published figures, side by side.</param>
/// <param name="Years">Yearly plans by party.</param>
/// <param name="Months">Done since January, by party.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ProjectJson(string Code, TextJson Name, string Type, string Theme, IReadOnlyList<string> Parties, IReadOnlyList<string> Areas, decimal? Total, string? TotalAsOf, decimal? LengthKm, string? Starts, string? PlannedFinish,
    string? ActualFinish, string Status, string? StatusAsOf, string? Stage, TextJson? Facts, TextJson? Conflict, IReadOnlyList<ProjectYearJson> Years, IReadOnlyList<ProjectMonthJson> Months, string? Source, bool Sample) : ICoded
{
    internal static ProjectJson Of(Project p) => new(p.Code, TextJson.Some(p.Name), p.Type, p.Theme, Codes(p.Parties), Codes(p.Areas), p.Total, p.TotalAsOf, p.LengthKm, p.Starts, p.PlannedFinish, p.ActualFinish, p.Status, p.StatusAsOf, p.Stage,
        TextJson.Of(p.Facts), TextJson.Of(p.Conflict), [.. p.Years.OrderBy(y => y.Year).ThenBy(y => y.Party, StringComparer.Ordinal).Select(y => new ProjectYearJson(y.Year, y.Party, y.Plan, y.Source, y.Sample))],
        [.. p.Months.OrderBy(m => m.Year).ThenBy(m => m.Month).ThenBy(m => m.Party, StringComparer.Ordinal).Select(m => new ProjectMonthJson(m.Year, m.Month, m.Party, m.Done, m.Source, m.Sample))], p.Source, p.Sample);

    private static string[] Codes(string joined) => joined.Split(';', StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Party">Code of the party.</param>
/// <param name="Plan">Planned for the year, 100 million.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ProjectYearJson(int Year, string Party, decimal Plan, string? Source, bool Sample);

/// <param name="Month">1–12.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="Done">Done since January, 100 million.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ProjectMonthJson(int Year, int Month, string Party, decimal Done, string? Source, bool Sample);

/// <summary>Projects are every party's to read.</summary>
internal sealed class ProjectCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/projects", Operation.List<ProjectJson>("projects.list", Parameter.Text("theme", "transport"), Parameter.Text("type", "rail"), Parameter.Text("status", "under_construction"), Parameter.Text("party", "north"), Parameter.Text("area", "A-N1")),
            (Call call, ProjectCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/projects/{code}", Operation.One<ProjectJson>("projects.get", Parameter.Path("code", "RING")), (Call call, ProjectCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Project> projects = db.Projects;
        if (call.Text("theme") is { } theme) projects = projects.Where(p => p.Theme == theme);
        if (call.Text("type") is { } type) projects = projects.Where(p => p.Type == type);
        if (call.Text("status") is { } status) projects = projects.Where(p => p.Status == status);
        if (call.Text("party") is { } party) projects = projects.Where(p => (";" + p.Parties + ";").Contains(";" + party + ";"));
        if (call.Text("area") is { } area) projects = projects.Where(p => (";" + p.Areas + ";").Contains(";" + area + ";"));
        return call.PageAsync(projects, p => p.Code, ProjectJson.Of, cancel);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel) ?? throw new NotFoundException("project", code);
        return call.One(ProjectJson.Of(project));
    }
}
