using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using TwinHub.Data.Standing;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Overview;

/// <summary>The small drawings of the overview.</summary>
internal static class OverviewCharts
{
    private const int Width = 500, Height = 250, Left = 30, Right = 104, Bottom = 24, Top = 14, StepDays = 2, MostLabels = 8;

    /// <summary>One symbol an item, each a link to it.</summary>
    public static MarkupString Marks(IEnumerable<ItemStanding> items, Page page)
    {
        var marks = new StringBuilder();
        foreach (var item in items)
        {
            var name = Web.Shared.Marks.Encode($"{item.Code} {page.In(item.Title)} {page["ItemState." + item.State]}");
            marks.Append("<a href=\"").Append(page.To("items/" + item.Code)).Append("\" title=\"").Append(name).Append("\" aria-label=\"").Append(name).Append("\">").Append(Web.Shared.Marks.Glyph(Glyph.Of(item.State))).Append("</a>");
        }

        return new(marks.ToString());
    }

    /// <summary>The chance to be in time on a line from 0 to 100 %.</summary>
    public static MarkupString Chance(ItemOutlook outlook, Page page)
    {
        var (x, percent) = (4 + (outlook.OnTime * 112), outlook.OnTime < 0.01 ? page["overview.p.under"] : outlook.OnTime > 0.99 ? page["overview.p.over"] : page.Forms.Percent((decimal)Math.Round(outlook.OnTime * 100)));
        return new(string.Create(CultureInfo.InvariantCulture, $"""<svg width="120" height="18" viewBox="0 0 120 18" aria-hidden="true"><path class="ax" d="M4 9H116"/><path class="pen" d="M4 9H{x:0.#}"/><circle class="pen-f" cx="{x:0.#}" cy="9" r="5"/></svg><small>{Web.Shared.Marks.Encode(percent)}</small>"""));
    }

    public static IEnumerable<DateOnly> MonthEnds(ListStanding standing)
    {
        for (var month = new DateOnly(standing.List.Starts.Year, standing.List.Starts.Month, 1); month <= standing.List.Ends; month = month.AddMonths(1)) yield return month.AddMonths(1).AddDays(-1);
    }

    /// <summary>Items completed, cumulative: ink what was, dotted the plan, pen the forecast with its band from P10 to P90.</summary>
    public static MarkupString Completed(ListStanding standing, Finishes f, Page page)
    {
        var frame = new Frame(standing.List.Starts, standing.List.Ends, Math.Max(f.Planned, f.High(standing.List.Ends)));
        var (ends, today) = (standing.List.Ends, f.Today < standing.List.Ends ? f.Today : standing.List.Ends);
        var label = page.Say("overview.done-label", f.Actual(today), today, f.Likely(ends), f.Low(ends), f.High(ends), ends, f.Plan(ends));
        var svg = new StringBuilder($"""<svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{Web.Shared.Marks.Encode(label)}">""");
        frame.Grid(svg, page);
        if (today < ends) svg.Append(CultureInfo.InvariantCulture, $"""<path class="band" d="{frame.Line(f.High, today, ends)}{frame.Back(f.Low, today, ends)}Z"/><path class="pen w2" d="{frame.Line(f.Likely, today, ends)}"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<path class="plan" d="{frame.Steps(f.Plan, standing.List.Starts, ends)}"/><path class="act" d="{frame.Steps(f.Actual, standing.List.Starts, today)}"/><path class="now" d="M{frame.X(today)} {Top}V{Height - Bottom}"/>""");
        svg.Append(Frame.Text("s", (frame.X(today), -5, Top + 8), page.Say("overview.chart.until", page.Forms.ShortDay(today, ends.Year))));
        svg.Append(Frame.Text("h halo", (frame.X(today), -6, frame.Height(f.Actual(today)) - 8), page.Say("overview.chart.actual", f.Actual(today))));
        frame.Labels(svg, [(f.Plan(ends), page.Say("overview.chart.plan", f.Plan(ends)), "s"), (f.Likely(ends), page.Say("overview.chart.p50", f.Likely(ends)), "h pt-t"), (f.Sure(ends), page.Say("overview.chart.p80", f.Sure(ends)), "pt-t")]);
        return new(svg.Append("</svg>").ToString());
    }

    /// <summary>The frame of the chart: days across, items up, from 0.</summary>
    private sealed class Frame(DateOnly from, DateOnly to, int most)
    {
        private readonly int tick = most switch { <= 10 => 2, <= 30 => 5, <= 60 => 10, <= 150 => 20, <= 400 => 50, <= 1500 => 200, _ => 2000 };

        public string X(DateOnly day) => N(Left + ((Width - Left - Right) * (day.DayNumber - from.DayNumber) / (double)Math.Max(1, to.DayNumber - from.DayNumber)));

        public double Height(int count) => OverviewCharts.Height - Bottom - ((OverviewCharts.Height - Bottom - Top) * count / (double)Math.Max(1, most));

        public string Steps(Func<DateOnly, int> count, DateOnly first, DateOnly last)
        {
            var (line, at) = (new StringBuilder($"M{X(first)} {N(Height(count(first)))}"), count(first));
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (count(day) is var now && now != at) line.Append('H').Append(X(day)).Append('V').Append(N(Height(at = now)));
            }

            return line.Append('H').Append(X(last)).ToString();
        }

        public string Line(Func<DateOnly, int> count, DateOnly first, DateOnly last) => "M" + string.Join('L', Points(count, first, last));

        public string Back(Func<DateOnly, int> count, DateOnly first, DateOnly last) => "L" + string.Join('L', Points(count, first, last).Reverse());

        public void Grid(StringBuilder svg, Page page)
        {
            for (var n = 0; n <= most; n += tick) svg.Append(CultureInfo.InvariantCulture, $"""<path class="{(n == 0 ? "ax0" : "ax")}" d="M{Left} {N(Height(n))}H{Width - Right}"/><text class="s" x="{Left - 6}" y="{N(Height(n) + 4)}" text-anchor="end">{n}</text>""");
            foreach (var (at, month, year) in MonthLabels.Between(new(from.Year, from.Month, 1), to.AddDays(1), MostLabels)) svg.Append(CultureInfo.InvariantCulture, $"""<text class="s" x="{X(at)}" y="{OverviewCharts.Height - 7}" text-anchor="middle">{(year ? $"{month.Year}" : Web.Shared.Marks.Encode(page.Forms.MonthMark(month)))}</text>""");
        }

        /// <summary>A text that ends left of its point, or begins right of it.</summary>
        public static string Text(string style, (string X, int Right, double Y) at, string text) =>
            $"""<text class="{style}" x="{at.X}" dx="{at.Right}" y="{N(at.Y)}" text-anchor="{(at.Right < 0 ? "end" : "start")}">{Web.Shared.Marks.Encode(text)}</text>""";

        /// <summary>Labels at the right end, the highest first, each at least a line below the one above.</summary>
        public void Labels(StringBuilder svg, IEnumerable<(int Count, string Text, string Style)> labels)
        {
            var above = double.NegativeInfinity;
            foreach (var (count, text, style) in labels.OrderByDescending(l => l.Count))
            {
                above = Math.Max(Height(count) + 4, above + 15);
                svg.Append(Text(style, ($"{Width - Right}", 6, above), text));
            }
        }

        private IEnumerable<string> Points(Func<DateOnly, int> count, DateOnly first, DateOnly last)
        {
            for (var day = first; day < last; day = day.AddDays(StepDays)) yield return $"{X(day)} {N(Height(count(day)))}";
            yield return $"{X(last)} {N(Height(count(last)))}";
        }

        private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
    }
}
