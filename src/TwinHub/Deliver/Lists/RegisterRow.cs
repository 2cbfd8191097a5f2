using System.Text;
using Microsoft.AspNetCore.Components;
using TwinHub.Core;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Data.Standing;
using TwinHub.Web;
using TwinHub.Web.Shared;

namespace TwinHub.Deliver.Lists;

/// <summary>
/// One row of the register as markup. Written by hand: a list has up to a thousand rows on a page, and a component a cell would cost ten times as much.
/// What every reader of a language sees is written once for each standing; the reader's own columns follow it.
/// </summary>
internal static class RegisterRow
{
    public static MarkupString Write(ItemStanding item, ShowList.View view, Page page, DueAxis axis)
    {
        var joint = view.Standing.Drawn.GetOrAdd((item.Id, "row/" + page.Lang), static (_, at) => Joint(at.item, at.Standing, at.page, at.axis), (item, view.Standing, page, axis));
        var own = new StringBuilder();
        foreach (var column in view.Own.Columns) Cell(own, "own", view.Own.Cells.GetValueOrDefault((column.Id, item.Id), ""));
        return new($"{joint}{own}</tr>\n");
    }

    private static string Joint(ItemStanding item, ListStanding standing, Page page, DueAxis axis)
    {
        var (row, year) = (new StringBuilder(2400), standing.List.Ends.Year);
        var parties = standing.List.Parties.OrderBy(p => p.Order).Select(p => p.Party).ToList();
        row.Append("<tr data-row><td><input type=\"checkbox\" name=\"item\" form=\"bulk\" value=\"").Append(item.Code).Append("\" aria-label=\"").Append(Marks.Encode(page.Say("list.select", item.Code))).Append("\"></td>");
        row.Append("<td class=\"nw mut\">").Append(item.Code).Append("</td>");
        Name(row, item, page);
        foreach (var party in parties) Leads(row, item, party, page);
        Values(row, item, view.Standing.List, page);
        row.Append("<td class=\"nw\">").Append(Marks.State(page, item.State).Value).Append("</td>");
        foreach (var party in parties) Cell(row, "num", item.Sides.FirstOrDefault(s => s.Party == party) is { } side ? page.Forms.Number(side.Latest?.Percent) : "");
        Lead(row, item, page);
        Cell(row, "num", page.Forms.ShortDay(item.Due, year));
        Forecast(row, item, page, year);
        row.Append("<td class=\"nw\">").Append(axis.Mark(item, page, year).Value).Append("</td>");
        foreach (var party in parties) row.Append("<td class=\"nw\">").Append(Report(item, party, standing, page)).Append("</td>");
        return row.ToString();
    }

    private static void Name(StringBuilder row, ItemStanding item, Page page)
    {
        var (title, scope) = (Marks.Encode(page.In(item.Title)), Marks.Encode(page.In(item.Scope)));
        row.Append("<td><span class=\"ell\" title=\"").Append(title).Append(page.Words["list.colon"]).Append(scope).Append("\"><a class=\"pl n1\" href=\"").Append(page.To("items/" + item.Code)).Append('"').Append(Foreign(item.Title, page)).Append('>')
            .Append(title).Append(item.Item.Published ? "*" : "").Append("</a> <span class=\"mut dl\"").Append(Foreign(item.Scope, page)).Append('>').Append(scope).Append("</span></span></td>");
    }

    /// <summary>A text that is not in the page's language says in which it is.</summary>
    private static string Foreign(LocalText text, Page page) =>
        text.IsEmpty || text.Has(page.Lang) ? "" : $" lang=\"{page.Languages.FirstOrDefault(l => l.Code == text.Binding)?.Tag ?? text.Binding}\"";

    private static void Leads(StringBuilder row, ItemStanding item, string party, Page page)
    {
        var leads = item.Sides.FirstOrDefault(s => s.Party == party)?.Leads ?? [];
        if (leads.Count == 0) row.Append("<td></td>");
        else row.Append("<td class=\"nw u\" title=\"").Append(Marks.Encode(page.Forms.Join(leads.Select(page.Unit)))).Append("\">").Append(Marks.Encode(page.Unit(leads[0]))).Append(leads.Count > 1 ? $" <span class=\"mut\">+{leads.Count - 1}</span>" : "").Append("</td>");
    }

    private static void Values(StringBuilder row, ItemStanding item, ItemList list, Page page)
    {
        if (list.Columns.Count == 0) return;
        var held = ItemValues.Read(item.Item.Values) ?? new Dictionary<string, string>();
        foreach (var column in list.Columns.OrderBy(c => c.Order)) Cell(row, column.Type is ColumnType.Text or ColumnType.Choice ? "" : "num", held.TryGetValue(column.Code, out var value) ? TypedValues.Show(column, value, page) : "");
    }

    private static void Lead(StringBuilder row, ItemStanding item, Page page)
    {
        row.Append("<td class=\"nw\">");
        if (!item.Item.IsOpen) row.Append("<span class=\"mut\">").Append(Marks.Encode(page.Say("list.ended", item.Item.EndedOn!.Value))).Append("</span>");
        else if (item.Lead is { } lead) row.Append(DueAxis.LeadBar(lead, Glyph.Of(lead < -10 ? ItemState.Late : ItemState.AtRisk)).Value).Append("<span class=\"pts").Append(lead < 0 ? " b" : "").Append("\">").Append(page.Forms.Signed(lead)).Append("</span>");
        else row.Append('–');
        row.Append("</td>");
    }

    private static void Forecast(StringBuilder row, ItemStanding item, Page page, int year)
    {
        if (item.Outlook is not { } outlook)
        {
            Cell(row, "num", item.Item.IsOpen ? "–" : "");
            return;
        }

        var late = outlook.P50.DayNumber - item.Due.DayNumber;
        row.Append("<td class=\"num\">").Append(page.Forms.ShortDay(outlook.P50, year)).Append(late > 0 ? $"<span class=\"mut\"> +{late}</span>" : "").Append("</td>");
    }

    private static string Report(ItemStanding item, string party, ListStanding standing, Page page)
    {
        if (standing.Round is null || item.Sides.FirstOrDefault(s => s.Party == party) is not { } side) return "";
        if (side is { InRound: true, LateDays: > 0 }) return $"<span title=\"{Marks.Encode(page.Say("list.late-by", side.LateDays))}\">{Marks.Of(page, "a", page.Say("list.late", side.LateDays)).Value}</span>";
        if (side.InRound) return $"<span class=\"st d\">{Marks.Glyph("d")}<span class=\"sr\">{Marks.Encode(page["list.on-time"])}</span></span>";
        return item.Item.IsOpen ? Marks.Of(page, "n", page["list.missing"]).Value : "";
    }

    private static void Cell(StringBuilder row, string name, string text) => row.Append("<td class=\"").Append(name).Append("\">").Append(Marks.Encode(text)).Append("</td>");
}
