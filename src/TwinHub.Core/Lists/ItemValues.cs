using TwinHub.Core.Changes;

namespace TwinHub.Core.Lists;

/// <summary>What an item has in the typed columns of its list: column=value, a line each, by column code. Empty: nothing.</summary>
public static class ItemValues
{
    /// <summary>Values that are empty are left out.</summary>
    public static string Write(IEnumerable<(string Column, string Value)> values) =>
        string.Join('\n', values.Where(v => v.Value.Length > 0).OrderBy(v => v.Column, StringComparer.Ordinal).Select(v => $"{v.Column}={Rows.Escaped(v.Value)}"));

    /// <summary>Values by column; null where <paramref name="text"/> is not as <see cref="Write"/> writes it.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', 2) is not [var column, var value] || !values.TryAdd(column, Rows.Plain(value))) return null;
        }

        return Write(values.Select(v => (v.Key, v.Value))) == text ? values : null;
    }

    /// <summary>Null when the list has each column, each value is of its type, and none that an adopted item needs is missing.</summary>
    public static Refusal? WhyNot(string text, ItemList list)
    {
        if (Read(text) is not { } values) return Refusal.Of("value.form");
        if (values.Keys.FirstOrDefault(k => list.Columns.All(c => c.Code != k)) is { } unknown) return Refusal.Of("value.column", unknown, list.Code);
        return list.Columns.Select(c => values.TryGetValue(c.Code, out var value) ? c.WhyNot(value) : c.Required ? Refusal.Of("value.missing", c.Name) : null).FirstOrDefault(r => r is not null);
    }
}
