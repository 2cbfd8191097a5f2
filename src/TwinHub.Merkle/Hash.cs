using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace TwinHub.Merkle;

/// <summary>A SHA-256 value of a Merkle tree: always 32 bytes, so that no root, leaf or proof of another length can be made.</summary>
/// <remarks>Source: RFC 9162 §2.1.1 (the same as RFC 6962 §2.1).</remarks>
public readonly record struct Hash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 32;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int StackLimit = 1024;
    private readonly Vector256<byte> value;

    /// <param name="bytes">Shape [32].</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length) throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        value = Vector256.Create(bytes);
    }

    /// <summary>Root of the tree without leaves: SHA-256 of nothing.</summary>
    public static Hash OfEmptyTree { get; } = new(SHA256.HashData([]));

    /// <summary>Leaf hash of an entry: SHA-256(00 ‖ entry).</summary>
    public static Hash OfLeaf(ReadOnlySpan<byte> entry)
    {
        var size = entry.Length + 1;
        Span<byte> text = size <= StackLimit ? stackalloc byte[StackLimit] : new byte[size];
        text[0] = LeafPrefix;
        entry.CopyTo(text[1..]);
        return OfBytes(text[..size]);
    }

    /// <summary>Hash of an inner node: SHA-256(01 ‖ left ‖ right).</summary>
    public static Hash OfNode(in Hash left, in Hash right)
    {
        Span<byte> text = stackalloc byte[1 + (2 * Length)];
        text[0] = NodePrefix;
        left.CopyTo(text[1..]);
        right.CopyTo(text[(1 + Length)..]);
        return OfBytes(text);
    }

    /// <summary>Hashes that lie one after the other, as a file or a column keeps them, seen without a copy.</summary>
    /// <param name="bytes">Shape [32 n].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">Not a multiple of 32 bytes.</exception>
    public static ReadOnlySpan<Hash> Row(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Length != 0) throw new ArgumentException($"{bytes.Length} bytes are not whole hashes.", nameof(bytes));
        return MemoryMarshal.Cast<byte, Hash>(bytes);
    }

    /// <exception cref="FormatException">Not the base64 of 32 bytes.</exception>
    public static Hash FromBase64(string text) =>
        Base64Text.Decode(text) is { Length: Length } bytes ? new Hash(bytes) : throw new FormatException("Not the base64 of a hash.");

    /// <summary>Writes the 32 bytes to the beginning of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination) => value.CopyTo(destination);

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public string ToBase64() => Convert.ToBase64String(ToBytes());

    /// <summary>Lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());

    private static Hash OfBytes(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(text, hash);
        return new Hash(hash);
    }
}
