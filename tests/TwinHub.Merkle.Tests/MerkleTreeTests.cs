using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class MerkleTreeTests
{
    [Theory]
    [InlineData(0, "e3b0c442", "b855")]
    [InlineData(1, "6e340b9c", "fa01d")]
    [InlineData(2, "fac54203", "c125")]
    [InlineData(3, "aeb6bcfe", "6e77")]
    [InlineData(4, "d37ee418", "14b7")]
    [InlineData(5, "4e3bbb1f", "64d4")]
    [InlineData(6, "76e67dad", "87ef")]
    [InlineData(7, "ddb89be4", "4c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", "")]
    public void The_reference_leaves_have_the_published_roots(int size, string begins, string ends)
    {
        var root = MerkleTree.Root(Trees.LeavesOf(Trees.Reference[..size])).ToString();
        Assert.StartsWith(begins, root, StringComparison.Ordinal);
        Assert.EndsWith(ends, root, StringComparison.Ordinal);
    }

    [Fact]
    public void Roots_are_those_of_the_definition() => Trees.Entries.Sample(entries =>
    {
        Assert.Equal(Definition.Root(entries), MerkleTree.Root(Trees.LeavesOf(entries)).ToBytes());
    });

    [Fact]
    public void Proofs_are_those_of_the_definition() => Trees.Entries.SelectMany(e => Gen.Int[0, e.Length - 1], (e, at) => (e, at)).Sample((entries, at) =>
    {
        var leaves = Trees.LeavesOf(entries);
        Assert.Equal(Trees.HashesOf(Definition.Path(at, entries)), MerkleTree.InclusionProof(leaves, at));
        Assert.Equal(Trees.HashesOf(Definition.Consistency(at + 1, entries)), MerkleTree.ConsistencyProof(leaves, at + 1));
    });

    [Fact]
    public void A_tree_that_grew_leaf_by_leaf_gives_every_earlier_head_and_proof()
    {
        var leaves = Trees.Leaves(67);
        var tree = new MerkleTree();
        foreach (var leaf in leaves) tree.Append(leaf);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var then = leaves[..size];
            Assert.Equal(Trees.HeadOf(then), tree.HeadAt(size));
            Assert.Equal(MerkleTree.InclusionProof(then, size / 2), tree.InclusionProof(size / 2, size));
            Assert.Equal(MerkleTree.ConsistencyProof(then, (size + 1) / 2), tree.ConsistencyProof((size + 1) / 2, size));
        }
        Assert.Equal(tree.HeadAt(67), tree.Head());
    }

    [Fact]
    public void A_tree_begins_empty()
    {
        Assert.Equal(TreeHead.Empty, new MerkleTree().Head());
        Assert.Equal(TreeHead.Empty, new MerkleTree([]).Head());
    }

    [Fact]
    public void What_the_tree_does_not_hold_is_refused()
    {
        var tree = new MerkleTree(Trees.Leaves(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.HeadAt(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.HeadAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(0, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.At(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.At(3, 0));
    }
}
