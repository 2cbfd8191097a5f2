using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TwinHub.Core;
using TwinHub.Data;
using TwinHub.Data.Standing;

namespace TwinHub.Deliver.Workbooks;

/// <summary>Writes a list as JSON, item by item: codes, and texts in every language that they have.</summary>
internal sealed class ListJson(ListStanding standing, Reference reference, ExportMoment moment)
{
    private const int FlushedAfter = 200;

    public void Write(ListFilter filter, IReadOnlyList<ItemStanding> rows, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("list", standing.List.Code);
        Text(json, "title", standing.List.Title);
        if (standing.Revision is { } revision) json.WriteNumber("revision", revision);
        else json.WriteNull("revision");
        json.WriteString("filter", filter.ToQuery());
        json.WriteString("as_of", Day(moment.AsOf));
        json.WriteString("made_at", moment.Made.UtcDateTime);
        json.WriteBoolean("sample", rows.Any(r => r.Sample));
        json.WriteStartArray("items");
        foreach (var (i, item) in rows.Index())
        {
            Item(json, item);
            if (i % FlushedAfter == 0) json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Item(Utf8JsonWriter json, ItemStanding item)
    {
        json.WriteStartObject();
        json.WriteString("code", item.Code);
        json.WriteString("theme", item.Theme);
        Text(json, "title", item.Title);
        Text(json, "scope", item.Scope);
        json.WriteStartObject("leads");
        foreach (var side in item.Sides)
        {
            json.WriteStartArray(side.Party);
            foreach (var unit in side.Leads) Unit(json, unit);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteString("due", Day(item.Due));
        json.WriteString("state", item.Item.IsDraft ? "draft" : ListFilter.StateWord(item.State));
        Numbers(json, item);
        json.WriteBoolean("sample", item.Sample);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, ItemStanding item)
    {
        json.WriteStartObject("percent");
        foreach (var side in item.Sides.Where(s => s.Latest?.Percent is not null)) json.WriteNumber(side.Party, side.Latest!.Percent!.Value);
        json.WriteEndObject();
        if (item.Lead is { } lead) json.WriteNumber("against_schedule", Math.Round(lead, 1));
        if (item.Outlook is not { } outlook) return;
        json.WriteString("p50", Day(outlook.P50));
        json.WriteString("p80", Day(outlook.P80));
    }

    private void Unit(Utf8JsonWriter json, string unit)
    {
        json.WriteStartObject();
        json.WriteString("code", unit);
        Text(json, "name", reference.UnitName(unit));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        foreach (var (language, wording) in text.Wordings.Where(w => w.Key.Length > 0)) json.WriteString(language, wording.Text);
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
