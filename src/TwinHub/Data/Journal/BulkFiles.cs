using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TwinHub.Data.Journal;

/// <summary>Bulk reference data enter the record as a file of the rows written, kept by its SHA-256. The reader of a format never changes.</summary>
/// <remarks>
/// Format 1, UTF-8: a first line with the words of the columns, in ordinal order, without a key made here; then one line a row. Tabs between, a newline after each.
/// Within a cell a backslash stands before itself, t (tab), n (newline), r (return); \N alone is null.
/// </remarks>
public sealed class BulkFiles(TwinHubDb db, Store store)
{
    private const int Format = 1;

    private string Folder => Path.Combine(store.Folder, "bulk");

    /// <summary>Writes rows of one type as a file, and adds them to the next save. The act that saves them names the file.</summary>
    public async Task<BulkFile> AddAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(rows[0].GetType()) ?? throw new ArgumentException($"{rows[0].GetType()} is no table.", nameof(rows));
        var bytes = Encoding.UTF8.GetBytes(Text(entity, rows));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Directory.CreateDirectory(Folder);
        await DurableFile.WriteAsync(Path.Combine(Folder, sha256), bytes, cancel);
        db.AddRange(rows);
        return new BulkFile(JournalModel.Word(entity), Format, sha256, rows.Count);
    }

    /// <summary>Lines of a file of rows, the first with the words of the columns.</summary>
    /// <returns>Null where the file is not there, or not the one that the entry names.</returns>
    internal async Task<IReadOnlyList<string>?> ReadAsync(BulkFile file, CancellationToken cancel)
    {
        var path = Path.Combine(Folder, file.Sha256);
        if (file.Format != Format || Path.GetFileName(path) != file.Sha256 || !File.Exists(path)) return null;
        var bytes = await File.ReadAllBytesAsync(path, cancel);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256) return null;
        var lines = Encoding.UTF8.GetString(bytes).Split('\n')[..^1];
        return lines.Length == file.Rows + 1 ? lines : null;
    }

    /// <summary>Where the columns of a file stand in its table; -1 where the table has none of that word.</summary>
    internal static int[] Columns(RecordTable table, string header) => [.. header.Split('\t').Select(word => table.Words.ToList().IndexOf(word))];

    /// <summary>A row that was read from the table, as its file has it.</summary>
    internal static string Line(string?[] row, int[] columns) => string.Join('\t', columns.Select(i => i < 0 ? "" : Cell(row[i])));

    private static string Text(IEntityType entity, IReadOnlyList<object> rows)
    {
        var columns = entity.GetProperties().Where(p => !IsMadeHere(p)).OrderBy(JournalModel.Word, StringComparer.Ordinal).ToList();
        var text = new StringBuilder(string.Join('\t', columns.Select(JournalModel.Word))).Append('\n');
        foreach (var row in rows) text.AppendJoin('\t', columns.Select(c => Cell(JournalModel.Stored(c, c.GetGetter().GetClrValue(row))))).Append('\n');
        return text.ToString();
    }

    private static bool IsMadeHere(IProperty property) => property is { Name: "Id", ClrType: var type } && type == typeof(Guid);

    private static string Cell(string? value) => value is null ? "\\N" : value.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
