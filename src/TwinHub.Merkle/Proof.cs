using System.Numerics;

namespace TwinHub.Merkle;

/// <summary>Makes roots and proofs of any size a log has had, from the complete nodes of its tree.</summary>
/// <remarks>O(log n) nodes asked for and as many hashed. Source: RFC 9162 §2.1.1, §2.1.3.1, §2.1.4.1.</remarks>
public static class Proof
{
    /// <summary>Root of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static Hash RootAt<TNodes>(TNodes nodes, long size)
        where TNodes : ITreeNodes, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? Hash.OfEmptyTree : RootOf(nodes, 0, size);
    }

    /// <summary>Shows that a leaf stands at <paramref name="index"/> of the tree of the first <paramref name="size"/> leaves.</summary>
    /// <returns>Siblings from the leaf upwards, for <see cref="TreeHead.Includes"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not one of that tree.</exception>
    public static Hash[] Inclusion<TNodes>(TNodes nodes, long index, long size)
        where TNodes : ITreeNodes, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var (path, begin, end) = (new Stack<Hash>(), 0L, size);
        while (end - begin > 1) Descend(nodes, index, ref begin, ref end, path);
        return [.. path];
    }

    /// <summary>Shows that the tree of <paramref name="size"/> leaves only appended to the one of the <paramref name="first"/> leaves.</summary>
    /// <returns>For <see cref="TreeHead.Extends"/>; empty when both sizes are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first size is 0 or above the second.</exception>
    public static Hash[] Consistency<TNodes>(TNodes nodes, long first, long size)
        where TNodes : ITreeNodes, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, size);
        var (path, begin, end) = (new Stack<Hash>(), 0L, size);
        while (end != first) Descend(nodes, first - 1, ref begin, ref end, path);
        if (begin > 0) path.Push(RootOf(nodes, begin, end)); // else it is the first root, which the verifier holds
        return [.. path];
    }

    /// <summary>Into the half that holds the leaf; the other half's root goes on the path.</summary>
    private static void Descend<TNodes>(TNodes nodes, long leaf, ref long begin, ref long end, Stack<Hash> path)
        where TNodes : ITreeNodes, allows ref struct
    {
        var middle = begin + LeftLeaves(end - begin);
        path.Push(leaf < middle ? RootOf(nodes, middle, end) : RootOf(nodes, begin, middle));
        (begin, end) = leaf < middle ? (begin, middle) : (middle, end);
    }

    private static Hash RootOf<TNodes>(TNodes nodes, long begin, long end)
        where TNodes : ITreeNodes, allows ref struct
    {
        var size = end - begin;
        if (BitOperations.IsPow2(size)) return nodes.At(BitOperations.Log2((ulong)size), begin / size);
        var middle = begin + LeftLeaves(size);
        return Hash.OfNode(RootOf(nodes, begin, middle), RootOf(nodes, middle, end));
    }

    /// <summary>The largest power of two below <paramref name="size"/>, which is at least 2.</summary>
    private static long LeftLeaves(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
