using TwinHub.Core;

namespace TwinHub.Data.Search;

/// <summary>What can be found, in the order in which it is shown. The names are kept in the index.</summary>
public enum SearchKind
{
    Item = 1,
    Project,
    Meeting,
    Decision,
    Paper,
    Passage,
    Organization,
    Term,
}

/// <summary>One row of the index.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Record">Code of the record whose acts change it.</param>
/// <param name="Place">Path of its page after the language.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What else is found in it.</param>
public sealed record SearchRow(SearchKind Kind, string Record, string Place, LocalText Title, LocalText Text)
{
    /// <summary>Code that people know; empty where it has none.</summary>
    public string Code { get; init; } = "";
    /// <summary>A passage is named by its paper, and found by its own text only.</summary>
    public bool TitleIsFound { get; init; } = true;
    /// <summary>Words of those who may see it: <see cref="Everyone"/>, or one a party.</summary>
    public string Audience { get; init; } = Everyone;

    public const string Everyone = "everyone";

    /// <summary>The word of a party: its code as one run of letters and figures, so that neither database cuts or stems it.</summary>
    public static string WordOf(string party) => $"party0{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(party))}0";

    internal string CodeWords => Words([Code]);

    internal string TitleWords => TitleIsFound ? Words(Title.Wordings.Values.Select(w => w.Text)) : "";

    internal string TextWords => Words(Text.Wordings.Values.Select(w => w.Text));

    private static string Words(IEnumerable<string> texts) => string.Join(' ', texts.SelectMany(Run.Of).SelectMany(r => r.Words()));
}

/// <summary>What a reader asks.</summary>
/// <param name="Terms">At least one.</param>
/// <param name="Party">Party of the reader.</param>
/// <param name="Kind">This kind only; null: all.</param>
/// <param name="After">Rows of each kind that are passed over.</param>
/// <param name="Take">Rows of each kind that are read.</param>
public sealed record SearchQuestion(IReadOnlyList<SearchTerm> Terms, string Party, SearchKind? Kind = null, int After = 0, int Take = 5);

/// <summary>What was found of one kind: how many, and the best of them.</summary>
public sealed record SearchGroup(SearchKind Kind, int All, IReadOnlyList<SearchRow> Rows);
