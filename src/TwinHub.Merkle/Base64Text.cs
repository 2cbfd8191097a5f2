namespace TwinHub.Merkle;

/// <summary>Base64 of RFC 4648 §4 in its one canonical form: padded, no white space, no spare bits.</summary>
/// <remarks>A laxer reader would take several texts for the same bytes, and a changed character in a signature would pass unseen.</remarks>
internal static class Base64Text
{
    /// <returns>Null when the text is not canonical base64.</returns>
    internal static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
        Array.Resize(ref bytes, length);
        return Convert.ToBase64String(bytes) == text ? bytes : null;
    }
}
