using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TwinHub.Core;

namespace TwinHub.Data.Journal;

/// <summary>How an entry holds what people wrote: by a salted digest, the text beside it.</summary>
public static class FreeText
{
    private const int SaltBytes = 16;
    private const int SaltChars = 22;

    /// <summary>What stands in a column whose text was expunged.</summary>
    public const string Expunged = LocalText.ExpungedMark;

    /// <summary>128 random bits, base64url.</summary>
    public static string NewSalt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SaltBytes));

    /// <summary>SHA-256 of salt and value in UTF-8, base64.</summary>
    public static string DigestOf(string salt, string value) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));

    /// <summary>Whether salt and value give the digest. A salt of another length would move the border between the two.</summary>
    public static bool Fits(string digest, string salt, string value) => salt.Length == SaltChars && DigestOf(salt, value) == digest;
}
