using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class FrontierTests
{
    [Fact]
    public void Appending_one_by_one_gives_the_root_from_scratch() => Trees.Entries.Sample(entries =>
    {
        var (frontier, leaves) = (new Frontier(), Trees.LeavesOf(entries));
        for (var i = 0; i < leaves.Length; i++)
        {
            Assert.Equal(MerkleTree.Root(leaves.AsSpan(0, i)), frontier.Root());
            frontier.Append(leaves[i]);
        }
        Assert.Equal(Trees.HeadOf(leaves), frontier.Head());
    });

    [Fact]
    public void A_frontier_kept_in_a_row_goes_on_as_if_it_had_stayed() => Trees.Entries.Sample(entries =>
    {
        var (kept, leaves) = (new Frontier(), Trees.LeavesOf(entries));
        foreach (var leaf in leaves)
        {
            kept = Frontier.Read(kept.ToBytes());
            kept.Append(leaf);
        }
        Assert.Equal(Trees.HeadOf(leaves), kept.Head());
    });

    [Fact]
    public void An_empty_frontier_is_eight_zero_bytes()
    {
        Assert.Equal(new byte[8], new Frontier().ToBytes());
        Assert.Equal(TreeHead.Empty, Frontier.Read(new byte[8]).Head());
    }

    [Fact]
    public void A_row_is_the_size_and_the_subtrees_from_left_to_right()
    {
        var (frontier, leaves) = (new Frontier(), Trees.Leaves(5));
        frontier.Append(leaves);
        byte[] expected = [0, 0, 0, 0, 0, 0, 0, 5, .. MerkleTree.Root(leaves.AsSpan(0, 4)).ToBytes(), .. leaves[4].ToBytes()];
        Assert.Equal(expected, frontier.ToBytes());
    }

    [Fact]
    public void Bytes_that_do_not_fit_their_size_are_refused()
    {
        var frontier = new Frontier();
        frontier.Append(Trees.Leaves(5));
        var row = frontier.ToBytes();
        Assert.Throws<FormatException>(() => Frontier.Read([]));
        Assert.Throws<FormatException>(() => Frontier.Read(row.AsSpan(0, 7)));
        Assert.Throws<FormatException>(() => Frontier.Read(row.AsSpan(0, row.Length - 1)));
        Assert.Throws<FormatException>(() => Frontier.Read([.. row, 0]));
        Assert.Throws<FormatException>(() => Frontier.Read([0x80, 0, 0, 0, 0, 0, 0, 0, .. new byte[Hash.Length]]));
    }
}
