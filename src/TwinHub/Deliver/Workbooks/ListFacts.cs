using TwinHub.Language;

namespace TwinHub.Deliver.Workbooks;

/// <summary>What the second sheet of a list's workbook says of the list itself.</summary>
public enum ListFact
{
    Code,
    Title,
    Starts,
    Ends,
    AdoptedOn,
    DocumentNumber,
    DocumentDate,
    DocumentTitle,
    Issuers,
}

/// <summary>The list that a workbook is of, and the document with which it was adopted elsewhere, where it was.</summary>
public sealed record ListFacts
{
    public string? Code { get; init; }
    public IReadOnlyDictionary<string, string> Title { get; init; } = new Dictionary<string, string>();
    public DateOnly? Starts { get; init; }
    public DateOnly? Ends { get; init; }
    public DateOnly? AdoptedOn { get; init; }
    public string? DocumentNumber { get; init; }
    public DateOnly? DocumentDate { get; init; }
    public string? DocumentTitle { get; init; }
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>It was adopted elsewhere: recorded with its issued document, not keyed.</summary>
    public bool IsAdopted => AdoptedOn is not null || DocumentNumber is not null;

    public static IEnumerable<(ListFact Fact, string? Language, string Head)> Heads(IReadOnlyList<RegionLanguage> languages, Words words) =>
        Enum.GetValues<ListFact>().SelectMany(fact => fact == ListFact.Title
            ? languages.Select(l => (fact, (string?)l.Code, words.Say("workbook.fact.Title", l.Name)))
            : [(fact, null, words[$"workbook.fact.{fact}"])]);
}
