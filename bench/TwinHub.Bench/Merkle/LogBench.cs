using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using TwinHub.Merkle;

namespace TwinHub.Bench.Merkle;

/// <summary>A journal of a million entries: hashed from scratch, appended to, proved, checked.</summary>
[MemoryDiagnoser]
public class LogBench
{
    private const int Entries = 1_000_000;
    private const int EntryBytes = 300;
    private readonly byte[] entry = new byte[EntryBytes];
    private readonly Hash[] leaves = new Hash[Entries];
    private readonly Frontier frontier = new();
    private MerkleTree tree = new();
    private TreeHead before;
    private TreeHead head;
    private Hash[] inclusion = [];
    private Hash[] consistency = [];

    [GlobalSetup]
    public void Fill()
    {
        for (var i = 0; i < Entries; i++) leaves[i] = Hash.OfLeaf(BitConverter.GetBytes(i));
        tree = new MerkleTree(leaves);
        frontier.Append(leaves);
        (before, head) = (tree.HeadAt(Entries / 3), tree.Head());
        (inclusion, consistency) = (Inclusion(), Consistency());
    }

    [Benchmark(Description = "root of 1,000,000 leaf hashes")]
    public Hash Root() => MerkleTree.Root(leaves);

    [Benchmark(Description = "peer: 999,999 × SHA256.HashData of 65 bytes")]
    public int Peer()
    {
        Span<byte> node = stackalloc byte[65];
        Span<byte> hash = stackalloc byte[32];
        for (var i = 1; i < Entries; i++) SHA256.HashData(node, hash);
        return hash[0];
    }

    [Benchmark(Description = "1,000,000 leaf hashes of entries of 300 bytes")]
    public Hash Leaves()
    {
        var last = default(Hash);
        for (var i = 0; i < Entries; i++) last = Hash.OfLeaf(entry);
        return last;
    }

    [Benchmark(Description = "frontier read, one leaf appended, root, written")]
    public byte[] Append()
    {
        var kept = Frontier.Read(frontier.ToBytes());
        kept.Append(leaves[0]);
        _ = kept.Root();
        return kept.ToBytes();
    }

    [Benchmark(Description = "inclusion proof made, nodes in memory")]
    public Hash[] Inclusion() => tree.InclusionProof(Entries / 7, Entries);

    [Benchmark(Description = "inclusion proof made from leaf hashes alone")]
    public Hash[] InclusionFromLeaves() => MerkleTree.InclusionProof(leaves, Entries / 7);

    [Benchmark(Description = "inclusion proof checked")]
    public bool CheckInclusion() => head.Includes(Entries / 7, leaves[Entries / 7], inclusion);

    [Benchmark(Description = "consistency proof made, nodes in memory")]
    public Hash[] Consistency() => tree.ConsistencyProof(Entries / 3, Entries);

    [Benchmark(Description = "consistency proof checked")]
    public bool CheckConsistency() => head.Extends(before, consistency);
}
