using System.Numerics;

namespace TwinHub.Merkle;

/// <summary>What a log says of itself at one moment: how many leaves it has, and their root.</summary>
public readonly record struct TreeHead(long Size, Hash Root)
{
    /// <summary>Head of a log that has no entry yet.</summary>
    public static TreeHead Empty { get; } = new(0, Hash.OfEmptyTree);

    /// <summary>Whether <paramref name="proof"/> shows that the leaf stands at <paramref name="index"/> of this tree.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="leaf">Leaf hash, <see cref="Hash.OfLeaf"/>.</param>
    /// <param name="proof">Siblings from the leaf upwards. Shape [≤ 63].</param>
    /// <remarks>O(log n). Source: RFC 9162 §2.1.3.2.</remarks>
    public bool Includes(long index, in Hash leaf, ReadOnlySpan<Hash> proof)
    {
        if (index < 0 || index >= Size) return false;
        var climb = new Climb(index, Size - 1);
        var root = leaf;
        foreach (ref readonly var sibling in proof)
        {
            if (climb.AtTop) return false;
            root = climb.FromRight ? Hash.OfNode(sibling, root) : Hash.OfNode(root, sibling);
            climb = climb.Up();
        }
        return climb.AtTop && root == Root;
    }

    /// <summary>Whether <paramref name="proof"/> shows that this tree only appended to the <paramref name="earlier"/> one.</summary>
    /// <param name="earlier">At least one leaf: every tree extends the empty one, and no proof says so.</param>
    /// <param name="proof">Shape [≤ 64]; empty when both are the same head.</param>
    /// <remarks>O(log n). Source: RFC 9162 §2.1.4.2.</remarks>
    public bool Extends(in TreeHead earlier, ReadOnlySpan<Hash> proof)
    {
        if (earlier.Size <= 0 || earlier.Size > Size) return false;
        if (earlier.Size == Size) return proof.IsEmpty && earlier.Root == Root;
        if (proof.IsEmpty) return false;
        var whole = BitOperations.IsPow2(earlier.Size); // then its root is a node of this tree, and the proof leaves it out
        return ExtendsFrom(whole ? earlier.Root : proof[0], earlier, whole ? proof : proof[1..]);
    }

    private bool ExtendsFrom(in Hash start, in TreeHead earlier, ReadOnlySpan<Hash> proof)
    {
        var climb = new Climb(earlier.Size - 1, Size - 1).UpFromRight();
        var (before, now) = (start, start);
        foreach (ref readonly var node in proof)
        {
            if (climb.AtTop) return false;
            if (climb.FromRight) before = Hash.OfNode(node, before);
            now = climb.FromRight ? Hash.OfNode(node, now) : Hash.OfNode(now, node);
            climb = climb.Up();
        }
        return climb.AtTop && before == earlier.Root && now == Root;
    }

    /// <summary>The way from a node to the root: "fn" and "sn" of RFC 9162, the node's and the last node's index at one height.</summary>
    private readonly record struct Climb(long Node, long Last)
    {
        internal bool AtTop => Last == 0;

        internal bool FromRight => (Node & 1) == 1 || Node == Last;

        /// <summary>Past the heights at which the last node has no sibling, then one up.</summary>
        internal Climb Up()
        {
            var heights = 1 + (FromRight ? BitOperations.TrailingZeroCount(Node) : 0);
            return new Climb(Node >> heights, Last >> heights);
        }

        /// <summary>Up while the node is a right child: as far as the subtree that it closes reaches.</summary>
        internal Climb UpFromRight()
        {
            var heights = BitOperations.TrailingZeroCount(~Node);
            return new Climb(Node >> heights, Last >> heights);
        }
    }
}
