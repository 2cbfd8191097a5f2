using System.Globalization;
using System.Text;
using System.Text.Json;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Checks an export with nothing but the file: no database, no network.</summary>
/// <param name="trusted">The log's public key as it was got by another way; null: the one in the file, and the verdict says so.</param>
/// <param name="held">Heads of this log that the reader kept from earlier: the file must continue each.</param>
public sealed class VerifyExport(NoteKey? trusted, params IReadOnlyList<Checkpoint> held)
{
    private readonly Differences differences = new();
    private readonly Frontier frontier = new();
    private readonly Dictionary<string, (long Entry, long By)> expunged = new(StringComparer.Ordinal); // digest → where it stood, who is said to have destroyed it
    private readonly HashSet<(string Digest, long By)> expunging = [];
    private string audience = "";
    private long clear, values;

    /// <param name="Origin">Name of the log.</param>
    /// <param name="Audience">Party for which the file was written.</param>
    /// <param name="Entries">Number of entries.</param>
    /// <param name="Clear">Of these in clear.</param>
    /// <param name="Root">Root over all, base64.</param>
    /// <param name="Signature">"trusted": by the key that the reader gave; "own": by the key in the file; "none": not signed by it.</param>
    /// <param name="First">The first difference.</param>
    /// <param name="Differences">How many there are.</param>
    /// <param name="Values">Free texts that fit their digests.</param>
    /// <param name="Expunged">Free texts that an entry destroyed.</param>
    public sealed record Verdict(string Origin, string Audience, long Entries, long Clear, string Root, string Signature, Difference? First, int Differences, long Values, long Expunged)
    {
        public bool IsSound => Differences == 0;
        public int ExitCode => IsSound ? 0 : 1;
    }

    /// <exception cref="FormatException">Not an export.</exception>
    public async Task<Verdict> HandleAsync(Stream input, CancellationToken cancel)
    {
        using var lines = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var (key, note, checkpoint) = Header(await lines.ReadLineAsync(cancel) ?? throw new FormatException("The file is empty."));
        CheckHeld(checkpoint);
        while (await lines.ReadLineAsync(cancel) is { } line) Take(line);
        foreach (var (digest, (entry, by)) in expunged.Where(e => !expunging.Contains((e.Key, e.Value.By)) && e.Value.By >= 0)) CheckHidden(digest, entry, by);
        return Said(checkpoint, Signature(key, note, checkpoint));
    }

    private (NoteKey Key, SignedNote Note, Checkpoint Checkpoint) Header(string line)
    {
        using var header = Parsed(line);
        var text = (string name) => header.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"The first line has no {name}.");
        if (text("format") != ExportJournal.Format) throw new FormatException($"Not the format {ExportJournal.Format}.");
        audience = text("audience");
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(text("checkpoint")));
        return (NoteKey.Parse(text("key")), note, Checkpoint.Parse(note.Text));
    }

    private void Take(string line)
    {
        using var parsed = Parsed(line);
        var entry = parsed.RootElement;
        var index = entry.TryGetProperty("index", out var number) && number.TryGetInt64(out var i) ? i : -1;
        if (index != frontier.Size) differences.Add(new("entry.gap", frontier.Size, Found: index.ToString(CultureInfo.InvariantCulture)));
        if (entry.TryGetProperty("body", out var body)) frontier.Append(TakeClear(frontier.Size, body, entry.TryGetProperty("values", out var texts) ? texts : default));
        else frontier.Append(Hash.FromBase64(entry.TryGetProperty("hash", out var hash) ? hash.GetString() ?? "" : ""));
        CheckHeld(null);
    }

    private Hash TakeClear(long index, JsonElement body, JsonElement texts)
    {
        clear++;
        var canonical = CanonicalJson.Serialize(body);
        var entry = EntryText.Read(canonical);
        if (entry.Audience is { } party && party != audience) differences.Add(new("entry.audience", index, Expected: audience, Found: party));
        foreach (var digest in entry.Expunges) expunging.Add((digest, index));
        foreach (var digest in entry.Digests) Check(index, digest, texts.ValueKind == JsonValueKind.Object && texts.TryGetProperty(digest, out var text) ? text : default);
        return Hash.OfLeaf(canonical);
    }

    private void Check(long index, string digest, JsonElement text)
    {
        if (text.ValueKind != JsonValueKind.Object) differences.Add(new("value.missing", index, Key: digest));
        else if (text.TryGetProperty("expungedBy", out var by) && by.TryGetInt64(out var entry)) expunged[digest] = (index, entry);
        else if (Fits(digest, text)) values++;
        else differences.Add(new("value.digest", index, Key: digest, Found: text.ToString()));
    }

    private static bool Fits(string digest, JsonElement text) =>
        text.TryGetProperty("salt", out var salt) && text.TryGetProperty("value", out var value) && FreeText.Fits(digest, salt.GetString() ?? "", value.GetString() ?? "");

    /// <summary>The entry that destroyed a text is either in clear and says so, or after it in the file.</summary>
    private void CheckHidden(string digest, long entry, long by) => differences.Add(new("value.expunged-by", entry, Key: digest, Found: by.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A head that the reader kept is the head that this file had at that size.</summary>
    private void CheckHeld(Checkpoint? end)
    {
        foreach (var kept in held)
        {
            if (end is not null && (kept.Origin != end.Origin || kept.Head.Size > end.Head.Size)) differences.Add(new("head.held", kept.Head.Size, Expected: kept.Head.Root.ToBase64()));
            if (end is null && kept.Head.Size == frontier.Size && kept.Head.Root != frontier.Root()) differences.Add(new("head.held", frontier.Size, Expected: kept.Head.Root.ToBase64(), Found: frontier.Root().ToBase64()));
        }
    }

    private string Signature(NoteKey key, SignedNote note, Checkpoint checkpoint)
    {
        if (frontier.Head() != checkpoint.Head) differences.Add(new("head.root", frontier.Size, Expected: checkpoint.Head.Root.ToBase64(), Found: frontier.Root().ToBase64()));
        if (note.Verify(trusted ?? key).IsTrusted) return trusted is null ? "own" : "trusted";
        differences.Add(new("head.signature", frontier.Size));
        return "none";
    }

    private Verdict Said(Checkpoint checkpoint, string signature) => new(
        checkpoint.Origin, audience, frontier.Size, clear, frontier.Root().ToBase64(), signature, differences.First.Count > 0 ? differences.First[0] : null, differences.Count, values, expunged.Count);

    private static JsonDocument Parsed(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new FormatException("A line is not JSON.", e);
        }
    }
}
