using System.Globalization;
using TwinHub.Core.Projects;

namespace TwinHub.Deliver.Projects;

/// <summary>One published figure of a yearly project list, with what follows from it by calculation beside what was published.</summary>
public sealed record ListProgress(ProjectListFigure Figure)
{
    private const decimal Months = 12;

    /// <summary>Elapsed share, months/12 in percent, where the figure is as of a month; null: it is not.</summary>
    public decimal? Share => Figure.AsOf.Length == 7 && int.TryParse(Figure.AsOf.AsSpan(5), CultureInfo.InvariantCulture, out var month) && month is > 0 and <= 12 ? 100 * month / Months : null;

    /// <summary>Published percent less the share, in points.</summary>
    public decimal? Lead => Figure.Percent - Share;

    /// <summary>The published lead and the calculated one differ by more than rounding.</summary>
    public bool Differs => Figure.Lead is { } said && Lead is { } made && Math.Abs(said - made) > 0.15m;

    /// <summary>Plan that the published amount and percent lead back to, in 100 million.</summary>
    public decimal? ImpliedPlan => Figure is { Done: { } done, Percent: > 0 } ? Math.Round(done * 100 / Figure.Percent!.Value) : null;

    public bool IsProgress => Figure.Percent is not null || Figure.Done is not null;
}

/// <summary>A yearly list: the plans published for it side by side, and its progress in order of time.</summary>
/// <param name="Plans">Totals and plans of the whole list, as published; more than one where sources differ.</param>
/// <param name="Progress">Newest last.</param>
/// <param name="Parts">Figures of categories.</param>
public sealed record YearlyList(string Code, Core.LocalText Title, IReadOnlyList<ProjectListFigure> Plans, IReadOnlyList<ListProgress> Progress, IReadOnlyList<ProjectListFigure> Parts)
{
    private const string Whole = "all";

    /// <summary>Newest list first.</summary>
    public static IReadOnlyList<YearlyList> Of(IEnumerable<ProjectListFigure> figures) =>
        [.. figures.GroupBy(f => f.List).Select(Of).OrderByDescending(l => l.Last, StringComparer.Ordinal).ThenBy(l => l.Code, StringComparer.Ordinal)];

    /// <summary>The latest figure with a percent.</summary>
    public ListProgress? Latest => Progress.LastOrDefault(p => p.Figure.Percent is not null);

    public int? Projects => Plans.Concat(Progress.Select(p => p.Figure)).Select(f => f.Projects).FirstOrDefault(n => n is not null);

    private string Last => Plans.Concat(Progress.Select(p => p.Figure)).Concat(Parts).Max(f => f.AsOf) ?? "";

    private static YearlyList Of(IGrouping<string, ProjectListFigure> list)
    {
        var whole = list.Where(f => f.Category == Whole).OrderBy(f => f.AsOf, StringComparer.Ordinal).ToLookup(f => new ListProgress(f).IsProgress);
        var parts = list.Where(f => f.Category != Whole).OrderBy(f => f.AsOf, StringComparer.Ordinal).ThenByDescending(f => f.Total);
        return new(list.Key, list.First().Title, [.. whole[false]], [.. whole[true].Select(f => new ListProgress(f))], [.. parts]);
    }
}
