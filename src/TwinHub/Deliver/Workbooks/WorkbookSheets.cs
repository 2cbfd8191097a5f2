using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using TwinHub.Core;

namespace TwinHub.Deliver.Workbooks;

/// <summary>A cell's place, as the workbook counts it: sheet, row from 1, column letters.</summary>
public sealed record CellPlace(string Sheet, int Row, string? Column = null);

/// <summary>What is wrong with a workbook, where.</summary>
public sealed record WorkbookProblem(CellPlace Place, Refusal Refusal);

/// <summary>One row: column letters → text as typed; a day as yyyy-mm-dd, a number without its form.</summary>
public sealed record SheetRow(CellPlace Place, IReadOnlyDictionary<string, string> Cells)
{
    public string? this[string column] => Cells.TryGetValue(column, out var text) && text.Length > 0 ? text : null;
    public bool IsEmpty => Cells.Values.All(c => c.Length == 0);
}

/// <summary>Reads the sheets of an .xlsx, within limits: a file that grows beyond them when unpacked is refused.</summary>
public static class WorkbookSheets
{
    public const int MostRows = 20_000;
    private const long MostUnpackedBytes = 512L << 20;
    private const int MostCellCharacters = 20_000;

    /// <exception cref="RefusedException"><c>workbook.unreadable</c>, <c>workbook.too-large</c>.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<SheetRow> Rows)> Read(byte[] file)
    {
        Check(file);
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            var names = stream.GetSheetNames();
            return [.. names.Select(name => (name, (IReadOnlyList<SheetRow>)Rows(file, name)))];
        }
        catch (Exception e) when (e is not RefusedException)
        {
            throw new RefusedException(Refusal.Of("workbook.unreadable"));
        }
    }

    private static List<SheetRow> Rows(byte[] file, string sheet)
    {
        using var stream = new MemoryStream(file, writable: false);
        var rows = new List<SheetRow>();
        foreach (IDictionary<string, object?> cells in stream.Query(sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>())
        {
            RefusedException.ThrowIf(rows.Count >= MostRows ? Refusal.Of("workbook.too-large", MostRows) : null);
            rows.Add(new(new(sheet, rows.Count + 1), cells.ToDictionary(c => c.Key, c => Text(c.Value))));
        }

        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime day => day.TimeOfDay == TimeSpan.Zero ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Cut((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Trim()),
    };

    private static string Cut(string text) => text.Length <= MostCellCharacters ? text : throw new RefusedException(Refusal.Of("workbook.too-large", MostCellCharacters));

    private static void Check(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            RefusedException.ThrowIf(zip.Entries.Sum(e => e.Length) > MostUnpackedBytes ? Refusal.Of("workbook.too-large", MostUnpackedBytes >> 20) : null);
            RefusedException.ThrowIf(zip.GetEntry("xl/workbook.xml") is null ? Refusal.Of("workbook.unreadable") : null);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Refusal.Of("workbook.unreadable"));
        }
    }
}
