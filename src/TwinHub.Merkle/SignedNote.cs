using System.Text;

namespace TwinHub.Merkle;

/// <summary>A text and the signatures under it.</summary>
/// <remarks>Source: C2SP signed-note. Nothing in the text may be believed before <see cref="Verify"/> says so.</remarks>
public sealed class SignedNote
{
    /// <summary>Most bytes of a note that is read.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Most signatures of a note that is read.</summary>
    public const int MostSignatures = 100;

    private const string Separator = "\n\n";

    /// <param name="text">Ends with a newline; no other control characters.</param>
    /// <param name="signatures">In the order of their lines.</param>
    /// <exception cref="FormatException">Not a text that can be signed.</exception>
    public SignedNote(string text, params IEnumerable<NoteSignature> signatures)
    {
        if (!text.EndsWith('\n') || !IsPlain(text)) throw new FormatException("A signed text ends with a newline and has no other control characters.");
        (Text, Signatures) = (text, [.. signatures]);
    }

    public string Text { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note and verifies nothing.</summary>
    /// <exception cref="FormatException">Malformed: not UTF-8, control characters, no or broken signature lines, too long.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes) throw new FormatException($"A note has at most {MostBytes} bytes.");
        var note = Decoded(utf8);
        var end = note.LastIndexOf(Separator, StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n')) throw new FormatException("A note is a text, an empty line and signature lines.");
        var lines = note[(end + Separator.Length)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MostSignatures) throw new FormatException($"A note has 1 to {MostSignatures} signatures.");
        return new SignedNote(note[..(end + 1)], lines.Select(NoteSignature.Parse));
    }

    /// <summary>The same note with one more signature, at its end.</summary>
    public SignedNote With(NoteSignature signature) => new(Text, [.. Signatures, signature]);

    /// <summary>Which of the known keys signed this text. Signatures of other keys are passed over.</summary>
    /// <param name="known">Keys that the caller has from elsewhere and trusts.</param>
    public NoteVerdict Verify(params IEnumerable<NoteKey> known)
    {
        var claims = known.Distinct().SelectMany(_ => Signatures, (Key, Signature) => (Key, Signature)).Where(c => c.Signature.IsOf(c.Key));
        var checkedClaims = claims.Select(c => (c.Key, c.Signature, IsValid: c.Signature.IsValid(c.Key, Text))).ToList();
        var valid = checkedClaims.Where(c => c.IsValid).DistinctBy(c => c.Key).Select(c => new KnownSignature(c.Key, c.Key.Kind == NoteKeyKind.Witness ? c.Signature.CosignedAt : null));
        return new NoteVerdict([.. valid], [.. checkedClaims.Where(c => !c.IsValid).Select(c => c.Key).Distinct()]);
    }

    /// <summary>The note as it is sent and kept, in UTF-8.</summary>
    public byte[] ToBytes() => NoteSignature.Text.GetBytes(ToString());

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => $"{s}\n"))}";

    private static string Decoded(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return NoteSignature.Text.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("A note is UTF-8.", e);
        }
    }

    private static bool IsPlain(string text) => !text.Any(c => c < ' ' && c != '\n');
}

/// <summary>A signature that verified.</summary>
/// <param name="Key">Whose.</param>
/// <param name="At">When the witness says it cosigned, in whole seconds; null of a log, whose signature has no time.</param>
public sealed record KnownSignature(NoteKey Key, DateTimeOffset? At);

/// <summary>What the known keys make of a note.</summary>
/// <param name="Valid">One for each key that signed this text.</param>
/// <param name="Failed">Keys under whose name and id stands a signature that is not theirs.</param>
public sealed record NoteVerdict(IReadOnlyList<KnownSignature> Valid, IReadOnlyList<NoteKey> Failed)
{
    /// <summary>At least one known key signed, and none is misused.</summary>
    public bool IsTrusted => Valid.Count > 0 && Failed.Count == 0;
}
