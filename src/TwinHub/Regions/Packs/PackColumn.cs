using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TwinHub.Regions.Packs;

/// <summary>What the cells of a column hold.</summary>
public enum CellType { Text, Code, Codes, Local, Integer, Number, Date, Boolean, Period }

/// <summary>When a date that states a fact has come: with its first day, or with its last.</summary>
public enum FactSpan { None, Day, Period }

/// <summary>One column of a table; a local one is as many columns of the file as the region has languages.</summary>
public sealed record PackColumn(string Name, CellType Type, bool Required)
{
    public required string Description { get; init; }

    /// <summary>The table whose codes the cells hold, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The scheme of classifications.csv whose codes the cells hold, or null.</summary>
    public string? Scheme { get; init; }

    /// <summary>The values that may stand; empty: any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    public Regex? Pattern { get; init; }

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>Whether the date states a fact, which the pack's as_of bounds.</summary>
    public FactSpan Fact { get; init; }

    /// <summary>The column and value that make the date a fact; null: always.</summary>
    public (string Column, string Value)? FactWhen { get; init; }

    /// <summary>The column whose date is not later than this one's, or null.</summary>
    public string? NotBefore { get; init; }

    /// <summary>No value occurs twice, though the column is not the key.</summary>
    public bool Unique { get; init; }

    internal static PackColumn Read(string name, JsonElement column, bool required) => new(name, TypeOf(column), required)
    {
        Description = PackFormat.Word(column, "description")!,
        Reference = PackFormat.Word(column, "x-ref"),
        Scheme = PackFormat.Word(column, "x-scheme"),
        Allowed = PackFormat.Names(column, "enum"),
        Pattern = PackFormat.Word(column, "pattern") is { } pattern ? new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null,
        Least = Bound(column, "minimum"),
        Most = Bound(column, "maximum"),
        Fact = PackFormat.Word(column, "x-fact") is { } span ? Enum.Parse<FactSpan>(span, ignoreCase: true) : FactSpan.None,
        FactWhen = column.TryGetProperty("x-fact-when", out var when) ? when.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!)).Single() : null,
        NotBefore = PackFormat.Word(column, "x-not-before"),
        Unique = column.TryGetProperty("x-unique", out var unique) && unique.GetBoolean(),
    };

    private static CellType TypeOf(JsonElement column)
    {
        var word = PackFormat.Word(column, "x-type") ?? PackFormat.Word(column, "format") ?? PackFormat.Word(column, "type");
        return word == "string" ? CellType.Text : Enum.Parse<CellType>(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word!));
    }

    private static decimal? Bound(JsonElement column, string property) =>
        column.TryGetProperty(property, out var bound) ? bound.GetDecimal() : null;
}
