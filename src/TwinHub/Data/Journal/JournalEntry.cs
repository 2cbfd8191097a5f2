using TwinHub.Core.Parties;

namespace TwinHub.Data.Journal;

/// <summary>One entry of the append-only log: what one act did, as canonical JSON (RFC 8785), for one audience. All but <see cref="Index"/> and the hash repeats the body, for queries.</summary>
public sealed class JournalEntry
{
    /// <summary>From 0, without gaps.</summary>
    public required long Index { get; init; }
    /// <summary>Real time of the act.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    /// <summary>The fact's day.</summary>
    public required DateOnly EffectiveOn { get; init; }
    /// <summary>Party that may see it in clear; null: joint.</summary>
    public string? Audience { get; init; }
    public required string Act { get; init; }
    public required Guid Account { get; init; }
    public required string Party { get; init; }
    public required string Subject { get; init; }
    public required byte[] Body { get; init; }
    /// <summary>RFC 9162 leaf hash of the body.</summary>
    public required byte[] LeafHash { get; init; }
}

/// <summary>Which records an entry touches, by code. Derived; rebuilt from the entries.</summary>
public sealed class JournalTouch
{
    public required long Index { get; init; }
    public required string Code { get; init; }
}

/// <summary>A free text beside its entry, under the salted digest that the entry holds. Expunged, value and salt are gone and the digest stays.</summary>
public sealed class JournalValue
{
    /// <summary>SHA-256 of salt and value, base64.</summary>
    public required string Digest { get; init; }
    /// <summary>Entry that holds the digest.</summary>
    public required long Index { get; init; }
    /// <summary>Empty once expunged: with it a short value could be guessed from the digest.</summary>
    public required string Salt { get; set; }
    public required string? Value { get; set; }
    /// <summary>Entry that expunged it.</summary>
    public long? ExpungedBy { get; set; }
}

/// <summary>The one row that gives entries their order: size and right edge of the tree.</summary>
public sealed class JournalHead
{
    public required int Id { get; init; }
    public required long Size { get; set; }
    public required byte[] Frontier { get; set; }
}

public static class JournalReads
{
    /// <summary>Joint entries, and those of the actor's own party.</summary>
    public static IQueryable<JournalEntry> VisibleTo(this IQueryable<JournalEntry> entries, Actor actor) => entries.Where(e => e.Audience == null || e.Audience == actor.Party);
}
