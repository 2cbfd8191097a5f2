using System.Buffers.Binary;
using System.Numerics;

namespace TwinHub.Merkle;

/// <summary>The right edge of a growing tree: all that is needed to append to it and to tell its root, in at most 2 KiB.</summary>
/// <remarks>The roots of the complete subtrees from left to right, one for each set bit of the size. Not safe for concurrent use.</remarks>
public sealed class Frontier
{
    private const int MostSubtrees = 63;
    private readonly Hash[] subtrees = new Hash[MostSubtrees];

    /// <summary>Leaves appended so far.</summary>
    public long Size { get; private set; }

    private int Count => BitOperations.PopCount((ulong)Size);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">Its length does not belong to its size.</exception>
    public static Frontier Read(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.Length < sizeof(long) ? -1 : BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != BytesAt(size)) throw new FormatException($"{bytes.Length} bytes are not the frontier of a tree.");
        var frontier = new Frontier { Size = size };
        Hash.Row(bytes[sizeof(long)..]).CopyTo(frontier.subtrees);
        return frontier;
    }

    /// <summary>Size as eight bytes, highest first, then the hashes of the subtrees from left to right.</summary>
    /// <returns>Shape [8 + 32 × set bits of the size].</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[BytesAt(Size)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        for (var i = 0; i < Count; i++) subtrees[i].CopyTo(bytes.AsSpan(sizeof(long) + (i * Hash.Length)));
        return bytes;
    }

    /// <summary>Appends one leaf: one hash on average, at most 63.</summary>
    public void Append(in Hash leaf)
    {
        var (node, last) = (leaf, Count);
        for (var rest = Size; (rest & 1) == 1; rest >>= 1) node = Hash.OfNode(subtrees[--last], node);
        subtrees[last] = node;
        Size++;
    }

    /// <summary>Appends leaves in their order.</summary>
    /// <param name="leaves">Leaf hashes. Shape [n].</param>
    public void Append(ReadOnlySpan<Hash> leaves)
    {
        foreach (ref readonly var leaf in leaves) Append(leaf);
    }

    /// <summary>Root of all leaves so far. O(log n).</summary>
    public Hash Root()
    {
        if (Size == 0) return Hash.OfEmptyTree;
        var root = subtrees[Count - 1];
        for (var i = Count - 2; i >= 0; i--) root = Hash.OfNode(subtrees[i], root);
        return root;
    }

    public TreeHead Head() => new(Size, Root());

    private static int BytesAt(long size) => sizeof(long) + (Hash.Length * BitOperations.PopCount((ulong)size));
}
