using System.Buffers.Binary;
using System.Text;

namespace TwinHub.Deliver.Workbooks.Formats;

/// <summary>Tells what lies in a compound file (MS-CFB) by the names in its directory.</summary>
internal static class CompoundFile
{
    private const int Header = 512, EntryBytes = 128, LengthAt = 64, KindAt = 66, LongestName = 64;
    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Names of storages and streams. Directory entries lie at multiples of 128 bytes in either sector size, wherever their sectors are.</summary>
    public static HashSet<string> Names(ReadOnlySpan<byte> file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = Header; at + EntryBytes <= file.Length; at += EntryBytes)
        {
            if (Name(file.Slice(at, EntryBytes)) is { } name) names.Add(name);
        }

        return names;
    }

    private static string? Name(ReadOnlySpan<byte> entry)
    {
        int bytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[LengthAt..]);
        if (entry[KindAt] is not (1 or 2 or 5) || bytes is < 4 or > LongestName || bytes % 2 != 0) return null;
        return Encoding.Unicode.GetString(entry[..(bytes - 2)]);
    }
}
