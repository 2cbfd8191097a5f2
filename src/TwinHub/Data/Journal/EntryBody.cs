using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TwinHub.Merkle;

namespace TwinHub.Data.Journal;

/// <summary>A row that an act changed, and where it belongs.</summary>
internal readonly record struct ChangedRow(EntityEntry Entry, Place Place)
{
    public string Op => Entry.State switch
    {
        EntityState.Added => "added",
        EntityState.Deleted => "deleted",
        _ => Place.Opens ? "opened" : "changed",
    };
}

/// <summary>Writes what an act changed as the JSON of an entry; free texts go beside it under salted digests.</summary>
internal sealed class EntryBody(List<JournalValue> values)
{
    public byte[] Write(Act act, string? audience, (DateTimeOffset At, DateOnly On) when, IEnumerable<ChangedRow> rows)
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
            ["salt"] = FreeText.NewSalt(),
            ["rows"] = new JsonArray([.. rows.OrderBy(r => r.Entry.State != EntityState.Deleted).Select(Row)]), // a key that goes may come again in one act
        };
        if (act.Reason is { IsEmpty: false } reason) body["reason"] = Digest(LocalTextColumn.Write(reason));
        if (act.Touches.Count > 0) body["touches"] = new JsonArray([.. act.Touches.Select(c => (JsonNode)c)]);
        if (act.Bulk.Count > 0 && audience is null) body["bulk"] = new JsonArray([.. act.Bulk.Select(Bulk)]);
        if (act.Expunges.Count > 0) body["expunges"] = new JsonArray([.. act.Expunges.Select(d => (JsonNode)d)]);
        return CanonicalJson.Serialize(body);
    }

    private static JsonNode Bulk(BulkFile file) =>
        new JsonObject { ["table"] = file.Table, ["format"] = file.Format, ["sha256"] = file.Sha256, ["rows"] = file.Rows };

    private JsonNode Row(ChangedRow change)
    {
        var row = new JsonObject
        {
            ["entity"] = JournalModel.Word(change.Entry.Metadata),
            ["key"] = JournalModel.Key(change.Entry.Metadata, p => Belonging.Value(change.Entry, p.Name)),
            ["op"] = change.Op,
        };
        if (change.Place.Of is { } code) row["of"] = code;
        if (change.Entry.State != EntityState.Deleted) row["values"] = Values(change.Entry, whole: change.Op is "opened" or "added");
        return row;
    }

    private JsonObject Values(EntityEntry entry, bool whole)
    {
        var changed = new JsonObject();
        foreach (var property in entry.Metadata.GetProperties())
        {
            var cell = entry.Property(property.Name);
            if (!whole && !cell.IsModified) continue;
            var after = Node(property, cell.CurrentValue);
            if (whole && after is null) continue; // what a row does not name is null
            changed[JournalModel.Word(property)] = whole || JournalModel.IsFreeText(property) ? after : new JsonArray(Node(property, cell.OriginalValue), after);
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
        var salt = FreeText.NewSalt();
        var digest = FreeText.DigestOf(salt, value);
        values.Add(new JournalValue { Digest = digest, Index = -1, Salt = salt, Value = value });
        return digest;
    }
}
