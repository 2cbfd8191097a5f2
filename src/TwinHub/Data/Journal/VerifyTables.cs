using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Evidence;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Holds what the entries say against the texts beside them, the tables and the files.</summary>
internal sealed class VerifyTables(TwinHubDb db, VerifyLog log, Differences differences)
{
    private readonly Dictionary<string, string?> salts = new(StringComparer.Ordinal); // of the texts that stand in tables

    public long Rows { get; private set; }
    public long Expunged { get; private set; }
    public SortedSet<long> ExpungedBy { get; } = [];

    /// <summary>Every text is there under its digest, or gone by an entry that says so; and none is there that no entry holds.</summary>
    public async Task CheckValuesAsync(CancellationToken cancel)
    {
        foreach (var cell in log.State.Entities.SelectMany(e => log.State.Rows(e).Values).SelectMany(r => r.Values)) if (cell.Digest is { } digest) salts[digest] = null;
        await foreach (var value in db.JournalValues.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel)) Check(value);
        foreach (var (digest, entry) in log.Digests) differences.Add(new("value.missing", entry, Key: digest.ToBase64()));
    }

    private void Check(JournalValue value)
    {
        var isHash = TryHash(value.Digest, out var digest);
        if (!isHash || !log.Digests.Remove(digest, out var entry) || entry != value.Index) differences.Add(new("value.unsaid", value.Index, Key: value.Digest));
        else if (log.Expunged.TryGetValue(digest, out var by)) CheckExpunged(value, by);
        else if (value.Value is null || value.ExpungedBy is not null) differences.Add(new("value.gone", value.Index, Key: value.Digest));
        else if (!FreeText.Fits(value.Digest, value.Salt, value.Value)) differences.Add(new("value.digest", value.Index, Key: value.Digest, Found: value.Value));
        else if (salts.ContainsKey(value.Digest)) salts[value.Digest] = value.Salt;
    }

    private void CheckExpunged(JournalValue value, long by)
    {
        Expunged++;
        ExpungedBy.Add(by);
        if (value.Value is not null || value.Salt.Length > 0) differences.Add(new("value.kept", by, Key: value.Digest));
        else if (value.ExpungedBy != by) differences.Add(new("value.expunged-by", by, Key: value.Digest));
    }

    public async Task CheckTablesAsync(CancellationToken cancel)
    {
        var tables = RecordTable.Journaled(db);
        foreach (var table in tables) await CheckAsync(table, cancel);
        foreach (var entity in log.State.Entities.Except(tables.Select(t => t.Word))) differences.Add(new("entity.unknown", Entity: entity));
    }

    private async Task CheckAsync(RecordTable table, CancellationToken cancel)
    {
        var (said, seen, found) = (log.State.Rows(table.Word), new HashSet<string>(StringComparer.Ordinal), new List<Difference>());
        await foreach (var row in table.RowsAsync(db, cancel))
        {
            var key = table.KeyOf(row);
            Rows++;
            if (!seen.Add(key) || !said.TryGetValue(key, out var cells)) found.Add(new("row.unsaid", Entity: table.Word, Key: key));
            else found.AddRange(Compared(table, key, row, cells));
        }

        found.AddRange(said.Keys.Where(k => !seen.Contains(k)).Select(k => new Difference("row.missing", Entity: table.Word, Key: k)));
        foreach (var difference in found.OrderBy(d => d.Key, StringComparer.Ordinal)) differences.Add(difference);
    }

    private IEnumerable<Difference> Compared(RecordTable table, string key, string?[] row, Dictionary<string, Said> cells)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var said = cells.GetValueOrDefault(table.Words[i]);
            if (said.Digest is { } digest ? Fits(digest, row[i]) : row[i] == (said.Clear ?? table.Unsaid(i))) continue;
            yield return new("cell", Entity: table.Word, Key: key, Column: table.Words[i], Expected: said.Digest is null ? said.Clear : $"digest {said.Digest}", Found: row[i]);
        }

        foreach (var word in cells.Keys.Except(table.Words)) yield return new("column.unknown", Entity: table.Word, Key: key, Column: word);
    }

    private bool Fits(string digest, string? text) =>
        text is not null && (salts.GetValueOrDefault(digest) is { } salt ? FreeText.Fits(digest, salt, text) : ExpungeTexts.IsMark(text));

    /// <summary>The bulk tables hold exactly the rows of the files that entered.</summary>
    public async Task CheckBulkAsync(BulkFiles files, CancellationToken cancel)
    {
        var byTable = log.Bulk.ToLookup(b => b.File.Table, StringComparer.Ordinal);
        foreach (var table in RecordTable.Bulk(db))
        {
            var said = new Dictionary<string, int>(StringComparer.Ordinal); // line → how often
            var columns = Array.Empty<int>();
            foreach (var (entry, file) in byTable[table.Word])
            {
                if (await files.ReadAsync(file, cancel) is not { } lines) differences.Add(new("bulk.file", entry, table.Word, Expected: file.Sha256));
                else columns = Count(said, lines, table);
            }

            await CheckBulkAsync(table, said, columns, cancel);
        }
    }

    private static int[] Count(Dictionary<string, int> said, IReadOnlyList<string> lines, RecordTable table)
    {
        foreach (var line in lines.Skip(1)) said[line] = said.GetValueOrDefault(line) + 1;
        return BulkFiles.Columns(table, lines[0]);
    }

    private async Task CheckBulkAsync(RecordTable table, Dictionary<string, int> said, int[] columns, CancellationToken cancel)
    {
        await foreach (var row in table.RowsAsync(db, cancel))
        {
            var line = BulkFiles.Line(row, columns);
            Rows++;
            if (said.GetValueOrDefault(line) == 0) differences.Add(new("bulk.unsaid", Entity: table.Word, Key: table.KeyOf(row), Found: line));
            else said[line]--;
        }

        foreach (var (line, _) in said.Where(l => l.Value > 0)) differences.Add(new("bulk.missing", Entity: table.Word, Expected: line));
    }

    /// <summary>Evidence is kept under its SHA-256; what was expunged is gone from the folder too.</summary>
    public async Task CheckEvidenceAsync(EvidenceFolder folder, CancellationToken cancel)
    {
        foreach (var file in await db.Evidence.AsNoTracking().Select(e => new { e.Id, e.Sha256 }).ToListAsync(cancel))
        {
            if (file.Sha256 == FreeText.Expunged) continue;
            if (!await folder.HoldsAsync(file.Sha256, cancel)) differences.Add(new("evidence.file", Entity: nameof(EvidenceFile), Key: file.Id.ToString("D"), Expected: file.Sha256));
        }
    }

    private static bool TryHash(string text, out Hash hash)
    {
        try
        {
            hash = Hash.FromBase64(text);
            return true;
        }
        catch (FormatException)
        {
            hash = default;
            return false;
        }
    }
}
