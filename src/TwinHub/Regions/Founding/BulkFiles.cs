using System.Security.Cryptography;
using System.Text;
using TwinHub.Data;
using TwinHub.Data.Journal;

namespace TwinHub.Regions.Founding;

/// <summary>Bulk reference data enter the record as a file of the rows written, kept by its SHA-256. The reader of a format never changes.</summary>
internal sealed class BulkFiles(Store store)
{
    private const int Format = 1; // one row a line, its scalars in the order of their names, tab separated

    public async Task<IReadOnlyList<(BulkFile File, IReadOnlyList<object> Rows)>> WriteAsync(IEnumerable<(string Table, IReadOnlyList<object> Rows)> tables, CancellationToken cancel)
    {
        var written = new List<(BulkFile, IReadOnlyList<object>)>();
        foreach (var (table, rows) in tables.Where(t => t.Rows.Count > 0))
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(rows.Select(Line)));
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Directory.CreateDirectory(Path.Combine(store.Folder, "bulk"));
            await File.WriteAllBytesAsync(Path.Combine(store.Folder, "bulk", sha256), bytes, cancel);
            written.Add((new BulkFile(table, Format, sha256, rows.Count), rows));
        }

        return written;
    }

    private static string Line(object row) => string.Join('\t', row.GetType().GetProperties().Where(p => p.Name != "Id")
        .OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Scalar(p.GetValue(row)))) + "\n";

    private static string Scalar(object? value) =>
        (value is Core.LocalText text ? LocalTextColumn.Write(text) : JournalModel.Written(value) ?? "").Replace("\t", " ", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
