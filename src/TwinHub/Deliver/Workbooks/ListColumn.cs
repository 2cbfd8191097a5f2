namespace TwinHub.Deliver.Workbooks;

/// <summary>What a column of a list's workbook holds.</summary>
public enum ColumnKind
{
    Code,
    Theme,
    Title,
    Scope,
    Leads,
    Support,
    Due,
    Class,
    Percent,
    Text,
    /// <summary>The record works it out; an export shows it, and it is not read back.</summary>
    Shown,
    /// <summary>Known, or said by a person, to be none of the list's fields.</summary>
    Ignored,
}

/// <summary>One column.</summary>
/// <param name="Part">Language of a title or scope; party of leads, percents and texts. Null: leads of every party in one cell; reports of the sender's party.</param>
/// <param name="Period">yyyy-mm of a percent or text; null: the latest.</param>
public sealed record ListColumn(ColumnKind Kind, string? Part = null, string? Period = null)
{
    public static readonly ListColumn Ignored = new(ColumnKind.Ignored);

    /// <summary>Percents are written as shares: 0.4 for 40%.</summary>
    public bool IsShare { get; init; }

    /// <summary>As forms and remembered layouts hold it: <c>due</c>, <c>title.en</c>, <c>percent.north.2024-03</c>.</summary>
    public string Word => string.Join('.', new[] { Kind.ToString().ToLowerInvariant() + (IsShare ? "-share" : ""), Part ?? (Period is null ? null : ""), Period }.OfType<string>());

    /// <summary>The column of a word; null: there is none.</summary>
    public static ListColumn? Of(string word)
    {
        var parts = word.Split('.', 3);
        var share = parts[0].EndsWith("-share", StringComparison.Ordinal);
        if (!Enum.TryParse<ColumnKind>(share ? parts[0][..^"-share".Length] : parts[0], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return null;
        return new(kind, parts.ElementAtOrDefault(1) is { Length: > 0 } part ? part : null, parts.ElementAtOrDefault(2)) { IsShare = share };
    }
}
