using TwinHub.Core;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>How large a workbook may be. Above it the file is refused whole, before its content is in memory.</summary>
public static class BookLimits
{
    public const int MostFileBytes = 64 << 20;
    /// <summary>Rows with content, of all sheets together.</summary>
    public const int MostRows = 20_000;
    public const int MostColumns = 512;
    public const int MostCellCharacters = 32_767;
    public const int MostSheets = 100;
    public const int MostMerges = 100_000;
    /// <summary>All that is read of a packed file, unpacked.</summary>
    public const long MostUnpackedBytes = 256L << 20;
    /// <summary>A part that unpacks to more than this, and to more than <see cref="MostRatio"/> times its packed size, is a bomb.</summary>
    public const long UnsuspiciousBytes = 16L << 20;
    public const int MostRatio = 250;
    /// <summary>Characters of all cells together.</summary>
    public const int MostCharacters = 24 << 20;

    public static RefusedException TooLarge() => new(Refusal.Of("workbook.too-large", MostFileBytes >> 20));

    public static RefusedException TooManyRows() => new(Refusal.Of("workbook.too-many-rows", MostRows));

    public static RefusedException TooWide() => new(Refusal.Of("workbook.too-wide", MostColumns));

    public static RefusedException TooLong(string sheet, int row) => new(Refusal.Of("workbook.cell-too-long", sheet, row, MostCellCharacters));

    public static RefusedException TooMuch() => new(Refusal.Of("workbook.too-much", MostUnpackedBytes >> 20));

    public static RefusedException Bomb() => new(Refusal.Of("workbook.bomb"));

    public static RefusedException Unreadable() => new(Refusal.Of("workbook.unreadable"));

    public static RefusedException Protected() => new(Refusal.Of("workbook.protected"));

    /// <param name="what">What it is, by its own ending.</param>
    public static RefusedException SaveAs(string what) => new(Refusal.Of("workbook.save-as", what));
}
