using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TwinHub.Core;

namespace TwinHub.Data;

/// <summary>Moments as UTC to the millisecond: both databases keep exactly that, and order it.</summary>
internal sealed class UtcMoment() : ValueConverter<DateTimeOffset, DateTime>(
    moment => Truncated(moment.UtcDateTime), utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)))
{
    private static DateTime Truncated(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}

/// <summary>A text in its languages as one scalar: [binding, revision, language, text, of revision, …].</summary>
internal sealed class LocalTextColumn() : ValueConverter<LocalText, string>(text => Write(text), column => Read(column))
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(LocalText text)
    {
        if (text.IsEmpty) return "";
        var parts = new JsonArray(text.Binding, text.Revision);
        foreach (var (language, wording) in text.Wordings)
        {
            parts.Add(language);
            parts.Add(wording.Text);
            parts.Add(wording.OfRevision);
        }

        return parts.ToJsonString(Readable);
    }

    public static LocalText Read(string column)
    {
        if (column.Length == 0) return LocalText.Empty;
        var parts = JsonDocument.Parse(column).RootElement;
        var wordings = Enumerable.Range(0, (parts.GetArrayLength() - 2) / 3).Select(i => 2 + (3 * i))
            .Select(at => KeyValuePair.Create(parts[at].GetString()!, new Wording(parts[at + 1].GetString()!, parts[at + 2].GetInt32())));
        return new(parts[0].GetString()!, parts[1].GetInt32(), wordings);
    }
}

/// <summary>What holds for every table.</summary>
internal static class Conventions
{
    public static void Apply(IMutableEntityType entity, string provider)
    {
        foreach (var property in entity.GetProperties())
        {
            if (property.Name == "Version") property.IsConcurrencyToken = true; // portable: SQLite has no row version
            if (property is { Name: "Id", ClrType: var type } && type == typeof(Guid)) property.ValueGenerated = ValueGenerated.Never; // keys are made here
            if (property.ClrType == typeof(LocalText)) property.SetValueComparer(new ValueComparer<LocalText>((a, b) => Equals(a, b), t => t.GetHashCode(), t => t));
            if (IsCode(property) && provider.EndsWith("PostgreSQL", StringComparison.Ordinal)) property.SetCollation("C"); // codes order as on SQLite
        }
    }

    private static bool IsCode(IMutableProperty property) =>
        property.ClrType == typeof(string) && property.DeclaringType.ClrType.Namespace?.StartsWith("TwinHub", StringComparison.Ordinal) == true;
}
