using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TwinHub.Core;

namespace TwinHub.Web.Calls;

/// <summary>A place in the rows of one question: the key of the last row that was given, and a digest of the question. Opaque to the caller.</summary>
internal static class Cursors
{
    private const int DigestBytes = 6;

    public static string Write(string key, Call call) => Base64Url.EncodeToString([.. Digest(call), .. Encoding.UTF8.GetBytes(key)]);

    /// <exception cref="RefusedException"><c>request.value</c>: not one of this question's.</exception>
    public static string Read(string cursor, Call call)
    {
        var bytes = Base64Url.IsValid(cursor) ? Base64Url.DecodeFromChars(cursor) : [];
        var own = bytes.Length > DigestBytes && bytes.AsSpan(0, DigestBytes).SequenceEqual(Digest(call));
        RefusedException.ThrowIf(own ? null : Refusal.Of("request.value", Operation.Cursor, cursor));
        return Encoding.UTF8.GetString(bytes.AsSpan(DigestBytes));
    }

    private static ReadOnlySpan<byte> Digest(Call call) => SHA256.HashData(Encoding.UTF8.GetBytes(call.Question)).AsSpan(0, DigestBytes);
}
