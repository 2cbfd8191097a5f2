using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TwinHub.Merkle;

/// <summary>Strings of canonical JSON: only what must be escaped is. Source: RFC 8785 §3.2.2.2.</summary>
internal static class CanonicalText
{
    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";
    private static readonly SearchValues<char> Escaped = SearchValues.Create(Controls + "\"\\");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static void Write(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Escaped); next >= 0; next = rest.IndexOfAny(Escaped))
        {
            WritePlain(rest[..next], output);
            WritePlain(EscapeOf(rest[next]), output);
            rest = rest[(next + 1)..];
        }
        WritePlain(rest, output);
        output.Write("\""u8);
    }

    /// <exception cref="FormatException">Half of a surrogate pair.</exception>
    internal static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw Half(e);
        }
    }

    /// <exception cref="FormatException">Half of a surrogate pair.</exception>
    internal static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e)
        {
            throw Half(e);
        }
    }

    private static void WritePlain(ReadOnlySpan<char> text, ArrayBufferWriter<byte> output)
    {
        try
        {
            output.Advance(Utf8.GetBytes(text, output.GetSpan(Utf8.GetMaxByteCount(text.Length))));
        }
        catch (EncoderFallbackException e)
        {
            throw Half(e);
        }
    }

    private static FormatException Half(Exception e) => new("A string has half of a surrogate pair.", e);

    private static string EscapeOf(char c) => c switch
    {
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        '"' => "\\\"",
        '\\' => "\\\\",
        _ => $"\\u{(int)c:x4}",
    };
}
