using System.Text.Json;

namespace TwinHub.Merkle.Tests;

/// <summary>The proofs, right and wrong, that transparency-dev/merkle publishes (Apache-2.0), read in place.</summary>
public sealed class PublishedProofTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Inclusions => Files("inclusion");

    public static TheoryData<string> Consistencies => Files("consistency");

    [Fact]
    public void There_are_ninety_six() => Assert.Equal(96, Inclusions.Count + Consistencies.Count);

    [Theory]
    [MemberData(nameof(Inclusions))]
    public void An_inclusion_proof_is_judged_as_published(string file)
    {
        var vector = Read<Inclusion>(file);
        Assert.Equal(!vector.WantErr, Holds(vector));
    }

    [Theory]
    [MemberData(nameof(Consistencies))]
    public void A_consistency_proof_is_judged_as_published(string file)
    {
        var vector = Read<Consistency>(file);
        Assert.Equal(!vector.WantErr, Holds(vector));
    }

    private static bool Holds(Inclusion v) => Hashes([v.Root, v.LeafHash, .. v.Proof ?? []]) is [var root, var leaf, .. var proof]
        && new TreeHead(unchecked((long)v.TreeSize), root).Includes(unchecked((long)v.LeafIdx), leaf, proof);

    private static bool Holds(Consistency v) => Hashes([v.Root1, v.Root2, .. v.Proof ?? []]) is [var root1, var root2, .. var proof]
        && new TreeHead(unchecked((long)v.Size2), root2).Extends(new TreeHead(unchecked((long)v.Size1), root1), proof);

    /// <summary>Null when one of them is no hash: such a proof cannot even be put to the verifier.</summary>
    private static Hash[]? Hashes(byte[][] all) => all.All(h => h.Length == Hash.Length) ? Trees.HashesOf(all) : null;

    private static TheoryData<string> Files(string kind)
    {
        var folder = SharedData.Folder("merkle");
        return [.. Directory.EnumerateFiles(Path.Combine(folder, kind), "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
    }

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(SharedData.Folder("merkle"), file)), Web)!;

    private sealed record Inclusion(ulong LeafIdx, ulong TreeSize, byte[] Root, byte[] LeafHash, byte[][]? Proof, bool WantErr);

    private sealed record Consistency(ulong Size1, ulong Size2, byte[] Root1, byte[] Root2, byte[][]? Proof, bool WantErr);
}
