using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using TwinHub.Data.Standing;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Lists;

/// <summary>The axis of the small marks of a register: ┃ due, ● P50, whisker to P80, from this month to a quarter after the list's end.</summary>
public sealed class DueAxis
{
    private const int Width = 116, Inset = 8, MonthsAfter = 3, MostLabels = 6;
    private readonly DateOnly from, to, ends;

    public DueAxis(DateOnly today, DateOnly ends)
    {
        var first = today < ends ? today : ends;
        (from, this.ends) = (new(first.Year, first.Month, 1), ends);
        to = new DateOnly(ends.Year, ends.Month, 1).AddMonths(1 + MonthsAfter);
    }

    /// <summary>The head: months as figures, the word where a year begins and at the left.</summary>
    public MarkupString Head(Page page)
    {
        var svg = new StringBuilder($"""<svg class="dm" width="{Width}" height="12" viewBox="0 0 {Width} 12" aria-hidden="true">""");
        foreach (var (at, month, year) in MonthLabels.Between(from, to, MostLabels))
        {
            var text = year ? month.Year.ToString(CultureInfo.InvariantCulture) : month == from || month.Month == 1 ? page.Forms.MonthMark(month) : month.Month.ToString(CultureInfo.InvariantCulture);
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="s" x="{X(at)}" y="10" text-anchor="middle">{Marks.Encode(text)}</text>""");
        }

        return new(svg.Append("</svg>").ToString());
    }

    public MarkupString Mark(ItemStanding item, Page page, int year)
    {
        if (!item.Item.IsOpen) return default;
        var (due, mark) = (X(item.Due), Glyph.Of(item.State));
        var svg = new StringBuilder($"""<svg class="dm" width="{Width}" height="16" viewBox="0 0 {Width} 16" role="img" aria-label="{Marks.Encode(Label(item, page, year))}"><path class="ax" d="M{X(ends)} 0V16"/>""");
        if (item.Outlook is { } o) svg.Append(CultureInfo.InvariantCulture, $"""<path class="st{mark}" d="M{X(o.P50)} 8H{X(o.P80)}M{X(o.P80)} 4.5V11.5"/><circle class="f{mark}" cx="{X(o.P50)}" cy="8" r="3.8"/>""");
        return new(svg.Append(CultureInfo.InvariantCulture, $"""<path class="due" d="M{due} 1V15"/></svg>""").ToString());
    }

    /// <summary>Left of the axis is behind schedule; clipped at 40 points behind, 20 ahead.</summary>
    public static MarkupString LeadBar(decimal lead, string mark)
    {
        const int zero = 48;
        var width = (double)Math.Abs(Math.Clamp(lead, -40, 20)) * 1.1;
        var x = lead < 0 ? zero - width : zero;
        return new(string.Create(CultureInfo.InvariantCulture, $"""<svg width="78" height="14" viewBox="0 0 78 14" aria-hidden="true"><rect class="{(lead < 0 ? "f" + mark : "fd o")}" x="{x:0.#}" y="3" width="{width:0.#}" height="8"/><path class="ax2" d="M{zero} 0V14"/></svg>"""));
    }

    private static string Label(ItemStanding item, Page page, int year) => item.Outlook is { } o
        ? page.Say("list.mark", page.Forms.ShortDay(item.Due, year), page.Forms.ShortDay(o.P50, year), page.Forms.ShortDay(o.P80, year))
        : page.Say("list.mark-due", page.Forms.ShortDay(item.Due, year));

    private string X(DateOnly day)
    {
        var share = Math.Clamp((day.DayNumber - from.DayNumber) / (double)(to.DayNumber - from.DayNumber), 0, 1);
        return (Inset + (share * (Width - (2 * Inset)))).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
