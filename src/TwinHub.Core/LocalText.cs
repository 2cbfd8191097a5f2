namespace TwinHub.Core;

/// <summary>
/// One text in the languages of the region. One language binds; every other version names the revision of the
/// binding text that it translates, and is stale when that moved on.
/// </summary>
public sealed record LocalText
{
    public static readonly LocalText Empty = new("", 0, new SortedDictionary<string, Wording>(StringComparer.Ordinal));

    /// <summary>Stands where a text was destroyed; no language has it as a text.</summary>
    public const string ExpungedMark = "\u2421";

    /// <summary>What is left of a text that was destroyed.</summary>
    public static readonly LocalText Expunged = new("", 0, [KeyValuePair.Create("", new Wording(ExpungedMark, 0))]);

    private readonly SortedDictionary<string, Wording> wordings;

    public LocalText(string binding, int revision, IEnumerable<KeyValuePair<string, Wording>> wordings)
    {
        (Binding, Revision) = (binding, revision);
        this.wordings = new(StringComparer.Ordinal);
        foreach (var (language, wording) in wordings) this.wordings[language] = wording;
    }

    /// <summary>Code of the language that binds.</summary>
    public string Binding { get; }
    /// <summary>Revision of the binding text, from 1; 0 where there is none.</summary>
    public int Revision { get; }
    public IReadOnlyDictionary<string, Wording> Wordings => wordings;
    public bool IsEmpty => wordings.Count == 0;
    public bool IsExpunged => Equals(Expunged);

    public static LocalText Of(string binding, params IEnumerable<(string Language, string Text)> texts) =>
        new(binding, 1, texts.Where(t => t.Text.Length > 0).Select(t => KeyValuePair.Create(t.Language, new Wording(t.Text, 1))));

    /// <summary>The text of <paramref name="language"/>, or the binding one where there is none.</summary>
    public string In(string language) =>
        wordings.TryGetValue(language, out var wording) ? wording.Text
        : wordings.TryGetValue(Binding, out var binding) ? binding.Text
        : wordings.Count > 0 ? wordings.First().Value.Text : "";

    public bool Has(string language) => wordings.ContainsKey(language);

    /// <summary>True where the version translates an earlier binding text.</summary>
    public bool IsStale(string language) => wordings.TryGetValue(language, out var wording) && wording.OfRevision < Revision;

    /// <summary>The same text with one version written anew, or taken out where it is empty; writing the binding one makes the others stale.</summary>
    public LocalText With(string language, string text)
    {
        var old = wordings.GetValueOrDefault(language);
        if (old is null ? text.Length == 0 : old.Text == text && old.OfRevision == Revision) return this;
        var revision = language == Binding || Revision == 0 ? Revision + 1 : Revision;
        var next = new SortedDictionary<string, Wording>(wordings, StringComparer.Ordinal);
        if (text.Length > 0) next[language] = new(text, revision);
        else next.Remove(language);
        return new(Binding.Length > 0 ? Binding : language, revision, next);
    }

    public bool Equals(LocalText? other) =>
        other is not null && Binding == other.Binding && Revision == other.Revision && wordings.SequenceEqual(other.wordings);

    public override int GetHashCode() => HashCode.Combine(Binding, Revision, wordings.Count);

    public override string ToString() => In(Binding);
}

/// <summary>One language version of a text and the revision of the binding text that it gives.</summary>
public sealed record Wording(string Text, int OfRevision);
