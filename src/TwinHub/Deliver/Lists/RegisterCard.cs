using System.Text;
using Microsoft.AspNetCore.Components;
using TwinHub.Data.Standing;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Lists;

/// <summary>An item of the register as a card, for phones; as markup and written once for each standing, like <see cref="RegisterRow"/>.</summary>
internal static class RegisterCard
{
    public static MarkupString Write(ItemStanding item, ListStanding standing, Page page) =>
        new(standing.Drawn.GetOrAdd((item.Id, "card/" + page.Lang), static (_, at) => Joint(at.item, at.page, at.standing.List.Ends.Year), (item, page, standing)));

    private static string Joint(ItemStanding item, Page page, int year)
    {
        var card = new StringBuilder(800);
        card.Append("<article class=\"cd\"><div class=\"btw\"><h3><a class=\"pl\" href=\"").Append(page.To("items/" + item.Code)).Append("\">").Append(item.Code).Append(' ').Append(Marks.Encode(page.In(item.Title))).Append("</a></h3>")
            .Append(Marks.State(page, item.State).Value).Append("</div><p class=\"sm mut\">").Append(Marks.Encode(page.In(item.Scope))).Append("</p><p class=\"m\">");
        Span(card, page.Say("list.cards.due", page.Forms.ShortDay(item.Due, year)));
        if (item.Outlook is { } outlook)
        {
            Span(card, "P50 " + page.Forms.ShortDay(outlook.P50, year));
            Span(card, "P80 " + page.Forms.ShortDay(outlook.P80, year));
        }

        if (item.Item.IsOpen && item.Lead is { } lead) card.Append("<b>").Append(Marks.Encode(page.Say("list.cards.lead", page.Forms.Signed(lead)))).Append("</b>");
        card.Append("</p><p class=\"m\">");
        foreach (var side in item.Sides) card.Append("<span class=\"un\">").Append(Marks.Party(page, side.Party).Value).Append(' ').Append(Marks.Encode($"{page.Unit(side.Leads[0])} {page.Forms.Percent(side.Latest?.Percent)}")).Append("</span>");
        return card.Append("</p></article>\n").ToString();
    }

    private static void Span(StringBuilder card, string text) => card.Append("<span>").Append(Marks.Encode(text)).Append("</span>");
}
