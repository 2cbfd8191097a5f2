using TwinHub.Core;

namespace TwinHub.Web.Calls;

/// <summary>A text in the languages of the region.</summary>
/// <param name="Binding">Code of the language that binds.</param>
/// <param name="Texts">Language to text.</param>
/// <param name="Stale">Languages whose text translates an earlier binding one.</param>
/// <param name="Expunged">The text was destroyed; nothing of it is left.</param>
public sealed record TextJson(string Binding, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Stale, bool Expunged)
{
    private static readonly TextJson Destroyed = new("", new Dictionary<string, string>(), [], true);

    /// <summary>Null: there is no text.</summary>
    public static TextJson? Of(LocalText text) => text.IsEmpty ? null : Some(text);

    /// <summary>Of a text that is always there.</summary>
    public static TextJson Some(LocalText text) => text.IsExpunged ? Destroyed
        : new(text.Binding, text.Wordings.ToDictionary(w => w.Key, w => w.Value.Text), [.. text.Wordings.Keys.Where(text.IsStale)], false);
}
