using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class ProofTests
{
    private static readonly Gen<(int First, int Size)> Sizes =
        Gen.Int[1, 300].SelectMany(size => Gen.Int[1, size], (size, first) => (first, size));

    [Fact]
    public void Every_inclusion_proof_up_to_eighty_leaves_verifies()
    {
        var leaves = Trees.Leaves(80);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var head = Trees.HeadOf(leaves.AsSpan(0, size));
            for (var i = 0; i < size; i++) Assert.True(head.Includes(i, leaves[i], MerkleTree.InclusionProof(leaves.AsSpan(0, size), i)));
        }
    }

    [Fact]
    public void Every_consistency_proof_up_to_eighty_leaves_verifies()
    {
        var leaves = Trees.Leaves(80);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var head = Trees.HeadOf(leaves.AsSpan(0, size));
            for (var first = 1; first <= size; first++)
            {
                Assert.True(head.Extends(Trees.HeadOf(leaves.AsSpan(0, first)), MerkleTree.ConsistencyProof(leaves.AsSpan(0, size), first)));
            }
        }
    }

    [Fact]
    public void One_flipped_bit_anywhere_breaks_an_inclusion_proof() => Gen.Select(Sizes, Gen.Int[0, 255], Gen.Int[0, 20]).Sample((sizes, bit, where) =>
    {
        var (index, leaves) = (sizes.First - 1, Trees.Leaves(sizes.Size));
        var (head, proof) = (Trees.HeadOf(leaves), MerkleTree.InclusionProof(leaves, sizes.First - 1));
        Assert.False(head.Includes(index, Trees.Flipped(leaves[index], bit), proof));
        Assert.False((head with { Root = Trees.Flipped(head.Root, bit) }).Includes(index, leaves[index], proof));
        if (proof.Length == 0) return;
        proof[where % proof.Length] = Trees.Flipped(proof[where % proof.Length], bit);
        Assert.False(head.Includes(index, leaves[index], proof));
    });

    [Fact]
    public void One_flipped_bit_anywhere_breaks_a_consistency_proof() => Gen.Select(Sizes, Gen.Int[0, 255], Gen.Int[0, 20]).Sample((sizes, bit, where) =>
    {
        var leaves = Trees.Leaves(sizes.Size);
        var (first, head, proof) = (Trees.HeadOf(leaves.AsSpan(0, sizes.First)), Trees.HeadOf(leaves), MerkleTree.ConsistencyProof(leaves, sizes.First));
        Assert.False(head.Extends(first with { Root = Trees.Flipped(first.Root, bit) }, proof));
        Assert.False((head with { Root = Trees.Flipped(head.Root, bit) }).Extends(first, proof));
        if (proof.Length == 0) return;
        proof[where % proof.Length] = Trees.Flipped(proof[where % proof.Length], bit);
        Assert.False(head.Extends(first, proof));
    });

    [Fact]
    public void A_proof_with_a_node_too_many_or_too_few_is_refused() => Sizes.Sample(sizes =>
    {
        var leaves = Trees.Leaves(sizes.Size);
        var (index, first, head) = (sizes.First - 1, Trees.HeadOf(leaves.AsSpan(0, sizes.First)), Trees.HeadOf(leaves));
        var (inclusion, consistency) = (MerkleTree.InclusionProof(leaves, index), MerkleTree.ConsistencyProof(leaves, sizes.First));
        Assert.False(head.Includes(index, leaves[index], [.. inclusion, head.Root]));
        Assert.False(head.Extends(first, [.. consistency, head.Root]));
        Assert.False(head.Extends(first, [first.Root, .. consistency]));
        if (inclusion.Length > 0) Assert.False(head.Includes(index, leaves[index], inclusion.AsSpan(1)));
        if (consistency.Length > 0) Assert.False(head.Extends(first, consistency.AsSpan(0, consistency.Length - 1)));
    });

    [Fact]
    public void A_leaf_is_nowhere_but_at_its_place()
    {
        var leaves = Trees.Leaves(21);
        var (head, proof) = (Trees.HeadOf(leaves), MerkleTree.InclusionProof(leaves, 13));
        for (var index = -1; index <= 22; index++) Assert.Equal(index == 13, head.Includes(index, leaves[13], proof));
        Assert.False(head.Includes(long.MaxValue, leaves[13], proof));
        Assert.False(head.Includes(long.MinValue, leaves[13], proof));
        Assert.False(TreeHead.Empty.Includes(0, leaves[13], proof));
        Assert.False(new TreeHead(-1, head.Root).Includes(0, leaves[13], []));
    }

    [Fact]
    public void No_path_climbs_past_the_top()
    {
        var leaves = Trees.Leaves(4);
        var forged = new TreeHead(1, MerkleTree.Root(leaves.AsSpan(0, 2))); // a root of two leaves, given out as that of one
        Assert.False(forged.Includes(0, leaves[1], leaves.AsSpan(0, 1)));
        var (a, b, c, d) = (leaves[0], leaves[1], leaves[2], leaves[3]);
        var three = new TreeHead(3, Hash.OfNode(c, Hash.OfNode(b, a)));
        var four = new TreeHead(4, Hash.OfNode(c, Hash.OfNode(b, Hash.OfNode(a, d)))); // one height more than four leaves have
        Assert.False(four.Extends(three, [a, d, b, c]));
    }

    [Fact]
    public void A_log_that_changed_an_old_entry_does_not_extend_its_old_head()
    {
        var leaves = Trees.Leaves(40);
        var before = Trees.HeadOf(leaves.AsSpan(0, 17));
        leaves[3] = Hash.OfLeaf("rewritten"u8);
        Assert.False(Trees.HeadOf(leaves).Extends(before, MerkleTree.ConsistencyProof(leaves, 17)));
    }

    [Fact]
    public void Heads_of_one_size_are_consistent_only_when_they_are_the_same()
    {
        var head = Trees.HeadOf(Trees.Leaves(6));
        Assert.True(head.Extends(head, []));
        Assert.False(head.Extends(head, [head.Root]));
        Assert.False(head.Extends(head with { Root = Hash.OfEmptyTree }, []));
    }

    [Fact]
    public void No_proof_begins_at_the_empty_tree_or_goes_back()
    {
        var (small, large) = (Trees.HeadOf(Trees.Leaves(4)), Trees.HeadOf(Trees.Leaves(8)));
        Assert.False(large.Extends(TreeHead.Empty, []));
        Assert.False(TreeHead.Empty.Extends(TreeHead.Empty, []));
        Assert.False(small.Extends(large, [large.Root]));
        Assert.False(large.Extends(small, []));
        Assert.False(large.Extends(small with { Size = -4 }, [small.Root]));
    }

    [Fact]
    public void A_proof_asks_only_for_complete_nodes_and_few_of_them()
    {
        var nodes = new Asked();
        const long size = (1L << 40) + 12_345;
        var proof = Proof.Inclusion(nodes, 1L << 39, size);
        Assert.Equal(41, proof.Length);
        Assert.All(nodes.Places, p => Assert.True((p.Index + 1) << p.Height <= size));
        Assert.True(nodes.Places.Count <= 80);
    }

    [Fact]
    public void Sizes_near_the_largest_are_verified_without_overflow()
    {
        var head = new TreeHead(long.MaxValue, Hash.OfEmptyTree);
        var most = Enumerable.Repeat(Hash.OfEmptyTree, 64).ToArray();
        Assert.False(head.Includes(long.MaxValue - 1, Hash.OfEmptyTree, most));
        Assert.False(head.Includes(0, Hash.OfEmptyTree, most));
        Assert.False(head.Extends(new TreeHead(long.MaxValue - 1, Hash.OfEmptyTree), most));
        Assert.False(head.Extends(new TreeHead(1L << 62, Hash.OfEmptyTree), most));
    }

    private sealed class Asked : ITreeNodes
    {
        public List<(int Height, long Index)> Places { get; } = [];

        public Hash At(int height, long index)
        {
            Places.Add((height, index));
            return Hash.OfEmptyTree;
        }
    }
}
