using System.Text.Json;

namespace TwinHub.Deliver.Rounds;

/// <summary>What stands in a form, by field, as it was typed.</summary>
public sealed class Typed
{
    private readonly Dictionary<string, string> fields;

    private Typed(Dictionary<string, string> fields) => this.fields = fields;

    public static Typed Nothing => new(new(StringComparer.Ordinal));

    public string this[string field]
    {
        get => fields.GetValueOrDefault(field, "");
        set => fields[field] = value;
    }

    public bool Has(string field) => fields.ContainsKey(field);

    public static Typed From(IFormCollection form)
    {
        var sent = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)); // the antiforgery token is not typed
        return new(sent.ToDictionary(f => f.Key, f => Lines(f.Value.ToString()), StringComparer.Ordinal));
    }

    /// <summary>Nothing, where the text is none that <see cref="ToJson"/> wrote: it came with a form.</summary>
    public static Typed Read(string json)
    {
        try
        {
            return new(new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [], StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    /// <summary>Those of the fields that have something in them.</summary>
    public Typed Only(IEnumerable<string> names) => new(names.Where(n => this[n].Length > 0 && !n.StartsWith("was-", StringComparison.Ordinal)).ToDictionary(n => n, n => this[n], StringComparer.Ordinal));

    public string ToJson() => JsonSerializer.Serialize(fields);

    /// <summary>Browsers send line ends as CR LF, whatever was put in.</summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}
