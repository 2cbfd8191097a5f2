using TwinHub.Core.Projects;
using TwinHub.Web;

namespace TwinHub.Deliver.Projects;

/// <summary>The register as a file: what it is, as of when and with which filter; then a row a project, each with its source.</summary>
internal static class ProjectsCsv
{
    public static CsvFile Of(IReadOnlyList<Project> projects, ProjectFilter filter, Page page)
    {
        var file = new CsvFile($"{page.Region.Code}-projects.csv");
        file.Add(page["projects.title"], page.In(page.Region.Name));
        file.Add(page["csv.as-of"], page.Today.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        file.Add(page["csv.filter"], filter.ToQuery().TrimStart('?'));
        file.Add(page["csv.unit"], page["csv.hundred-million"] + page.Region.Currency);
        file.Add(page["csv.sample"], page.In(page.Region.SampleNote));
        file.Add();
        file.Add([.. Columns.Select(c => page["projects.csv." + c])]);
        foreach (var project in projects) file.Add(Row(project, page));
        return file;
    }

    private static readonly string[] Columns = ["code", "name", "type", "theme", "parties", "areas", "total", "total-as-of", "km", "starts", "planned", "actual", "status", "status-as-of", "stage", "facts", "conflict", "source", "sample"];

    private static object?[] Row(Project p, Page page) =>
    [
        p.Code, page.In(p.Name), page.Named("ProjectType", p.Type), page.ThemeName(p.Theme), page.Forms.Join(p.Parties.Split(';').Select(page.Party)), p.Areas, p.Total, TotalBasis.Say(page, p.TotalAsOf), p.LengthKm,
        p.Starts, p.PlannedFinish, p.ActualFinish, page.Named("ProjectStatus", p.Status), p.StatusAsOf, p.Stage is null ? null : page.Named("ProjectStage", p.Stage),
        page.In(p.Facts), page.In(p.Conflict), p.Source, p.Sample ? page["sample"] : null,
    ];
}
