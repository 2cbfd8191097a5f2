namespace TwinHub.Merkle;

/// <summary>A growing tree with all its complete nodes in memory (64 bytes a leaf): every root and proof in O(log n).</summary>
/// <remarks>Reads may run together, an append alone. The static members need only the leaf hashes, and O(n) each time.</remarks>
public sealed class MerkleTree : ITreeNodes
{
    private readonly List<List<Hash>> levels = [[]]; // levels[h][i] is the root of the leaves i·2^h …

    public MerkleTree() { }

    /// <param name="leaves">Leaf hashes. Shape [n].</param>
    public MerkleTree(ReadOnlySpan<Hash> leaves)
    {
        foreach (ref readonly var leaf in leaves) Append(leaf);
    }

    /// <summary>Leaves appended so far.</summary>
    public long Size => levels[0].Count;

    /// <summary>Root of leaf hashes. No memory per node.</summary>
    /// <param name="leaves">Leaf hashes. Shape [n].</param>
    public static Hash Root(ReadOnlySpan<Hash> leaves)
    {
        var frontier = new Frontier();
        frontier.Append(leaves);
        return frontier.Root();
    }

    /// <summary><see cref="Proof.Inclusion"/> in the tree of exactly these leaves.</summary>
    /// <param name="leaves">Leaf hashes. Shape [n].</param>
    /// <param name="index">From 0, below n.</param>
    public static Hash[] InclusionProof(ReadOnlySpan<Hash> leaves, int index) => Proof.Inclusion(new Leaves(leaves), index, leaves.Length);

    /// <summary><see cref="Proof.Consistency"/> from the first leaves to all these leaves.</summary>
    /// <param name="leaves">Leaf hashes. Shape [n].</param>
    /// <param name="first">1 … n.</param>
    public static Hash[] ConsistencyProof(ReadOnlySpan<Hash> leaves, int first) => Proof.Consistency(new Leaves(leaves), first, leaves.Length);

    public void Append(in Hash leaf)
    {
        levels[0].Add(leaf);
        for (var height = 0; levels[height].Count % 2 == 0; height++)
        {
            if (height + 1 == levels.Count) levels.Add([]);
            levels[height + 1].Add(Hash.OfNode(levels[height][^2], levels[height][^1]));
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The subtree is not complete yet.</exception>
    public Hash At(int height, long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(height, levels.Count);
        return levels[height][checked((int)index)];
    }

    /// <summary>Head that this log had at <paramref name="size"/>.</summary>
    public TreeHead HeadAt(long size) => new(size, Proof.RootAt(this, Held(size)));

    public TreeHead Head() => HeadAt(Size);

    public Hash[] InclusionProof(long index, long size) => Proof.Inclusion(this, index, Held(size));

    public Hash[] ConsistencyProof(long first, long size) => Proof.Consistency(this, first, Held(size));

    private long Held(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return size;
    }

    private readonly ref struct Leaves(ReadOnlySpan<Hash> leaves) : ITreeNodes
    {
        private readonly ReadOnlySpan<Hash> leaves = leaves;

        public Hash At(int height, long index) => Root(leaves.Slice(checked((int)(index << height)), 1 << height));
    }
}
