using System.Security.Cryptography;

namespace TwinHub.Merkle.Tests;

/// <summary>RFC 9162 §2.1 word for word, slow, on entries themselves: what the library is compared with.</summary>
internal static class Definition
{
    public static byte[] Root(byte[][] entries) => entries.Length switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. entries[0]]),
        _ => SHA256.HashData([1, .. Root(entries[..Left(entries)]), .. Root(entries[Left(entries)..])]),
    };

    public static byte[][] Path(int m, byte[][] entries)
    {
        if (entries.Length == 1) return [];
        var k = Left(entries);
        return m < k ? [.. Path(m, entries[..k]), Root(entries[k..])] : [.. Path(m - k, entries[k..]), Root(entries[..k])];
    }

    public static byte[][] Consistency(int m, byte[][] entries) => SubProof(m, entries, true);

    private static byte[][] SubProof(int m, byte[][] entries, bool isFirstTree)
    {
        if (m == entries.Length) return isFirstTree ? [] : [Root(entries)];
        var k = Left(entries);
        return m <= k
            ? [.. SubProof(m, entries[..k], isFirstTree), Root(entries[k..])]
            : [.. SubProof(m - k, entries[k..], false), Root(entries[..k])];
    }

    private static int Left(byte[][] entries)
    {
        var k = 1;
        while (k * 2 < entries.Length) k *= 2;
        return k;
    }
}
