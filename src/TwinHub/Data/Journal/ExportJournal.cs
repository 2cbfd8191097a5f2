using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;

namespace TwinHub.Data.Journal;

/// <summary>Writes the journal for one party: in clear what it may see, of the rest the leaf hash only, and the signed head that proves the whole. docs/formats/journal.md says the form.</summary>
public sealed class ExportJournal(TwinHubDb db, SignTreeHead sign)
{
    public const string Format = "twinhub-journal/1";
    private const int PageRows = 1_000;
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <param name="output">JSON lines, UTF-8.</param>
    /// <param name="actor">Their party sees what the file holds in clear.</param>
    /// <param name="cancel">Leaves half a file, which does not verify.</param>
    public async Task HandleAsync(Stream output, Actor actor, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.BeginAsync(db, cancel);
        var head = await sign.HandleAsync(cancel);
        var first = new JsonObject { ["format"] = Format, ["origin"] = head.Checkpoint.Origin, ["audience"] = actor.Party, ["key"] = head.Key, ["checkpoint"] = head.Note };
        await WriteAsync(output, JsonSerializer.SerializeToUtf8Bytes(first), cancel);
        for (var from = 0L; from < head.Checkpoint.Head.Size; from += PageRows) await WriteAsync(output, actor, from, cancel);
    }

    private async Task WriteAsync(Stream output, Actor actor, long from, CancellationToken cancel)
    {
        var seen = await db.Journal.AsNoTracking().VisibleTo(actor).Where(e => e.Index >= from && e.Index < from + PageRows).Select(e => new { e.Index, e.Body }).ToDictionaryAsync(e => e.Index, e => e.Body, cancel);
        var leaves = await db.Journal.AsNoTracking().Where(e => e.Index >= from && e.Index < from + PageRows).OrderBy(e => e.Index).Select(e => new { e.Index, e.LeafHash }).ToListAsync(cancel);
        var values = (await db.JournalValues.AsNoTracking().Where(v => v.Index >= from && v.Index < from + PageRows).ToListAsync(cancel)).ToLookup(v => v.Index);
        foreach (var leaf in leaves)
        {
            var line = seen.TryGetValue(leaf.Index, out var body) ? Clear(leaf.Index, body, values[leaf.Index]) : Hidden(leaf.Index, leaf.LeafHash);
            await WriteAsync(output, line, cancel);
        }
    }

    /// <summary>The body stands byte for byte as it was hashed.</summary>
    private static byte[] Clear(long index, byte[] body, IEnumerable<JournalValue> values)
    {
        var texts = new JsonObject();
        foreach (var value in values.OrderBy(v => v.Digest, StringComparer.Ordinal)) texts[value.Digest] = Text(value);
        return [.. Encoding.UTF8.GetBytes($"{{\"index\":{JournalModel.Written(index)},\"body\":"), .. body, .. ",\"values\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(texts), (byte)'}'];
    }

    private static JsonObject Text(JournalValue value) => value.ExpungedBy is { } by
        ? new JsonObject { ["expungedBy"] = by }
        : new JsonObject { ["salt"] = value.Salt, ["value"] = value.Value };

    private static byte[] Hidden(long index, byte[] leaf) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["index"] = index, ["hash"] = Convert.ToBase64String(leaf) });

    private static async Task WriteAsync(Stream output, byte[] line, CancellationToken cancel)
    {
        await output.WriteAsync(line, cancel);
        await output.WriteAsync(NewLine, cancel);
    }
}
