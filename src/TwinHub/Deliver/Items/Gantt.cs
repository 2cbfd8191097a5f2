using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Items;

/// <summary>The time axis of an item's milestones: ◇ baseline, ◆ actual in the party's colour, ● P50 with whisker to P80, a line for today.</summary>
public sealed class Gantt
{
    private const int Width = 560, MostLabels = 14;
    private readonly DateOnly from, to, today;

    public Gantt(ItemView view)
    {
        today = view.Standing.Run.DataDate;
        var days = view.Milestones.SelectMany(m => new[] { m.Milestone.Baseline, m.Finish ?? today, m.Outlook?.P80 ?? today }).Append(view.Item.Due).Append(today).ToList();
        (from, to) = (First(days.Min()), First(days.Max()).AddMonths(1));
    }

    public MarkupString Head(Page page)
    {
        var months = Months().ToList();
        var every = Math.Max(1, (months.Count + MostLabels - 1) / MostLabels);
        var svg = new StringBuilder($"""<svg class="gt" viewBox="0 0 {Width} 16" aria-hidden="true">""");
        foreach (var month in months.Where((_, i) => i % every == 0)) svg.Append(CultureInfo.InvariantCulture, $"""<text class="s" x="{X(month) + 4:0.#}" y="12">{Marks.Encode(page.Forms.MonthMark(month))}</text>""");
        return new(svg.Append("</svg>").ToString());
    }

    public MarkupString Row(MilestoneLine line, string color, Page page, int year)
    {
        var (m, b) = (line.Milestone, X(line.Milestone.Baseline));
        var svg = new StringBuilder($"""<svg class="gt" viewBox="0 0 {Width} 28" role="img" aria-label="{Marks.Encode(Label(line, page, year))}"><path class="ax" d="{string.Concat(Months().Select(d => $"M{N(X(d))} 0V28"))}"/><path class="now" d="M{N(X(today))} 0V28"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<path class="base" d="M{N(b)} 8l6 6l-6 6l-6 -6Z"/>""");
        if (m.Actual is { } actual) svg.Append(CultureInfo.InvariantCulture, $"""<path class="ax0" d="M{N(b)} 14H{N(X(actual))}"/><path class="done {color}" d="M{N(X(actual))} 7l7 7l-7 7l-7 -7Z"/>""");
        else if (line.Outlook is { } o) svg.Append(CultureInfo.InvariantCulture, $"""<path class="pen" d="M{N(X(o.P50))} 14H{N(X(o.P80))}M{N(X(o.P80))} 9V19"/><circle class="pen-f" cx="{N(X(o.P50))}" cy="14" r="5"/>""");
        return new(svg.Append("</svg>").ToString());
    }

    private static string Label(MilestoneLine line, Page page, int year)
    {
        var baseline = page.Forms.ShortDay(line.Milestone.Baseline, year);
        return line.Milestone.Actual is { } actual ? page.Say("item.g.actual", baseline, page.Forms.ShortDay(actual, year))
            : line.Outlook is { } o ? page.Say("item.g.forecast", baseline, page.Forms.ShortDay(o.P50, year), page.Forms.ShortDay(o.P80, year))
            : page.Say("item.g.baseline", baseline);
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private IEnumerable<DateOnly> Months()
    {
        for (var month = from; month < to; month = month.AddMonths(1)) yield return month;
    }

    private double X(DateOnly day) => Width * (day.DayNumber - from.DayNumber) / (double)(to.DayNumber - from.DayNumber);

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
