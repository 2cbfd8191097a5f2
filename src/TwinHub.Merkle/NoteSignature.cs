using System.Buffers.Binary;
using System.Text;

namespace TwinHub.Merkle;

/// <summary>One signature line of a note. Nothing is known of it until a key verifies it.</summary>
public sealed class NoteSignature(string keyName, uint keyId, ReadOnlyMemory<byte> bytes)
{
    internal static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const string Prefix = "— ";
    private const int IdBytes = sizeof(uint);

    public string KeyName => keyName;

    public uint KeyId => keyId;

    /// <summary>The signature; of a witness, eight bytes of Unix seconds before it.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>When the witness says it cosigned; null when the bytes hold no such time.</summary>
    internal DateTimeOffset? CosignedAt =>
        Seconds is >= 0 and var seconds && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private long Seconds => Bytes.Length > sizeof(long) ? BinaryPrimitives.ReadInt64BigEndian(Bytes.Span) : -1;

    /// <summary>The line without its newline.</summary>
    public override string ToString()
    {
        var coded = new byte[IdBytes + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(coded, KeyId);
        Bytes.Span.CopyTo(coded.AsSpan(IdBytes));
        return $"{Prefix}{KeyName} {Convert.ToBase64String(coded)}";
    }

    internal static NoteSignature Parse(string line)
    {
        var parts = line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..].Split(' ') : [];
        var coded = parts.Length == 2 && NoteKey.IsName(parts[0]) ? Base64Text.Decode(parts[1]) : null;
        if (coded is not { Length: > IdBytes }) throw new FormatException("A signature line is a dash, the name of the key and base64.");
        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(coded), coded.AsMemory(IdBytes));
    }

    internal bool IsOf(NoteKey key) => key.Name == KeyName && key.Id == KeyId;

    internal bool IsValid(NoteKey key, string text)
    {
        if (key.Kind == NoteKeyKind.Log) return key.IsValid(Text.GetBytes(text), Bytes.Span);
        return CosignedAt is not null && key.IsValid(NoteSigner.CosignedText(text, Seconds), Bytes.Span[sizeof(long)..]);
    }
}
