using System.Globalization;
using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Texts;
using TwinHub.Web;

namespace TwinHub.Deliver;

/// <summary>Values in the typed columns of a list, as people read and type them.</summary>
public static class TypedValues
{
    /// <summary>The columns that have a value, in their order, each with it as people read it.</summary>
    public static IEnumerable<(TypedColumn Column, string Shown)> Shown(ItemList list, string values, Page page)
    {
        var held = ItemValues.Read(values) ?? new Dictionary<string, string>();
        return list.Columns.OrderBy(c => c.Order).Where(c => held.ContainsKey(c.Code)).Select(c => (c, Show(c, held[c.Code], page)));
    }

    /// <summary>What the inputs show, by column: a choice by its code, all else as people read it.</summary>
    public static IReadOnlyDictionary<string, string> Fields(ItemList list, string values, Page page) =>
        Shown(list, values, page).ToDictionary(v => v.Column.Code, v => v.Column.Type == ColumnType.Choice ? ItemValues.Read(values)![v.Column.Code] : v.Shown);

    public static string Show(TypedColumn column, string value, Page page) => column.WhyNot(value) is not null ? value : column.Type switch
    {
        ColumnType.Number => page.Forms.Number(decimal.Parse(value, CultureInfo.InvariantCulture)),
        ColumnType.Percent => page.Forms.Percent(decimal.Parse(value, CultureInfo.InvariantCulture)),
        ColumnType.Day => page.Forms.Day(DateOnly.Parse(value, CultureInfo.InvariantCulture)),
        ColumnType.Choice => page.Reference.Scheme(column.Scheme ?? "").FirstOrDefault(c => c.Code == value) is { } choice ? page.In(choice.Name) : value,
        _ => value,
    };

    /// <summary>Head of the column with its unit.</summary>
    public static string Head(TypedColumn column, Page page) => column.Unit.IsEmpty ? page.In(column.Name) : page.Say("typed.head", column.Name, column.Unit);

    /// <summary>The values that were typed in <c>{prefix}{column}</c>, as <see cref="ItemValues"/> writes them; what cannot be read goes to the problems.</summary>
    public static string Read(FormFields fields, ItemList list, string prefix, Page page) =>
        ItemValues.Write(list.Columns.Select(c => (c.Code, Read(fields, c, prefix + c.Code, (page, list.Ends.Year)))));

    private static string Read(FormFields fields, TypedColumn column, string name, (Page Page, int Year) at)
    {
        var typed = fields.Text(name);
        if (typed.Length == 0) return "";
        var value = column.Type switch
        {
            ColumnType.Number => ReadNumber.TryRead(typed, out var number) ? Written(number.Value) : null,
            ColumnType.Percent => ReadNumber.TryReadPercent(typed, out var percent) ? Written(percent.Value) : null,
            ColumnType.Day => ReadDate.TryRead(typed, at.Page.Language.Tag, at.Year, out var day) ? day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            ColumnType.Choice => at.Page.Reference.Scheme(column.Scheme ?? "").FirstOrDefault(c => c.Code == typed)?.Code,
            _ => typed,
        };
        var refusal = value is null ? Refusal.Of("value.unread", column.Name, typed) : column.WhyNot(value);
        if (refusal is not null) fields.Problems.Add(refusal, name);
        return value ?? typed;
    }

    private static string Written(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
