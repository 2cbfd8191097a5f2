using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Parties;
using TwinHub.Data;
using TwinHub.Data.Journal;
using TwinHub.Merkle;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>One entry of the append-only log, in clear for its audience (记录).</summary>
/// <param name="Index">From 0, without gaps.</param>
/// <param name="RecordedAt">Real time of the act.</param>
/// <param name="EffectiveOn">The fact's day.</param>
/// <param name="Audience">Party that alone sees it; null: every party.</param>
/// <param name="Act">Stable word, noun and participle.</param>
/// <param name="Account">Key of the account that acted.</param>
/// <param name="Party">Party of the account; empty: the founding.</param>
/// <param name="Subject">Code of the record that the act is about.</param>
/// <param name="LeafHash">RFC 9162 leaf hash, base64.</param>
/// <param name="Body">Canonical JSON (RFC 8785) exactly as it was hashed; null where many entries are listed.</param>
/// <param name="Values">Free texts by their digest; null where many entries are listed.</param>
public sealed record EntryJson(long Index, DateTimeOffset RecordedAt, DateOnly EffectiveOn, string? Audience, string Act, Guid Account, string Party, string Subject, string LeafHash, string? Body, IReadOnlyDictionary<string, EntryValueJson>? Values)
{
    internal static EntryJson Of(JournalEntry e, string? body, IReadOnlyDictionary<string, EntryValueJson>? values) =>
        new(e.Index, e.RecordedAt, e.EffectiveOn, e.Audience, e.Act, e.Account, e.Party, e.Subject, Convert.ToBase64String(e.LeafHash), body, values);
}

/// <param name="Salt">The digest is SHA-256 of salt and value.</param>
/// <param name="Value">Null: it was expunged.</param>
/// <param name="ExpungedBy">Index of the entry that destroyed it.</param>
public sealed record EntryValueJson(string? Salt, string? Value, long? ExpungedBy);

/// <summary>How many entries the journal has, and their root, signed.</summary>
/// <param name="Origin">Name of the log.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">RFC 9162 root hash, base64.</param>
/// <param name="Note">C2SP signed note of the checkpoint, as it is kept.</param>
/// <param name="Key">Public key, name+id+base64: get it by another way than this one.</param>
public sealed record HeadJson(string Origin, long Size, string Root, string Note, string Key);

/// <summary>Shows that an entry stands in the tree of the first entries.</summary>
/// <param name="Index">Index of the entry.</param>
/// <param name="Size">Entries of the tree.</param>
/// <param name="LeafHash">Base64.</param>
/// <param name="Hashes">RFC 9162 inclusion path from the leaf upwards, base64.</param>
public sealed record InclusionJson(long Index, long Size, string LeafHash, IReadOnlyList<string> Hashes);

/// <summary>Shows that the log only appended between two sizes.</summary>
/// <param name="First">Entries of the earlier tree.</param>
/// <param name="Size">Entries of the later tree.</param>
/// <param name="Hashes">RFC 9162 consistency proof, base64.</param>
public sealed record ConsistencyJson(long First, long Size, IReadOnlyList<string> Hashes);

/// <summary>Entries that every party or the actor's own may see; heads and proofs, which hold hashes only, of the whole.</summary>
internal sealed class JournalCalls(TwinHubDb db, SignTreeHead sign, Actor actor)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var index = Parameter.Number("index", "0") with { Place = ParameterPlace.Path };
        app.Get("/journal", Operation.List<EntryJson>("journal.list", Parameter.Text("act", "region.founded"), Parameter.Text("code", "three-rivers"), Parameter.Text("party", "north"), Parameter.Number("from", "0")), (Call call, JournalCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/journal/head", Operation.One<HeadJson>("journal.head"), (Call call, JournalCalls slice, CancellationToken cancel) => slice.HeadAsync(call, cancel));
        app.Get("/journal/consistency", Operation.One<ConsistencyJson>("journal.consistency", Parameter.Number("first", "1", 1) with { Needed = true }, Parameter.Number("size", "1", 1)), (Call call, JournalCalls slice, CancellationToken cancel) => slice.ConsistencyAsync(call, cancel));
        app.Get("/journal/{index}", Operation.One<EntryJson>("journal.get", index), (Call call, JournalCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
        app.Get("/journal/{index}/inclusion", Operation.One<InclusionJson>("journal.inclusion", index, Parameter.Number("size", "1", 1)), (Call call, JournalCalls slice, CancellationToken cancel) => slice.InclusionAsync(call, cancel));
    }

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var entries = db.Journal.AsNoTracking().VisibleTo(actor);
        if (call.Text("act") is { } act) entries = entries.Where(e => e.Act == act);
        if (call.Text("party") is { } party) entries = entries.Where(e => e.Party == party);
        if (call.Text("code") is { } code) entries = entries.Where(e => e.Subject == code || db.JournalTouches.Any(t => t.Index == e.Index && t.Code == code));
        if (call.Number("from") is { } from) entries = entries.Where(e => e.Index >= from);
        if (call.After is { } after && long.TryParse(after, CultureInfo.InvariantCulture, out var last)) entries = entries.Where(e => e.Index > last);
        var found = (await entries.OrderBy(e => e.Index).Take(call.Limit + 1).ToListAsync(cancel)).ConvertAll(e => EntryJson.Of(e, null, null));
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Index.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var index = call.Number("index")!.Value;
        var entry = await db.Journal.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(e => e.Index == index, cancel) ?? throw new NotFoundException("entry", call.Path("index"));
        var values = await db.JournalValues.AsNoTracking().Where(v => v.Index == index).ToListAsync(cancel);
        var texts = values.OrderBy(v => v.Digest, StringComparer.Ordinal).ToDictionary(v => v.Digest, v => v.ExpungedBy is null ? new EntryValueJson(v.Salt, v.Value, null) : new(null, null, v.ExpungedBy));
        return call.One(EntryJson.Of(entry, Encoding.UTF8.GetString(entry.Body), texts));
    }

    private async Task<IResult> HeadAsync(Call call, CancellationToken cancel)
    {
        var head = await sign.HandleAsync(cancel);
        return call.One(new HeadJson(head.Checkpoint.Origin, head.Checkpoint.Head.Size, head.Checkpoint.Head.Root.ToBase64(), head.Note, head.Key), Tagged.Of(Encoding.UTF8.GetBytes(head.Checkpoint.ToString())));
    }

    private async Task<IResult> InclusionAsync(Call call, CancellationToken cancel)
    {
        var leaves = await LeavesAsync(call, cancel);
        var index = call.Number("index")!.Value;
        if (index >= leaves.Length) throw new NotFoundException("entry", call.Path("index"));
        return call.One(new InclusionJson(index, leaves.Length, leaves[index].ToBase64(), [.. MerkleTree.InclusionProof(leaves, (int)index).Select(h => h.ToBase64())]));
    }

    private async Task<IResult> ConsistencyAsync(Call call, CancellationToken cancel)
    {
        var (leaves, first) = (await LeavesAsync(call, cancel), call.Number("first")!.Value);
        call.MustFit("first", first <= leaves.Length);
        return call.One(new ConsistencyJson(first, leaves.Length, [.. MerkleTree.ConsistencyProof(leaves, (int)first).Select(h => h.ToBase64())]));
    }

    /// <summary>The hashes of the first entries: as many as were asked for, or all.</summary>
    private async Task<Hash[]> LeavesAsync(Call call, CancellationToken cancel)
    {
        var all = await db.JournalHead.AsNoTracking().Select(h => h.Size).SingleAsync(cancel);
        var size = call.Number("size") ?? all;
        call.MustFit("size", size <= all);
        return [.. (await db.Journal.AsNoTracking().Where(e => e.Index < size).OrderBy(e => e.Index).Select(e => e.LeafHash).ToListAsync(cancel)).Select(h => new Hash(h))];
    }
}
