using System.Globalization;
using Microsoft.AspNetCore.Components;
using TwinHub.Core.Items;
using TwinHub.Core.Rounds;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Items;

/// <summary>One party's percents round by round against the elapsed share (dotted).</summary>
internal static class Spark
{
    private const int Step = 44, Left = 4, Bottom = 44;
    private const decimal Scale = 0.4m; // pixels a percent

    public static MarkupString Of(ItemView view, string party, Page page)
    {
        var list = view.Standing.List;
        var rounds = view.Standing.Rounds.ToList();
        var said = rounds.ConvertAll(r => view.Of(r, party).FirstOrDefault(s => s.State == ReportState.Released)?.Percent);
        if (rounds.Count == 0 || said.TrueForAll(p => p is null)) return default;
        var share = rounds.ConvertAll(r => (decimal?)Progress.Share(list.Starts, view.Item.Due, r.Closes < view.Standing.Run.DataDate ? r.Closes : view.Standing.Run.DataDate));
        var (last, width) = (said.FindLastIndex(p => p is not null), Left + (Step * (rounds.Count - 1)) + 96);
        var label = page.Say("item.spark", page.Party(party), page.Forms.Join(rounds.Select((r, i) => page.Forms.ShortMonth(r.Period) + " " + page.Forms.Percent(said[i]))));
        var near = Math.Abs(Y(said[last]!.Value) - Y(share[^1]!.Value)) < 12;
        return new($"""
            <svg class="sk p{page.Order(party)}" width="{width}" height="56" viewBox="0 0 {width} 56" role="img" aria-label="{Marks.Encode(label)}"><path class="plan" d="{Path(share)}"/><path class="own-l" d="{Path(said)}"/><circle class="own-f" cx="{X(last)}" cy="{N(Y(said[last]!.Value))}" r="3.6"/>
            <text class="s" x="{X(rounds.Count - 1) + 8}" y="{N(Y(share[^1]!.Value) + (near ? -3 : 4))}">{Marks.Encode(page.Say("item.spark-share", page.Forms.Percent(share[^1], 0)))}</text><text class="s" x="{X(rounds.Count - 1) + 8}" y="{N(Y(said[last]!.Value) + (near ? 11 : 4))}">{page.Forms.Percent(said[last])}</text></svg>
            """);
    }

    /// <summary>A line through what is known; a round without a percent breaks it.</summary>
    private static string Path(List<decimal?> percents) =>
        string.Concat(percents.Select((p, i) => p is { } known ? $"{(i > 0 && percents[i - 1] is not null ? 'L' : 'M')}{X(i)} {N(Y(known))}" : ""));

    private static int X(int round) => Left + (Step * round);

    private static decimal Y(decimal percent) => Bottom - (Scale * percent);

    private static string N(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
