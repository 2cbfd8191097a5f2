using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace TwinHub.Regions.Packs;

/// <summary>Holds files to UTF-8: a wrongly read name would stand in binding texts.</summary>
internal static class Utf8Text
{
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>True when the bytes are text in UTF-8; otherwise the fault is told.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Tell(faults, new FaultPlace(file, 1), "file.encoding");
        if (bytes.Contains((byte)0)) return Tell(faults, new FaultPlace(file), "file.not-text");
        return Utf8.IsValid(bytes) || Tell(faults, new FaultPlace(file, LineOfFirstFault(bytes)), "file.encoding");
    }

    /// <summary>The text without its byte order mark.</summary>
    public static string Read(ReadOnlySpan<byte> bytes) => Strict.GetString(WithoutMark(bytes));

    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static int LineOfFirstFault(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return bytes[..at].Count((byte)'\n') + 1;
    }

    private static bool Tell(FaultList faults, FaultPlace place, string code)
    {
        faults.Add(place, code);
        return false;
    }
}
