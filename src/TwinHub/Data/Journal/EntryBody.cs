using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>Writes what an act changed as the JSON of an entry; free texts go beside it under salted digests.</summary>
internal sealed class EntryBody(Audience audiences, List<JournalValue> values)
{
    private const int SaltBytes = 16;

    public byte[] Write(Act act, string? audience, (DateTimeOffset At, DateOnly On) when, IEnumerable<EntityEntry> changes)
    {
        var body = new JsonObject
        {
            ["act"] = act.Name,
            ["account"] = act.Actor.Account.ToString("D"),
            ["party"] = act.Actor.Party,
            ["subject"] = act.Subject,
            ["audience"] = audience,
            ["recordedAt"] = JournalModel.Written(when.At.UtcDateTime),
            ["effectiveOn"] = JournalModel.Written(when.On),
            ["salt"] = Salt(),
            ["rows"] = new JsonArray([.. changes.Select(Row)]),
        };
        if (act.Reason is { IsEmpty: false } reason) body["reason"] = Digest(LocalTextColumn.Write(reason));
        if (act.Bulk.Count > 0 && audience is null) body["bulk"] = new JsonArray([.. act.Bulk.Select(Bulk)]);
        if (act.Expunges.Count > 0) body["expunges"] = new JsonArray([.. act.Expunges.Select(d => (JsonNode)d)]);
        return CanonicalJson.Serialize(body);
    }

    private static JsonNode Bulk(BulkFile file) =>
        new JsonObject { ["table"] = file.Table, ["format"] = file.Format, ["sha256"] = file.Sha256, ["rows"] = file.Rows };

    private JsonNode Row(EntityEntry entry)
    {
        var opens = entry.State is EntityState.Unchanged or EntityState.Modified && audiences.Opens(entry);
        var row = new JsonObject
        {
            ["entity"] = JournalModel.Word(entry.Metadata),
            ["key"] = JournalModel.Key(entry.Metadata, p => entry.Property(p.Name).CurrentValue),
            ["op"] = opens ? "opened" : entry.State switch { EntityState.Added => "added", EntityState.Deleted => "deleted", _ => "changed" },
        };
        if (entry.State != EntityState.Deleted) row["values"] = Values(entry, opens);
        return row;
    }

    private JsonObject Values(EntityEntry entry, bool opens)
    {
        var whole = opens || entry.State == EntityState.Added;
        var changed = new JsonObject();
        foreach (var property in entry.Metadata.GetProperties().Where(p => whole || entry.Property(p.Name).IsModified))
        {
            var after = Node(property, entry.Property(property.Name).CurrentValue);
            if (whole && after is null) continue; // what a row does not name is null
            changed[JournalModel.Word(property)] = whole || JournalModel.IsFreeText(property)
                ? after : new JsonArray(Node(property, entry.Property(property.Name).OriginalValue), after);
        }

        return changed;
    }

    private JsonNode? Node(IProperty property, object? value)
    {
        var stored = JournalModel.Stored(property, value);
        if (stored is null) return null;
        return JournalModel.IsFreeText(property) && stored.Length > 0 ? new JsonObject { ["digest"] = Digest(stored) } : JsonValue.Create(stored);
    }

    private string Digest(string value)
    {
        var salt = Salt();
        var digest = DigestOf(salt, value);
        values.Add(new JournalValue { Digest = digest, Salt = salt, Value = value });
        return digest;
    }

    /// <summary>SHA-256 of salt and value, base64: what an entry holds of a free text.</summary>
    public static string DigestOf(string salt, string value) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));

    private static string Salt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SaltBytes));
}
