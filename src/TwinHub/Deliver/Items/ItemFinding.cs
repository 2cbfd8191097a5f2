using TwinHub.Core.Items;
using TwinHub.Web;

namespace TwinHub.Deliver.Items;

/// <summary>The finding of the page as a sentence, and probabilities in words.</summary>
internal static class ItemFinding
{
    public static string Of(ItemView view, Page page)
    {
        var item = view.Item;
        if (item.Item.End is { } end) return page.Say("item.f." + end, item.Item.EndedOn!.Value, item.Item.EndReason, item.Item.Successor);
        if (item.Rule == StateRule.Done) return page.Say("item.f.done", view.Standing.Run.DoneOn.GetValueOrDefault(item.Id));
        if (item.Rule == StateRule.DuePassed) return page.Say("item.f.passed", item.Due, view.Standing.Run.DataDate.DayNumber - item.Due.DayNumber) + Likely(view, page);
        if (item.Outlook is { } o) return page.Say(After(o.P50, item.Due) ? "item.f.late" : After(o.P80, item.Due) ? "item.f.risk" : "item.f.ok", o.P50, Days(o.P50, item.Due), o.P80, Days(o.P80, item.Due));
        return item.Lead is { } lead ? page.Say(lead < 0 ? "item.f.behind" : "item.f.ahead", page.Forms.Number(Math.Abs(lead), 1)) : page["item.f.unknown"];
    }

    /// <summary>38%, "less than 1%", "more than 99%", each with its word.</summary>
    public static string Chance(double chance, Page page)
    {
        var percent = chance < 0.01 ? page["item.p.under"] : chance > 0.99 ? page["item.p.over"] : page.Forms.Percent((decimal)Math.Round(100 * chance));
        return page.Say("item.p", percent, page["item.p." + chance switch { < 0.05 => "hardly", < 0.33 => "unlikely", <= 0.66 => "even", < 0.95 => "likely", _ => "almost" }]);
    }

    private static string Likely(ItemView view, Page page) => view.Item.Outlook is { } o ? page.Say("item.f.likely", o.P50) : "";

    private static bool After(DateOnly day, DateOnly due) => day > due;

    private static int Days(DateOnly day, DateOnly due) => Math.Abs(day.DayNumber - due.DayNumber);
}
