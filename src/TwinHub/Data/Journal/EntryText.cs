using System.Text.Json;

namespace TwinHub.Data.Journal;

/// <summary>A value as an entry holds it: null, in clear, or a free text by its digest.</summary>
public readonly record struct Said(string? Clear, string? Digest)
{
    public static readonly Said Nothing;

    public bool IsNull => Clear is null && Digest is null;
}

/// <summary>What an entry says of one value.</summary>
/// <param name="Property">Stable word.</param>
/// <param name="Before">What stood before; null where the entry does not say: of new and opened rows, and of free texts.</param>
/// <param name="After">What stands after.</param>
public sealed record SaidChange(string Property, Said? Before, Said After);

/// <summary>What an entry says of one row.</summary>
/// <param name="Entity">Stable word.</param>
/// <param name="Key">Parts of the key, a slash between them.</param>
/// <param name="Of">Code of the record that the row is part of.</param>
/// <param name="Op">added, changed, deleted or opened.</param>
public sealed record SaidRow(string Entity, string Key, string? Of, string Op, IReadOnlyList<SaidChange> Values);

/// <summary>The body of an entry, read.</summary>
public sealed class EntryText
{
    private string? record;

    public string Act { get; private set; } = "";
    public Guid Account { get; private set; }
    public string Party { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string? Audience { get; private set; }
    /// <summary>yyyy-MM-ddTHH:mm:ss.fffZ.</summary>
    public string RecordedAt { get; private set; } = "";
    /// <summary>yyyy-MM-dd.</summary>
    public string EffectiveOn { get; private set; } = "";
    /// <summary>Digest of the reason.</summary>
    public string? Reason { get; private set; }
    public IReadOnlyList<SaidRow> Rows { get; private set; } = [];
    public IReadOnlyList<string> Touches { get; private set; } = [];
    public IReadOnlyList<string> Expunges { get; private set; } = [];
    public IReadOnlyList<BulkFile> Bulk { get; private set; } = [];

    /// <summary>Every digest of a free text in it.</summary>
    public IEnumerable<string> Digests => Rows.SelectMany(r => r.Values).Select(v => v.After.Digest).Append(Reason).OfType<string>();

    /// <param name="body">Canonical JSON.</param>
    /// <param name="record">Code of the record whose rows alone are read; null: all rows. The founding has thousands.</param>
    /// <exception cref="FormatException">Not the body of an entry.</exception>
    public static EntryText Read(ReadOnlySpan<byte> body, string? record = null)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var entry = new EntryText { record = record };
            Open(ref reader);
            while (Next(ref reader) is { } name) entry.Take(name, ref reader);
            return entry;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("Not the body of an entry.", e);
        }
    }

    private void Take(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "act": Act = reader.GetString()!; break;
            case "account": Account = reader.GetGuid(); break;
            case "party": Party = reader.GetString()!; break;
            case "subject": Subject = reader.GetString()!; break;
            case "audience": Audience = reader.GetString(); break;
            case "recordedAt": RecordedAt = reader.GetString()!; break;
            case "effectiveOn": EffectiveOn = reader.GetString()!; break;
            case "reason": Reason = reader.GetString(); break;
            case "rows": Rows = [.. List(ref reader, Row).OfType<SaidRow>()]; break;
            case "touches": Touches = List(ref reader, Text); break;
            case "expunges": Expunges = List(ref reader, Text); break;
            case "bulk": Bulk = List(ref reader, BulkFile); break;
            case "salt": break;
            default: throw new FormatException($"An entry has no '{name}'.");
        }
    }

    private delegate T Reading<T>(ref Utf8JsonReader reader);

    private static List<T> List<T>(ref Utf8JsonReader reader, Reading<T> read)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new FormatException("A list is missing.");
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(read(ref reader));
        return list;
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString() ?? throw new FormatException("A text is missing.");

    /// <summary>Null: a row of another record. Members are sorted, so that its code comes before its values.</summary>
    private SaidRow? Row(ref Utf8JsonReader reader)
    {
        var (entity, key, of, op, values) = ("", "", default(string), "", (IReadOnlyList<SaidChange>)[]);
        while (Next(ref reader) is { } name)
        {
            switch (name)
            {
                case "entity": entity = string.Intern(Text(ref reader)); break;
                case "key": key = Text(ref reader); break;
                case "of": of = reader.GetString(); break;
                case "op": op = string.Intern(Text(ref reader)); break;
                case "values" when record is not null && record != of: reader.Skip(); break;
                case "values": values = Values(ref reader); break;
                default: throw new FormatException($"A row has no '{name}'.");
            }
        }

        return record is null || record == of ? new(entity, key, of, op, values) : null;
    }

    private static List<SaidChange> Values(ref Utf8JsonReader reader)
    {
        var values = new List<SaidChange>();
        while (Next(ref reader) is { } property)
        {
            if (reader.TokenType != JsonTokenType.StartArray) values.Add(new(string.Intern(property), null, Value(ref reader)));
            else if (List(ref reader, Value) is [var before, var after]) values.Add(new(string.Intern(property), before, after));
            else throw new FormatException("A change has two values.");
        }

        return values;
    }

    private static Said Value(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return new(reader.GetString(), null);
        var digest = Next(ref reader) == "digest" ? Text(ref reader) : throw new FormatException("A free text has a digest.");
        return Next(ref reader) is null ? new(null, digest) : throw new FormatException("A free text has only a digest.");
    }

    private static BulkFile BulkFile(ref Utf8JsonReader reader)
    {
        var (table, format, sha256, rows) = ("", 0, "", 0);
        while (Next(ref reader) is { } name)
        {
            switch (name)
            {
                case "table": table = Text(ref reader); break;
                case "format": format = reader.GetInt32(); break;
                case "sha256": sha256 = Text(ref reader); break;
                case "rows": rows = reader.GetInt32(); break;
                default: throw new FormatException($"A file has no '{name}'.");
            }
        }

        return new(table, format, sha256, rows);
    }

    private static void Open(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new FormatException("Not an object.");
    }

    /// <summary>Name of the next member, the reader on its value; null at the end of the object.</summary>
    private static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName) return null;
        var name = reader.GetString();
        reader.Read();
        return name;
    }
}
