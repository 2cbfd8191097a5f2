using System.Security.Cryptography;
using System.Text;
using TwinHub.Deliver.Workbooks.Formats;

namespace TwinHub.Deliver.Workbooks.Layouts;

/// <summary>One column of a sheet with what it was taken for.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Head">As it reads, several rows from the top down apart by " / "; empty: none.</param>
/// <param name="Column">Null: not understood.</param>
public sealed record UnderstoodColumn(int Index, string Head, ListColumn? Column, Grasp Grasp)
{
    public string Letters => Formats.Letters.Of(Index);
    /// <summary>The first text below the head.</summary>
    public string Sample { get; init; } = "";
    /// <summary>Language of the head's own word, for a title or scope that names none.</summary>
    public string? HeadLanguage { get; init; }
}

/// <summary>The table of a workbook that holds the list.</summary>
public sealed record FoundTable(Sheet Sheet, (int First, int Last) HeadRows, IReadOnlyList<UnderstoodColumn> Columns)
{
    /// <summary>Rows below the head.</summary>
    public required IReadOnlyList<SheetRow> Rows { get; init; }
    public required SheetGrid Grid { get; init; }
    /// <summary>What stands above the head, in its order: a title, notes, units of measure.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>The form of the table: the same for every workbook with the same heads in the same order.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Columns.Select(c => HeadWords.Plain(c.Head))))));

    public IEnumerable<UnderstoodColumn> Of(ColumnKind kind) => Columns.Where(c => c.Column?.Kind == kind);
}
