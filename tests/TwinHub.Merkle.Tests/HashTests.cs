using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class HashTests
{
    [Fact]
    public void A_leaf_is_hashed_behind_a_zero_byte() =>
        Assert.Equal("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56", Hash.OfLeaf("L123456"u8).ToString());

    [Fact]
    public void A_node_is_hashed_behind_a_one_byte()
    {
        // The reference value is of texts shorter than hashes; the form is the same.
        var shorter = SHA256.HashData([1, .. "N123"u8, .. "N456"u8]);
        Assert.Equal("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb", Convert.ToHexStringLower(shorter));
        var (left, right) = (Hash.OfLeaf("N123"u8), Hash.OfLeaf("N456"u8));
        Assert.Equal(SHA256.HashData([1, .. left.ToBytes(), .. right.ToBytes()]), Hash.OfNode(left, right).ToBytes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1022)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(100_000)]
    public void An_entry_of_any_length_is_hashed_whole(int length)
    {
        var entry = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        Assert.Equal(SHA256.HashData([0, .. entry]), Hash.OfLeaf(entry).ToBytes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_hash_of_another_length_than_32_bytes_cannot_be_made(int length)
    {
        Assert.Throws<ArgumentException>(() => new Hash(new byte[length]));
        Assert.Throws<FormatException>(() => Hash.FromBase64(Convert.ToBase64String(new byte[length])));
    }

    [Fact]
    public void A_hash_comes_back_from_its_bytes_and_its_base64() => Gen.Byte.Array[32].Sample(bytes =>
    {
        var hash = new Hash(bytes);
        Assert.Equal(bytes, hash.ToBytes());
        Assert.Equal(hash, Hash.FromBase64(hash.ToBase64()));
        Assert.Equal(Convert.ToHexStringLower(bytes), hash.ToString());
    });

    [Theory]
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=")] // the last character has spare bits set
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0")]
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGj BhevoB0=")]
    [InlineData("bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGjBhevoB0=")]
    public void Base64_that_is_not_canonical_is_refused(string text) => Assert.Throws<FormatException>(() => Hash.FromBase64(text));

    [Fact]
    public void Hashes_in_a_row_are_seen_without_a_copy()
    {
        var leaves = Trees.Leaves(5);
        var row = leaves.SelectMany(l => l.ToBytes()).ToArray();
        Assert.Equal(leaves, Hash.Row(row).ToArray());
        Assert.Throws<ArgumentException>(() => Hash.Row(row.AsSpan(1)).Length);
    }

    [Fact]
    public void Two_entries_that_differ_have_two_hashes() =>
        Assert.NotEqual(Hash.OfLeaf(Encoding.UTF8.GetBytes("a")), Hash.OfLeaf(Encoding.UTF8.GetBytes("b")));
}
