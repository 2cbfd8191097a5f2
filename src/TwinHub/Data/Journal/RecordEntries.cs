using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TwinHub.Core;

namespace TwinHub.Data.Journal;

/// <summary>A value as people read it.</summary>
/// <param name="Text">In clear; of a text in languages, its stored form. Null: nothing, or expunged.</param>
/// <param name="Local">A text in its languages.</param>
/// <param name="ExpungedBy">Entry that destroyed it.</param>
public sealed record ReadValue(string? Text, LocalText? Local, long? ExpungedBy);

/// <summary>Entries that touch one record, and the texts beside them.</summary>
internal sealed class RecordEntries
{
    private const int MostKeys = 500;
    private static readonly ConcurrentDictionary<IModel, HashSet<(string, string)>> LocalTexts = new();
    private readonly HashSet<(string, string)> locals;
    private readonly Dictionary<string, JournalValue> values = new(StringComparer.Ordinal);

    private RecordEntries(IModel model, List<(JournalEntry, EntryText)> entries)
    {
        locals = LocalTexts.GetOrAdd(model, m => [.. m.GetEntityTypes().Where(JournalModel.IsJournaled)
            .SelectMany(e => e.GetProperties().Where(p => p.ClrType == typeof(LocalText)).Select(p => (JournalModel.Word(e), JournalModel.Word(p))))]);
        Entries = entries;
    }

    /// <summary>Oldest first: the entry, and what it says of the record.</summary>
    public IReadOnlyList<(JournalEntry Entry, EntryText Text)> Entries { get; }

    /// <param name="db">The record.</param>
    /// <param name="visible">Entries to look among.</param>
    /// <param name="code">Code of the record.</param>
    /// <param name="cancel">Reads only.</param>
    public static async Task<RecordEntries> OfAsync(TwinHubDb db, IQueryable<JournalEntry> visible, string code, CancellationToken cancel)
    {
        var touched = db.JournalTouches.Where(t => t.Code == code).Select(t => t.Index);
        var found = await visible.AsNoTracking().Where(e => touched.Contains(e.Index)).OrderBy(e => e.Index).ToListAsync(cancel);
        var read = new RecordEntries(db.Model, found.ConvertAll(entry => (entry, EntryText.Read(entry.Body, code))));
        await read.LoadTextsAsync(db, cancel);
        return read;
    }

    /// <summary>The value as it can still be read.</summary>
    public ReadValue Value(string entity, string property, Said said)
    {
        if (said.Digest is { } digest) return Text(digest, locals.Contains((entity, property)));
        return new(said.Clear, said.Clear is "" && locals.Contains((entity, property)) ? LocalText.Empty : null, null);
    }

    public ReadValue? Reason(EntryText entry) => entry.Reason is { } digest ? Text(digest, isLocal: true) : null;

    private ReadValue Text(string digest, bool isLocal)
    {
        if (!values.TryGetValue(digest, out var value) || value.Value is not { } text) return new(null, null, value?.ExpungedBy);
        return new(text, isLocal ? LocalTextColumn.Read(text) : null, null);
    }

    private async Task LoadTextsAsync(TwinHubDb db, CancellationToken cancel)
    {
        var digests = Entries.SelectMany(e => e.Text.Rows).SelectMany(r => r.Values).Select(v => v.After.Digest).Concat(Entries.Select(e => e.Text.Reason)).OfType<string>().Distinct();
        foreach (var chunk in digests.Chunk(MostKeys))
        {
            foreach (var value in await db.JournalValues.AsNoTracking().Where(v => chunk.Contains(v.Digest)).ToListAsync(cancel)) values[value.Digest] = value;
        }
    }
}
