using CsCheck;

namespace TwinHub.Merkle.Tests;

/// <summary>Entries and trees that several tests use.</summary>
internal static class Trees
{
    /// <summary>The eight entries that the reference implementations share.</summary>
    public static readonly byte[][] Reference =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    public static readonly Gen<byte[][]> Entries = Gen.Byte.Array[0, 40].Array[1, 70];

    public static Hash[] LeavesOf(byte[][] entries) => [.. entries.Select(e => Hash.OfLeaf(e))];

    public static Hash[] Leaves(int count) => LeavesOf([.. Enumerable.Range(0, count).Select(BitConverter.GetBytes)]);

    public static TreeHead HeadOf(ReadOnlySpan<Hash> leaves) => new(leaves.Length, MerkleTree.Root(leaves));

    public static Hash[] HashesOf(byte[][] bytes) => [.. bytes.Select(b => new Hash(b))];

    /// <summary>The same hash with one bit turned over.</summary>
    public static Hash Flipped(Hash hash, int bit)
    {
        var bytes = hash.ToBytes();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Hash(bytes);
    }
}
