using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class CheckpointTests
{
    private const string Origin = "log.example/journal";
    private static readonly Hash[] Leaves = Trees.Leaves(20);

    [Fact]
    public void A_checkpoint_is_origin_size_and_root_on_a_line_each()
    {
        var text = new Checkpoint(Origin, new TreeHead(0, Hash.OfEmptyTree)).ToString();
        Assert.Equal("log.example/journal\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", text);
    }

    [Fact]
    public void A_checkpoint_comes_back_from_its_text() => Gen.Select(Gen.Long[0, long.MaxValue], Gen.Byte.Array[32]).Sample((size, root) =>
    {
        var checkpoint = new Checkpoint(Origin, new TreeHead(size, new Hash(root)));
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n 1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")]
    [InlineData("a\n1\n47DE\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n")]
    [InlineData("a\r\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void Any_other_form_of_a_checkpoint_is_refused(string text) => Assert.Throws<FormatException>(() => Checkpoint.Parse(text));

    [Fact]
    public void A_checkpoint_without_origin_or_with_a_negative_size_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new Checkpoint("", TreeHead.Empty));
        Assert.Throws<ArgumentException>(() => new Checkpoint("two\nlines", TreeHead.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpoint(Origin, new TreeHead(-1, Hash.OfEmptyTree)));
    }

    [Fact]
    public void A_witness_follows_a_log_that_only_appended()
    {
        Assert.True(At(20).Follows(At(7), MerkleTree.ConsistencyProof(Leaves, 7)));
        Assert.True(At(20).Follows(At(20), []));
        Assert.True(At(20).Follows(null, []));
        Assert.True(At(20).Follows(At(0), []));
        Assert.True(At(0).Follows(At(0), []));
        Assert.True(At(0).Follows(null, []));
    }

    [Fact]
    public void A_witness_does_not_follow_back_elsewhere_or_without_proof()
    {
        var proof = MerkleTree.ConsistencyProof(Leaves, 7);
        Assert.False(At(20).Follows(At(7), []));
        Assert.False(At(7).Follows(At(20), proof));
        Assert.False(At(0).Follows(At(7), []));
        Assert.False(At(20).Follows(At(7) with { }, [.. proof, proof[0]]));
        Assert.False(At(20).Follows(new Checkpoint("log.example/other", At(7).Head), proof));
        Assert.False(At(20).Follows(At(0), proof));
        Assert.False(At(20).Follows(new Checkpoint(Origin, new TreeHead(0, Leaves[0])), []));
        Assert.False(new Checkpoint(Origin, new TreeHead(0, Leaves[0])).Follows(null, []));
    }

    private static Checkpoint At(int size) => new(Origin, Trees.HeadOf(Leaves.AsSpan(0, size)));
}
